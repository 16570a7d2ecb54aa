import type { Click, ClickAnswer, Command } from "../src/bot/command.js";
import { refusedOffice } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { attendOn } from "./meeting/attend-on.js";
import { book } from "./meeting/book.js";
import { askToCancel, cancel } from "./meeting/cancel.js";
import { askedMove, clickedMove } from "./meeting/move.js";
import { when } from "./meeting/when.js";
import { type Wish, wishOf } from "./meeting/wish.js";

const CHANGES: Record<Exclude<Wish, "when">, (turn: Turn, said: string) => ReturnType<Command["run"]>> = {
  book,
  move: askedMove,
  cancel: askToCancel,
};

/**
 * 排会: books the monthly 推进会, moves it and calls it off, for the office; tells everybody when it is. The
 * chat in which it is booked gets its reminders.
 */
export const meeting: Command = {
  name: "排会",
  aliases: ["预定会议", "订会"],
  topic: "会议与提醒",
  summary: "推进会什么时候开，谁都可以问；推进办排会、改期、取消，会前在这里提醒",
  examples: ["排会 下周二下午2点 区府3楼", "推进会什么时候开", "会议改到周五下午两点", "取消会议"],
  act: "look",
  insideOnly: "推进会的安排只在内部说。",
  async run(turn, { rest }) {
    const wish = rest === "" ? "when" : wishOf(rest);
    if (wish === "when") return when(turn);
    const refusal = await refusedOffice(turn);
    return refusal ? refused(turn, refusal, turn.words || "排会") : CHANGES[wish](turn, rest);
  },
  clicks: {
    cancel: { run: forOffice("取消会议", cancel) },
    move: { run: forOffice("会议改期", clickedMove) },
    attend: { repeats: true, run: (turn, click) => attendOn(turn, click, "参会") },
    decline: { repeats: true, run: (turn, click) => attendOn(turn, click, "请假") },
  },
};

function forOffice(what: string, run: (turn: Turn, click: Click) => Promise<ClickAnswer>) {
  return async (turn: Turn, click: Click): Promise<ClickAnswer> => {
    const refusal = await refusedOffice(turn);
    return refusal ? refusedClick(turn, refusal, what) : run(turn, click);
  };
}
