import type { CardView } from "../../cards/card.js";
import { text } from "../../cards/card.js";
import { type Action, type ActionChange, actionName } from "../../domain/action.js";
import type { Answer } from "../command.js";
import { mayOfAll } from "../permissions.js";
import type { Turn } from "../turn.js";
import { type ActionModel, actionView } from "./action-view.js";
import { extensionIn } from "./extension.js";
import { type StepWish, stepIn, type TakenStep } from "./read-step.js";
import { refusedStep, takeStep } from "./take-step.js";
import { isOpening, withdrawSteps } from "./withdraw.js";

/** What a step is called on the card that shows it done. */
const DONE: Record<Exclude<ActionChange["is"], "open">, string> = {
  acknowledge: "已知悉",
  update: "已记进展",
  finish: "已申请办结",
  close: "已办结",
  return: "已退回",
  extend: "已延期",
  assign: "已改责任单位",
};

/** `议12 完成了`: one step with an action, or the action shown. */
export async function stepInWords(turn: Turn, number: number, said: string): Promise<Answer> {
  const action = await turn.tx.actions.find(number);
  if (!action) return told(`没有议${number}`, `没有议${number}这个议定事项。发“议定事项”可以看清单和编号。`);
  const model: ActionModel = { action: number };
  const wish = atOffice(turn, stepIn(said, turn.names));
  if (wish.wants === "look") return { card: await actionView(turn, action), model };
  if (wish.wants === "withdraw") return withdrawSteps(turn, [number], isOpening);
  // What another has done since is not what the speaker means.
  if (wish.wants === "undo")
    return withdrawSteps(turn, [number], (last) => isOpening(last) || last.saidBy === turn.speaker.openId);
  const change = changeOf(turn, action, wish, said);
  if ("lacks" in change) {
    const refused = await refusedStep(turn, action, change.lacks);
    if (refused) return told("没有动", refused.sentence);
    return { card: await actionView(turn, action, { asking: change.lacks }), model };
  }
  if ("refuses" in change) return told("没有动", change.refuses);
  const outcome = await takeStep(turn, action, change);
  if (outcome.is !== "done") return told("没有动", outcome.sentence);
  return {
    card: await actionView(turn, outcome.action, { done: DONE[change.is], undoes: turn.writeId }),
    model,
  };
}

/** 办结, said by who does it, asks for it; by the office it is the word that closes. */
const atOffice = (turn: Turn, wish: StepWish): StepWish =>
  wish.wants === "close" && !mayOfAll(turn, "action.handle") ? { wants: "finish" } : wish;

type Made = Exclude<ActionChange, { is: "open" }> | { lacks: "return" | "extend" } | { refuses: string };

function changeOf(turn: Turn, action: Action, wish: TakenStep, said: string): Made {
  const words = said.trim().slice(0, 500);
  switch (wish.wants) {
    case "assign":
      if (wish.unit === null)
        return {
          refuses: `没看出改由哪个单位办，请写单位的全称或简称，如“${actionName(action)} 改由区发改委”。`,
        };
      if (wish.unit === action.unit) return { refuses: `${actionName(action)}本来就由${action.unit}办理。` };
      return { is: "assign", words, unit: wish.unit };
    case "return": {
      const reason = words.replace(
        /^[^\s，,：:]*(?:退回|打回|驳回|重办|不同意办结|不同意|不予办结)[\s，,：:]*/,
        "",
      );
      return reason.length >= 2 ? { is: "return", words: reason } : { lacks: "return" };
    }
    case "extend": {
      const extension = extensionIn(turn, action, words);
      return "lacks" in extension ? { lacks: "extend" } : extension;
    }
    case "finish": {
      const evidence = turn.repliedTo ?? turn.messageId;
      return { is: "finish", words, evidence };
    }
    default:
      return { is: wish.wants, words };
  }
}

const told = (title: string, sentence: string): Answer => ({
  card: { title, tone: "grey", blocks: [text(sentence)] } satisfies CardView,
});
