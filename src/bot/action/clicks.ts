import { type Action, type ActionChange, actionName } from "../../domain/action.js";
import type { Click, ClickAnswer, ClickHandler } from "../command.js";
import type { Turn } from "../turn.js";
import { type ActionFace, type ActionModel, actionView } from "./action-view.js";
import { extensionIn } from "./extension.js";
import { refusedStep, takeStep } from "./take-step.js";
import { isOfWrite, withdrawStep } from "./withdraw.js";

/** name of the command whose card an action's card is */
const LIST = "议定事项";

type Change = Exclude<ActionChange, { is: "open" }>;

/** The buttons under an action, wherever it is shown; the card becomes the action's own. */
export const actionClicks: Record<string, ClickHandler> = {
  show: {
    run: (turn, click) => onAction(turn, click, async (action) => shown(turn, action, "好的")),
  },
  ackAction: step("已知悉", () => ({ is: "acknowledge", words: "已知悉" })),
  finishAction: step("已申请办结", () => ({ is: "finish", words: "申请办结" })),
  closeAction: step("已办结", () => ({ is: "close", words: "同意办结" })),
  undoAction: {
    run: (turn, click) =>
      onAction(turn, click, async ({ number }) => {
        const taken = await withdrawStep(turn, number, isOfWrite(String(click.args.writeId)));
        if ("refuses" in taken) return { toast: taken.refuses, tone: "info" };
        const { left, step, sentence } = taken;
        return left ? shown(turn, left, sentence, { done: `已撤销${step}` }) : { toast: sentence };
      }),
  },
  askReturnAction: asking("return"),
  askExtendAction: asking("extend"),
  returnAction: step("已退回", (_turn, _action, { form }) => {
    const reason = String(form.reason ?? "").trim();
    return reason.length < 2
      ? { refuses: "请写明为什么退回" }
      : { is: "return", words: reason.slice(0, 500) };
  }),
  extendAction: step("已延期", (turn, action, { form }) => {
    const extension = extensionIn(
      turn,
      action,
      String(form.due ?? "").slice(0, 40),
      String(form.reason ?? "").slice(0, 500),
    );
    if (!("lacks" in extension)) return extension;
    return { refuses: extension.lacks === "due" ? "没看出延到哪天，请写成10月15日这样" : "请写明为什么延期" };
  }),
};

function step(
  label: string,
  changeOf: (turn: Turn, action: Action, click: Click) => Change | { refuses: string },
): ClickHandler {
  return {
    run: (turn, click) =>
      onAction(turn, click, async (action) => {
        const change = changeOf(turn, action, click);
        if ("refuses" in change) return { toast: change.refuses, tone: "info" };
        const outcome = await takeStep(turn, action, change);
        if (outcome.is !== "done")
          return { toast: outcome.sentence, tone: outcome.is === "known" ? "info" : "error" };
        return shown(turn, outcome.action, `${actionName(action)}${label}`, {
          done: label,
          undoes: turn.writeId,
        });
      }),
  };
}

/** The card asks for what the step needs, of somebody who may take it. */
function asking(what: "return" | "extend"): ClickHandler {
  return {
    run: (turn, click) =>
      onAction(turn, click, async (action) => {
        const refused = await refusedStep(turn, action, what);
        if (refused) return { toast: refused.sentence, tone: refused.is === "known" ? "info" : "error" };
        return shown(turn, action, "请填写", { asking: what });
      }),
  };
}

async function onAction(
  turn: Turn,
  { args }: Click,
  run: (action: Action) => Promise<ClickAnswer>,
): Promise<ClickAnswer> {
  const action = await turn.tx.actions.find(Number(args.number));
  return action ? run(action) : { toast: "这一条已经撤销了", tone: "info" };
}

async function shown(turn: Turn, action: Action, toast: string, face: ActionFace = {}): Promise<ClickAnswer> {
  const model: ActionModel = { action: action.number };
  return { toast, card: await actionView(turn, action, face), model, becomes: LIST };
}
