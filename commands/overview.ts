import type { Answer, Command } from "../src/bot/command.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { type ListModel, listCard, projectListClicks } from "../src/bot/lists/project-list.js";
import { filterAsked, readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { assessed, assessedAtClose, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { classText } from "../src/cards/list/class-totals.js";
import { conditions, type Filter } from "../src/domain/filter.js";
import { formatPercent } from "../src/domain/money.js";
import {
  addMonths,
  formatPeriod,
  lastDayOf,
  monthNumber,
  monthOf,
  type Period,
  periodOf,
  yearOf,
} from "../src/domain/period.js";
import type { QueryItem } from "../src/language/items.js";
import { monthAsked, withoutMonth } from "../src/language/month-asked.js";

/** 总览: each class against its control total, the difference said. */
export const overview: Command = {
  name: "总览",
  aliases: ["概况", "汇总"],
  topic: "查项目",
  summary: "各类项目合计，对照年度控制数；按单位、种类合计",
  examples: ["总览", "总览 区属重大", "区属63个完成多少了", "总览 区建管委 道路"],
  act: "look",
  insideOnly: "全区合计和土地价格只在内部看。",
  async run(turn, call) {
    const asked = call.items.find((item): item is QueryItem => item.intent === "query");
    const filter = asked ? await filterAsked(turn, asked) : await readFilter(turn, withoutMonth(call.rest));
    if ("unread" in filter) return unreadFilter(filter, "总览");
    const chosen = await someOf(turn, asked, filter);
    const month = monthMeant(turn, asked, call.rest);
    // Control totals are the classes', and of the closed month: all else is a list with its sum.
    const wanted = chosen.class;
    const isClassAtMost = conditions(chosen).every(({ key }) => key === "class");
    const isPast = month !== null && month < turn.closedMonth;
    if (isClassAtMost && isPast && LAND.has(wanted ?? "")) return landThen(turn, wanted ?? "", month);
    const isListed = wanted !== undefined && ASKS_WHICH.test(asked?.text ?? "");
    if (!isClassAtMost || isListed || (month && !LAND.has(wanted ?? ""))) {
      const model: ListModel = { ...chosen, ...(month ? { month } : {}) };
      return { card: await listCard(turn, model, 1), model };
    }
    const viewpoint = viewpointOf(turn);
    const year = yearOf(viewpoint.month);
    const all = await assessed(turn.tx, viewpoint, { withFinished: true });
    const totals = (await turn.tx.projects.controlTotals(year)).filter(
      (total) => !wanted || total.class === wanted,
    );
    const blocks: Block[] = wanted ? [] : [text(countLine(all))];
    for (const total of totals) {
      const own = all.filter((one) => one.project.class === total.class);
      blocks.push(rule, text(classText(total, own, year, turn.sight.pricesOf === null)));
    }
    const unclassed = all.filter((one) => one.project.class === null);
    if (!wanted && unclassed.length > 0)
      blocks.push(rule, text(`**未归类**\n在册${unclassed.length}个，不计入重大项目`));
    if (totals.length === 0) blocks.push(text(`${year}年的控制数还没有录入。`));
    const due = (monthNumber(viewpoint.month) / 12) * 100;
    blocks.push(
      note(
        `时序进度 ${formatPercent(due)}（${monthNumber(viewpoint.month)}/12）　${dataAsOf(viewpoint.month, turn.now)}`,
      ),
    );
    return {
      card: { title: wanted ? `${wanted} ${year}年` : `${year}年总览`, tone: "blue", blocks },
    };
  },
  clicks: { ...projectListClicks },
};

/** 市属重大有哪些: the projects, not their sum. */
const ASKS_WHICH = /哪些|哪几个|名单|清单/;

/** Counted in 亩 and amounts, of which only the latest are at hand. */
const LAND: ReadonlySet<string> = new Set(["土地出让", "土地收储"]);

/** 土地收储7月底收了多少亩: as it stood when that month closed. */
async function landThen(turn: Turn, wanted: string, month: Period): Promise<Answer> {
  const year = yearOf(month);
  const own = await assessedAtClose(turn.tx, month, {
    codes: turn.sight.codes,
    class: wanted,
    withFinished: true,
  });
  const totals = await turn.tx.projects.controlTotals(year);
  const blocks = totals
    .filter((total) => total.class === wanted)
    .map((total) => text(classText(total, own, year, turn.sight.pricesOf === null)));
  return {
    card: {
      title: `${wanted}　截至${formatPeriod(month, monthOf(turn.now))}底`,
      tone: "blue",
      blocks: [...blocks, note(`按${formatPeriod(month)}关账时的数`)],
    },
  };
}

/** 我负责哪些项目: the speaker's own, where no unit is named. */
async function someOf(turn: Turn, asked: QueryItem | undefined, filter: Filter): Promise<Filter> {
  if (!asked || filter.unit) return filter;
  return { ...filter, ...(await ownScope(turn, asked.text ?? "")) };
}

/** 7月底完成多少, 8月完成多少: the month that is meant; a day within a month asks for the month before it. */
function monthMeant(turn: Turn, asked: QueryItem | undefined, rest: string): Period | null {
  const thisMonth = monthOf(turn.now);
  const month = asked
    ? (monthOfDay(asked) ?? (asked.about === "totals" ? monthAsked({}, asked.text ?? "", thisMonth) : null))
    : monthAsked({}, rest, thisMonth);
  return month && month <= thisMonth ? month : null;
}

function monthOfDay({ about, date }: QueryItem): Period | null {
  if (about !== "as-of" || !date) return null;
  const month = periodOf(date);
  return date === lastDayOf(month) ? month : addMonths(month, -1);
}
