import { serviceSummary } from "../../cards/service/service-words.js";
import { actionIn, stepOf } from "../../domain/problem-step.js";
import { SERVICE_STANDSTILL, type Service, type ServiceChange } from "../../domain/service.js";
import { mayOfAll } from "../permissions.js";
import { recordChanges } from "../record-change.js";
import { logRefusal } from "../refuse.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import { refusedToStep } from "./standing.js";

export type ServiceOutcome =
  | { is: "done"; was: Service; service: Service }
  /** nothing was written; the sentence says why, and what to do */
  | { is: "known" | "refused"; sentence: string };

const STEPS: Record<Exclude<ServiceChange["is"], "open">, string> = {
  assign: "改责任单位",
  update: "进展",
  resolve: "已答复",
  close: "办结",
  reopen: "退回",
  extend: "延期",
};

/** Takes one step with a request, where the speaker may and its state allows it. */
export async function stepService(
  turn: Turn,
  was: Service,
  change: Exclude<ServiceChange, { is: "open" }>,
): Promise<ServiceOutcome> {
  const name = `诉${was.number}`;
  const refusal = await refusedToStep(turn, was, change.is);
  if (refusal) {
    await logRefusal(turn, refusal, `${name} ${STEPS[change.is]}`);
    return { is: "refused", sentence: refusal.sentence };
  }
  if (change.is === "close" && was.state !== "resolve-asked" && was.state !== "closed")
    return {
      is: "refused",
      sentence: `${name}还没有答复，不能办结，没有动。答复了请说“${name} 已答复：答复内容”。`,
    };
  const step = stepOf(was.state, change.is, SERVICE_STANDSTILL);
  if (step.is === "already")
    return {
      is: "known",
      sentence: `${name}${was.state === "closed" ? "已经办结了" : "已经答复了"}，没有动。`,
    };
  if (step.is === "not-now") return { is: "refused", sentence: `${name}${step.why}，没有动。` };
  const is = actionIn(was.state, change.is);
  const written: ServiceChange = is === change.is ? change : { is: "update", words: change.words };
  const service = await turn.tx.services.add(was.number, { change: written, ...spoken(turn) }, turn.now);
  await recordChanges(turn, {
    subject: "service",
    subjectId: name,
    what: "办理",
    from: serviceSummary(was),
    to: serviceSummary(service),
    reason: change.words.slice(0, 200),
  });
  return { is: "done", was, service };
}

/** Takes a write back where nothing has been done since, one's own or as the office; null where it is not. */
export async function takeBackService(
  turn: Turn,
  number: number,
  writeId: string,
): Promise<{ left: Service | null } | null> {
  const { tx, speaker, now } = turn;
  const last = (await tx.services.events(number)).filter(({ undone }) => !undone).at(-1);
  const isOwn = last?.saidBy === speaker.openId || mayOfAll(turn, "entry.undo");
  if (last?.writeId !== writeId || !isOwn) return null;
  const left = await tx.services.withdraw(number, writeId, spoken(turn), now);
  await recordChanges(turn, {
    subject: "service",
    subjectId: `诉${number}`,
    what: "撤销",
    from: last.change.words.slice(0, 200),
    to: null,
  });
  return { left };
}
