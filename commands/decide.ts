import { type DecideModel, decide, decideAnswer } from "../src/bot/action/decide.js";
import { actionListClicks, listActions } from "../src/bot/action/list-actions.js";
import { readDecisions } from "../src/bot/action/read-decision.js";
import { dueIn } from "../src/bot/action/read-due.js";
import { isOpening, withdrawStep } from "../src/bot/action/withdraw.js";
import { brief } from "../src/bot/brief.js";
import type { Answer, Click, ClickAnswer, ClickHandler, Command } from "../src/bot/command.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { lapsedCard } from "../src/cards/action/decided-card.js";
import { text } from "../src/cards/card.js";
import { dayOf, formatDay } from "../src/domain/day.js";

/** decisions of one message; more are a document, and to be sent in parts */
const MOST = 30;
const LIST = /^(?:清单|事项|列表|全部|逾期)?$/;

/** 议定: what the meeting has decided becomes an action with unit, day and number; several lines at once. */
export const decision: Command = {
  name: "议定",
  aliases: ["记议定", "会议议定"],
  topic: "会议与提醒",
  summary: "会上定的事：哪个单位、哪天前、办什么；一行一条，可以贴几行",
  examples: ["议定 区建管委 9/30 完成管线迁改方案", "会议明确由区发改委10月15日前完成武宁路概算批复"],
  act: "look",
  insideOnly: "议定事项只在内部记。",
  async run(turn, call) {
    if (LIST.test(call.rest)) return listActions(turn, call.rest);
    const refusal = await refusedAct(turn, "meeting.decide");
    if (refusal) return refused(turn, refusal, turn.words || "议定");
    const decisions = await readDecisions(turn, call.rest);
    if (decisions.length === 0 || decisions.length > MOST)
      return notWritten(
        decisions.length > MOST
          ? `一次最多记${MOST}条，这里有${decisions.length}条，一条也没有记。请分几次发。`
          : "没看出要办什么。请这样说：议定 区建管委 9/30 完成管线迁改方案",
      );
    return decide(turn, decisions, { written: [], known: [], pending: [] });
  },
  clicks: {
    ...actionListClicks,
    unit: answering((_turn, { args, form }) => {
      const unit = String(args.unit ?? form.unit ?? "");
      return unit ? { unit } : { toast: "请选一个单位" };
    }),
    due: answering((turn, { args, form }) => {
      if (typeof args.day === "string") return { due: args.day };
      const today = dayOf(turn.now);
      const { due, past, either } = dueIn(String(form.day ?? ""), turn.names, today);
      if (past) return { toast: `${formatDay(past, today)}已经过了，请填以后的日期` };
      if (either) return { toast: "请写明是哪一天，如10月15日" };
      return due ? { due } : { toast: "没看出是哪一天，请写成10月15日这样" };
    }),
    words: answering((_turn, { form }) => {
      const words = String(form.words ?? "").trim();
      return words.length < 2 ? { toast: "请写要办的事" } : { words: words.slice(0, 500) };
    }),
    skip: {
      run: forOffice(async (turn, click) => {
        const { pending, ...model } = click.model as DecideModel;
        const answer = await decideAnswer(turn, { ...model, pending: pending.slice(1) });
        return { toast: "这条没有记", tone: "info", ...answer };
      }),
    },
    withdraw: {
      run: forOffice(async (turn, click) => {
        const number = Number(click.args.number);
        const taken = await withdrawStep(turn, number, isOpening);
        if ("refuses" in taken) return { toast: taken.refuses, tone: "info" };
        const model = click.model as DecideModel;
        const left = { ...model, written: model.written.filter((one) => one !== number) };
        if (left.written.length + left.known.length + left.pending.length > 0)
          return { toast: `已撤销议${number}`, ...(await decideAnswer(turn, left)) };
        return {
          toast: `已撤销议${number}`,
          card: {
            title: `已撤销议${number}`,
            tone: "grey",
            blocks: [text("这一条不再算议定事项；要记请再说一遍。")],
          },
          model: left,
        };
      }),
    },
  },
  lapse(model) {
    const { pending, written } = model as DecideModel;
    return { card: lapsedCard(pending.length, written.length) };
  },
};

type Filled = { unit: string } | { due: string } | { words: string } | { toast: string };

/** Answers the first question of the card; what is complete then is written, the next one asked. */
function answering(read: (turn: Turn, click: Click) => Filled): ClickHandler {
  return {
    run: forOffice(async (turn, click) => {
      const filled = read(turn, click);
      if ("toast" in filled) return { toast: filled.toast, tone: "info" };
      const model = click.model as DecideModel;
      const [first, ...others] = model.pending;
      if (!first) return { toast: "这一条已经答过了", tone: "info" };
      const { past: _, ...decision } = { ...first, ...filled };
      const answer = await decide(turn, [decision, ...others], model);
      return { toast: "好的", ...answer };
    }),
  };
}

function forOffice(run: (turn: Turn, click: Click) => Promise<ClickAnswer>) {
  return async (turn: Turn, click: Click): Promise<ClickAnswer> => {
    const refusal = await refusedAct(turn, "meeting.decide");
    return refusal ? refusedClick(turn, refusal, "记议定事项") : run(turn, click);
  };
}

const notWritten = (sentence: string): Answer => brief("没有记", sentence);
