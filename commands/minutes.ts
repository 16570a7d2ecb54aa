import { brief } from "../src/bot/brief.js";
import type { Command } from "../src/bot/command.js";
import { known, meant } from "../src/bot/meeting/meetings-here.js";
import { type MinutesModel, minutesOf } from "../src/bot/meeting/minutes.js";

const YEAR = 366 * 24 * 3_600_000;

/** 纪要: of the meeting held last, or of the one whose day or matter is named. */
export const minutes: Command = {
  name: "纪要",
  aliases: ["会议纪要"],
  topic: "会议与提醒",
  summary: "一次会的纪要：谁来了、议了什么、议定了什么、办得怎么样；可出文字版",
  examples: ["纪要", "纪要 9月13日"],
  act: "look",
  insideOnly: "推进会的安排只在内部说。",
  async run(turn, { rest }) {
    const { tx, now, chat } = turn;
    const held = await known(tx, await tx.meetings.between(now - YEAR, now + 1), chat.chatId);
    const found = (await meant(turn, held, rest)).at(-1);
    if (!found)
      return brief("还没有纪要", "还没有开过会。开会后会上说“议定 区建管委 9/30 …”，我来记成纪要。");
    return minutesOf(turn, found);
  },
  clicks: {
    asText: {
      async run(turn, { model }) {
        const meeting = await turn.tx.meetings.find((model as MinutesModel).meetingId);
        if (!meeting) return { toast: "这个会已经取消了", tone: "info" };
        return { toast: "可以长按复制", ...(await minutesOf(turn, meeting, true)) };
      },
    },
  },
};
