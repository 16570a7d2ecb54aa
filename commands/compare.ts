import type { Command } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import { note, text } from "../src/cards/card.js";
import { typed } from "../src/cards/typed.js";
import { lampSign } from "../src/domain/lamp.js";
import { ytdUpTo } from "../src/domain/ledger-figures.js";
import { formatMoney } from "../src/domain/money.js";
import { addMonths, formatPeriod, monthNumber, type Period, yearOf } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import { monthMark } from "../src/store/projects.js";
import { readFilter, standingFilter, unreadFilter } from "./filter.js";

const MOST = 12;
const EXAMPLES = ["区属重大", "区建管委"];

/** 比上月: what the last closed month has changed: lamps, and the year's money. */
export const compare: Command = {
  name: "比上月",
  aliases: ["环比", "比上月变化"],
  topic: "查项目",
  summary: "最近关账的一个月有什么变化",
  examples: ["比上月变化", "比上月 区建管委"],
  act: "look",
  insideOnly: "全区的月度对比只在内部看。",
  async run(turn, call) {
    const filter = await readFilter(turn, call.rest);
    if ("unread" in filter || filter.lamps)
      return unreadFilter(
        "unread" in filter ? filter : { unread: "比上月按类别或单位看。" },
        "比上月",
        EXAMPLES,
      );
    const viewpoint = viewpointOf(turn);
    const { month } = viewpoint;
    const before = addMonths(month, -1);
    const all = await assessed(turn.tx, viewpoint, standingFilter(turn, filter));
    const [then, now] = await Promise.all([
      turn.tx.projects.lampMarks(monthMark(before)),
      turn.tx.projects.lampMarks(monthMark(month)),
    ]);
    const changed = all.filter(({ project: { code } }) => {
      const last = then.get(code);
      return last !== undefined && now.has(code) && last !== now.get(code);
    });
    const lines = changed
      .slice(0, MOST)
      .map(
        ({ project }) =>
          `${lampSign(then.get(project.code) ?? "grey")}→${lampSign(now.get(project.code) ?? "grey")} ${typed(project.name)}`,
      );
    return {
      card: {
        title: [
          `${formatPeriod(month)}比${formatPeriod(before)}`,
          filter.codes ? "您名下的" : "",
          filter.class,
          filter.unit,
        ]
          .filter(Boolean)
          .join("　"),
        tone: "blue",
        blocks: [
          text(moneyText(all, month)),
          text(
            changed.length === 0
              ? "灯没有变化。"
              : [`**灯有变化的${changed.length}个**`, ...lines, changed.length > MOST ? "……" : ""]
                  .filter(Boolean)
                  .join("\n"),
          ),
          note("灯按两个月关账时的数"),
        ],
      },
    };
  },
};

/** What the month has added to the year's money, over the projects that have a figure for its end. */
function moneyText(all: readonly Assessed[], month: Period): string {
  const year = yearOf(month);
  let added = 0;
  let counted = 0;
  for (const { figures } of all) {
    const ytd = figures.years[year]?.ytd ?? {};
    const end = ytd[month];
    if (!end) continue;
    const start = monthNumber(month) === 1 ? undefined : ytdUpTo(ytd, addMonths(month, -1));
    added += end.yuan - (start?.yuan ?? 0);
    counted += 1;
  }
  return `${formatPeriod(month)}新增投资 **${formatMoney(added)}**（${counted}个项目有数）`;
}
