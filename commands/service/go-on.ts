import type { Answer } from "../../src/bot/command.js";
import { becauseIn, reasonIn, relativeDue } from "../../src/bot/problem/extension.js";
import { readRequest } from "../../src/bot/service/read-service.js";
import type { ServiceModel } from "../../src/bot/service/replied-to.js";
import { stepService } from "../../src/bot/service/step.js";
import type { Turn } from "../../src/bot/turn.js";
import { serviceCard, serviceEcho } from "../../src/cards/service/service-card.js";
import { dayOf, formatDay } from "../../src/domain/day.js";
import type { Service, ServiceChange } from "../../src/domain/service.js";
import { withoutContacts } from "../../src/domain/service-privacy.js";
import { notKept, PHONE_REMOVED } from "./enter.js";

type Change = Exclude<ServiceChange, { is: "open" }>;

const ASKS = /^(?:怎么样|进展|情况|什么情况|到哪一?步|办得?怎么样|谁答复|答复了[吗没])*了?吗?[？?。]*$/;
const RETURNED = /^(?:请)?退回|不满意|没有?解决|重新(?:办理|答复)|重办/;
const CLOSED = /(?<![未没])(?:可以|同意)?办结|企业(?:已经?)?(?:表示)?满意|(?<!不)满意了?$/;
const ANSWERED =
  /^(?:我们|我委|我局|现)?(?:已经?)?(?:答复|回复|反馈)(?:企业|对方)?(?:了|完毕)?\s*[:：,，]?\s*/;
const PUT_OFF = /延期|延到|延至|推迟|顺延|宽限|再给/;
const SETS = /答复|牵头|负责|承办|转给|交给|改由|期限|前$|前[，,。]|单位/;

/** 诉3 已答复：…, 诉3 办结, 诉3 延到10月底，原因…: one step with a request, or its card. */
export async function goneOn(turn: Turn, number: number, said: string): Promise<Answer> {
  const service = await turn.tx.services.find(number);
  if (!service) return notKept(`没有诉${number}，发“诉求”可以看清单和编号。`);
  if (ASKS.test(said)) return shown(turn, service);
  const { text: words, isRemoved } = withoutContacts(said);
  const change = changeOf(turn, service, words);
  if ("asks" in change) return notKept(change.asks);
  const outcome = await stepService(turn, service, change);
  if (outcome.is !== "done") return notKept(outcome.sentence);
  const hint = isRemoved ? { hint: PHONE_REMOVED } : {};
  return {
    card: serviceEcho(outcome.was, outcome.service, { now: turn.now, writeId: turn.writeId, ...hint }),
    model: { service: number } satisfies ServiceModel,
  };
}

export async function shown(turn: Turn, service: Service): Promise<Answer> {
  const events = await turn.tx.services.events(service.number);
  return {
    card: serviceCard(service, events, turn.now),
    model: { service: service.number } satisfies ServiceModel,
  };
}

function changeOf(turn: Turn, service: Service, words: string): Change | { asks: string } {
  const name = `诉${service.number}`;
  const today = dayOf(turn.saidAt);
  if (RETURNED.test(words)) return { is: "reopen", words };
  const answer = ANSWERED.exec(words);
  if (answer && /已|了|[:：]/.test(answer[0])) {
    const what = words.slice(answer[0].length).trim();
    return what.length < 2
      ? { asks: `${name}答复了什么？没有记。请说“${name} 已答复：答复内容”。` }
      : { is: "resolve", words: what };
  }
  if (CLOSED.test(words)) return { is: "close", words };
  const { unit, due } = readRequest(words, turn.names, today);
  const later = due ?? (PUT_OFF.test(words) ? relativeDue(words, service.due, today) : null) ?? undefined;
  if (later && service.due && later > service.due && (PUT_OFF.test(words) || SETS.test(words))) {
    const reason = becauseIn(words) || reasonIn(words);
    return reason
      ? { is: "extend", words, due: later, reason }
      : {
          asks: `${name}延到${formatDay(later, today)}，原因是什么？没有动。请说“${name} 延到${formatDay(later, today)}，原因…”。`,
        };
  }
  if (PUT_OFF.test(words)) return { asks: `${name}延到哪天？没有动。请说“${name} 延到10月15日，原因…”。` };
  const sets = SETS.test(words) && (unit !== undefined || due !== undefined);
  if (sets)
    return {
      is: "assign",
      words,
      ...(unit !== undefined && { unit }),
      ...(due !== undefined && { due }),
    };
  return { is: "update", words };
}
