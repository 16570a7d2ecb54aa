import { brief } from "../../src/bot/brief.js";
import type { Answer, Command } from "../../src/bot/command.js";
import { snapshotLines, sumsShown } from "../../src/bot/snapshot-lines.js";
import type { Turn } from "../../src/bot/turn.js";
import { snapshotCard } from "../../src/cards/months/snapshot-card.js";
import { noSnapshot } from "../../src/cards/months/snapshot-words.js";
import { formatPeriod, type Period, yearOf } from "../../src/domain/period.js";
import { type MonthModel, monthPages } from "./month-pages.js";
import { monthIn } from "./month-words.js";

/** 快照: a closed month as it was frozen, by its number. */
export const snapshot: Command = {
  name: "快照",
  aliases: ["月度快照", "数据快照"],
  topic: "查项目",
  summary: "关账时冻结的数和灯，有编号",
  examples: ["快照 8月", "8月快照"],
  act: "look",
  insideOnly: "全区的月度数据只在内部看。",
  run: (turn, call) => answer(turn, monthIn(turn, call.rest) ?? turn.closedMonth, 1),
  clicks: { page: monthPages(answer) },
};

async function answer(turn: Turn, month: Period, page: number): Promise<Answer> {
  const { tx, now, closedMonth } = turn;
  const found = await tx.months.snapshot(month);
  if (!found) {
    const title = `${formatPeriod(month, closedMonth)}没有快照`;
    return brief(title, noSnapshot(month, closedMonth));
  }
  const restated = (await tx.months.restatedCounts(yearOf(month))).get(month) ?? 0;
  const lines = sumsShown(turn, await snapshotLines(tx, found));
  return {
    card: snapshotCard(found, lines, { restated, now, page }),
    model: { month } satisfies MonthModel,
  };
}
