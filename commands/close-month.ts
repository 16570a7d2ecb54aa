import { brief } from "../src/bot/brief.js";
import { closeMonth } from "../src/bot/close-months.js";
import type { Answer, Command } from "../src/bot/command.js";
import { recordChanges } from "../src/bot/record-change.js";
import { snapshotLines, sumsShown } from "../src/bot/snapshot-lines.js";
import type { Turn } from "../src/bot/turn.js";
import { buttons, note, text } from "../src/cards/card.js";
import { totalLines } from "../src/cards/months/snapshot-card.js";
import { closedWords, snapshotNumber } from "../src/cards/months/snapshot-words.js";
import { typed } from "../src/cards/typed.js";
import { closeDayOf } from "../src/domain/data-month.js";
import { dayOf, formatDay, formatInstant } from "../src/domain/day.js";
import { addMonths, firstDayOf, formatPeriod, monthOf, type Period, yearOf } from "../src/domain/period.js";
import { monthIn } from "./months/month-words.js";
import { reportedFor } from "./months/reported-for.js";

interface Model {
  month: Period;
}

/** names of those that have not reported, so that the office sees whom it closes out */
const MOST_NAMES = 12;

/** 关账: the office closes a month before its day; what is reported for it afterwards is 更正. */
export const close: Command = {
  name: "关账",
  aliases: ["提前关账", "月度关账"],
  topic: "管理",
  summary: "提前关账：先看谁没报，再点关账；到期会自动关",
  examples: ["关账 9月", "关账"],
  act: "month.close",
  async run(turn, call) {
    const next = addMonths(turn.closedMonth, 1);
    const month = monthIn(turn, call.rest) ?? next;
    if (month <= turn.closedMonth) return closedAlready(turn, month);
    if (month > next)
      return brief(
        `${formatPeriod(month)}还不能关账`,
        `要一个月一个月地关：现在该关的是${formatPeriod(next)}。`,
      );
    return preview(turn, month);
  },
  clicks: {
    close: {
      async run(turn, click) {
        const { month } = click.model as Model;
        const { openId, name } = turn.speaker;
        const taken =
          month === addMonths(turn.closedMonth, 1) && month < monthOf(turn.now)
            ? await closeMonth(turn.tx, month, { openId, name, at: turn.now })
            : null;
        if (!taken) return { toast: "已经关过账了", tone: "info", ...(await closedAlready(turn, month)) };
        const number = snapshotNumber(taken);
        await recordChanges(turn, {
          subject: "month",
          subjectId: month,
          what: "提前关账",
          from: null,
          to: `快照 ${number}`,
        });
        const lines = sumsShown(turn, await snapshotLines(turn.tx, taken));
        return {
          toast: `${formatPeriod(month)}已关账`,
          card: {
            title: `${formatPeriod(month)}已关账　快照 ${number}`,
            tone: "green",
            blocks: [
              text(totalLines(lines).join("\n")),
              note(
                `${typed(name, 20)} ${formatInstant(turn.now)} 关账。之后报${formatPeriod(month)}的数都记为更正；发“快照 ${formatPeriod(month)}”看明细。`,
              ),
            ],
          },
        };
      },
    },
    drop: {
      async run(turn, click) {
        const { month } = click.model as Model;
        return { toast: "好的，没有关账", tone: "info", ...notClosed(month, turn.now) };
      },
    },
  },
  lapse: (model) => {
    const { month } = model as Model;
    return brief(
      "没有关账",
      `一天没有点“关账”，${formatPeriod(month)}到${formatDay(closeDayOf(month))}自动关账。`,
    );
  },
};

async function preview(turn: Turn, month: Period): Promise<Answer> {
  const name = formatPeriod(month);
  const today = dayOf(turn.now);
  const closes = formatDay(closeDayOf(month), today);
  if (month >= monthOf(turn.now))
    return brief(
      `${name}还没过完`,
      `${formatDay(firstDayOf(addMonths(month, 1)), today)}起可以提前关账；不关的话，到${closes}自动关账。`,
    );
  const { reported, missing } = await reportedFor(turn, month);
  const names = missing.slice(0, MOST_NAMES).map((each) => typed(each, 30));
  return {
    card: {
      title: `${name}现在关账吗`,
      subtitle: `到${closes}会自动关账`,
      tone: "orange",
      blocks: [
        text(`已报**${reported}**个，未报**${missing.length}**个`),
        ...(missing.length > 0
          ? [text(`未报：${names.join("、")}${missing.length > names.length ? `等${missing.length}个` : ""}`)]
          : []),
        buttons({ label: "关账", does: "close", look: "primary" }, { label: "先不关", does: "drop" }),
        note("关账后冻结这个月的数和灯，未报的记灰灯；之后再报，记为更正。关了不能再打开。"),
      ],
    },
    model: { month } satisfies Model,
    asks: true,
  };
}

async function closedAlready({ tx, now }: Turn, month: Period): Promise<Answer> {
  const found = await tx.months.snapshot(month);
  const restated = (await tx.months.restatedCounts(yearOf(month))).get(month) ?? 0;
  const name = formatPeriod(month, monthOf(now));
  return brief(
    `${name}已经关账了`,
    found
      ? `${closedWords(found, now)}，快照 ${snapshotNumber(found)}${restated > 0 ? `，之后有${restated}处更正` : ""}。现在改${name}的数，记为更正。`
      : "那时没有留快照。",
  );
}

const notClosed = (month: Period, now: number): Answer =>
  brief(
    `${formatPeriod(month)}没有关账`,
    `好的，还可以接着报，到${formatDay(closeDayOf(month), dayOf(now))}自动关账。`,
  );
