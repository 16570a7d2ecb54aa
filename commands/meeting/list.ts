import type { Command } from "../../src/bot/command.js";
import { handOver } from "../../src/bot/hand-over.js";
import { known } from "../../src/bot/meeting/meetings-here.js";
import { minutesOf } from "../../src/bot/meeting/minutes.js";
import type { Turn } from "../../src/bot/turn.js";
import type { CardView } from "../../src/cards/card.js";
import { yearCard } from "../../src/cards/meeting/year-card.js";
import { isOpenAction } from "../../src/domain/action.js";
import { at, dayOf } from "../../src/domain/day.js";
import { wishOf } from "./wish.js";

interface Model {
  year: number;
}

/** 会议: the meetings of a year, and how many 推进会 were held of the twelve that are due. */
export const meetingList: Command = {
  name: "会议列表",
  aliases: ["会议", "会议清单"],
  topic: "会议与提醒",
  summary: "今年的会：应开几次、已开几次，哪天开的、议定了几项",
  examples: ["会议", "今年推进会开了几次", "会议 2021年"],
  act: "look",
  insideOnly: "推进会的安排只在内部说。",
  async run(turn, call) {
    const { rest } = call;
    // 会议 改到周五下午两点 is about the next one.
    if (rest && !YEAR.test(rest) && !COUNTED.test(rest) && wishOf(rest) !== "book")
      return handOver(turn, "排会", call);
    const model: Model = { year: yearIn(rest, turn.now) };
    return { card: await listView(turn, model.year, 1), model };
  },
  clicks: {
    page: {
      repeats: true,
      async run(turn, { args, model }) {
        return { toast: "好的", card: await listView(turn, (model as Model).year, Number(args.page)) };
      },
    },
    minutes: {
      async run(turn, { args }) {
        const found = await turn.tx.meetings.find(Number(args.id));
        if (!found) return { toast: "这个会已经取消了", tone: "info" };
        return { toast: "好的", ...(await minutesOf(turn, found)), becomes: "纪要" };
      },
    },
  },
};

const YEAR = /(20\d{2})\s*年?|去年/;
const COUNTED = /[几多]少?次|次数|应开|全部|所有|列表|今年/;

function yearIn(words: string, now: number): number {
  const current = Number(dayOf(now).slice(0, 4));
  const named = YEAR.exec(words.normalize("NFKC"));
  if (!named) return current;
  return named[1] ? Number(named[1]) : current - 1;
}

async function listView(turn: Turn, year: number, page: number): Promise<CardView> {
  const { tx, now, chat } = turn;
  const all = await tx.meetings.between(at(`${year}-01-01`), at(`${year + 1}-01-01`));
  const actions = new Map<number, { all: number; closed: number }>();
  for (const action of await tx.actions.list({ withClosed: true })) {
    if (action.meetingId === null) continue;
    const counted = actions.get(action.meetingId) ?? { all: 0, closed: 0 };
    counted.all++;
    if (!isOpenAction(action)) counted.closed++;
    actions.set(action.meetingId, counted);
  }
  return yearCard({ year, meetings: await known(tx, all, chat.chatId), actions, page, now });
}
