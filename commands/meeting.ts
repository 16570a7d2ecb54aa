import type { Answer, Click, ClickAnswer, Command } from "../src/bot/command.js";
import { refusedAct } from "../src/bot/permissions.js";
import { refusedClick } from "../src/bot/refuse.js";
import { refused } from "../src/bot/run-command.js";
import type { Turn } from "../src/bot/turn.js";
import { attendanceSaid, attendChosen, attendInWords } from "./meeting/attend-in-words.js";
import { attendOn } from "./meeting/attend-on.js";
import { book, bookHereToo, bookTopic, bookWithPlace } from "./meeting/book.js";
import { askToCancel, cancel } from "./meeting/cancel.js";
import { enterHeld, unenter } from "./meeting/enter-held.js";
import { askedMove, clickedMove } from "./meeting/move.js";
import { topicIn } from "./meeting/read-topic.js";
import { when } from "./meeting/when.js";
import { wishOf } from "./meeting/wish.js";

/**
 * 排会: books the monthly 推进会 and the 专题协调会, moves them and calls them off, for the office; tells
 * everybody when they are. The chat in which one is booked gets its reminders.
 */
export const meeting: Command = {
  name: "排会",
  aliases: ["预定会议", "订会"],
  topic: "会议与提醒",
  summary: "推进会、专题协调会什么时候开，谁都可以问；推进办排会、改期、取消，会前在这里提醒",
  examples: [
    "排会 下周二下午2点 区府3楼",
    "排会 专题 武宁路管线搬迁 下周五下午2点 区府2楼",
    "推进会什么时候开",
    "会议谁没回复",
    "会议改到周五下午两点",
    "取消会议",
  ],
  act: "look",
  insideOnly: "推进会的安排只在内部说。",
  async run(turn, { rest }) {
    const attendance = attendanceSaid(turn, rest);
    if (attendance) return attendInWords(turn, attendance, rest);
    if (rest === "" || wishOf(rest) === "when") return when(turn, rest);
    const refusal = await refusedAct(turn, "meeting.arrange");
    return refusal ? refused(turn, refusal, turn.words || "排会") : change(turn, rest);
  },
  clicks: {
    cancel: { run: forOffice("取消会议", cancel) },
    move: { run: forOffice("会议改期", clickedMove) },
    place: { run: forOffice("排会", bookWithPlace) },
    too: { run: forOffice("排会", bookHereToo) },
    unenter: { run: forOffice("撤销补记", unenter) },
    reply: { run: attendChosen },
    attend: attendOn("attend"),
    decline: attendOn("decline"),
    standIn: attendOn("standIn"),
  },
};

const HELD = /^补记[\s:：,，]*/;

function change(turn: Turn, rest: string): Promise<Answer> {
  if (HELD.test(rest)) return enterHeld(turn, rest.replace(HELD, ""));
  const topic = topicIn(rest, turn.names);
  if (topic) return bookTopic(turn, topic);
  const wish = wishOf(rest);
  if (wish === "move") return askedMove(turn, rest);
  return wish === "cancel" ? askToCancel(turn, rest) : book(turn, rest);
}

function forOffice(what: string, run: (turn: Turn, click: Click) => Promise<ClickAnswer>) {
  return async (turn: Turn, click: Click): Promise<ClickAnswer> => {
    const refusal = await refusedAct(turn, "meeting.arrange");
    return refusal ? refusedClick(turn, refusal, what) : run(turn, click);
  };
}
