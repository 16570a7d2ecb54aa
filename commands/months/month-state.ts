import type { Command } from "../../src/bot/command.js";
import { note, text } from "../../src/cards/card.js";
import { closedWords, snapshotNumber } from "../../src/cards/months/snapshot-words.js";
import { closeDayOf } from "../../src/domain/data-month.js";
import { dayOf, formatDay } from "../../src/domain/day.js";
import { addMonths, formatPeriod, period, periodsFromTo, yearOf } from "../../src/domain/period.js";
import { reportedFor } from "./reported-for.js";

/** 关账情况: which months are closed, when, under which number, and what was put right since. */
export const monthState: Command = {
  name: "关账情况",
  aliases: ["哪几个月关账了", "关账记录"],
  topic: "查项目",
  summary: "今年各月关账没有、快照编号、更正几处，下一次哪天关",
  examples: ["关账情况"],
  act: "look",
  insideOnly: "关账情况只在内部看。",
  async run(turn) {
    const { tx, now, closedMonth } = turn;
    const year = yearOf(closedMonth);
    const snapshots = new Map((await tx.months.snapshots(year)).map((one) => [one.month, one]));
    const restated = await tx.months.restatedCounts(year);
    const next = addMonths(closedMonth, 1);
    const { reported, missing } = await reportedFor(turn, next);
    const lines = periodsFromTo(period(year, 1), closedMonth)
      .reverse()
      .map((month) => {
        const found = snapshots.get(month);
        const count = restated.get(month) ?? 0;
        const how = found
          ? `${closedWords(found, now)}　快照 ${snapshotNumber(found)}`
          : "已关账，没有留快照";
        return `**${formatPeriod(month)}**　${how}${count > 0 ? `　更正${count}处` : ""}`;
      });
    return {
      card: {
        title: `${year}年关账情况`,
        tone: "blue",
        blocks: [
          text(
            `**${formatPeriod(next, closedMonth)}**　${formatDay(closeDayOf(next), dayOf(now))}自动关账，已报${reported}个，未报${missing.length}个`,
          ),
          text(lines.join("\n")),
          note(
            `发“快照 ${formatPeriod(closedMonth)}”看关账时的数，“更正记录 ${formatPeriod(closedMonth)}”看关账后改过的。`,
          ),
        ],
      },
    };
  },
};
