import type { Command } from "../src/bot/command.js";
import { ownScope } from "../src/bot/lists/own-projects.js";
import { type ListModel, listCard, projectListClicks } from "../src/bot/lists/project-list.js";
import { filterAsked, readFilter, unreadFilter } from "../src/bot/lists/read-filter.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Turn } from "../src/bot/turn.js";
import { type Block, note, rule, text } from "../src/cards/card.js";
import { countLine } from "../src/cards/count-line.js";
import { dataAsOf } from "../src/cards/data-as-of.js";
import { typed } from "../src/cards/typed.js";
import { conditions, type Filter } from "../src/domain/filter.js";
import { currentYtd } from "../src/domain/ledger-figures.js";
import { formatMoney, formatPercent } from "../src/domain/money.js";
import {
  addMonths,
  lastDayOf,
  monthNumber,
  monthOf,
  type Period,
  periodOf,
  yearOf,
} from "../src/domain/period.js";
import { type Assessed, type Sums, sums } from "../src/domain/portfolio.js";
import type { ControlTotal } from "../src/domain/project.js";
import type { QueryItem } from "../src/language/items.js";
import { monthAsked, withoutMonth } from "../src/language/month-asked.js";

/** 总览: each class against its control total, the difference said. */
export const overview: Command = {
  name: "总览",
  aliases: ["总体情况", "概况", "汇总"],
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
    if (!isClassAtMost || month) {
      const model: ListModel = { ...chosen, ...(month ? { month } : {}) };
      return { card: await listCard(turn, model, 1), model };
    }
    const viewpoint = viewpointOf(turn);
    const year = yearOf(viewpoint.month);
    const all = await assessed(turn.tx, viewpoint);
    const totals = (await turn.tx.projects.controlTotals(year)).filter(
      (total) => !wanted || total.class === wanted,
    );
    const blocks: Block[] = wanted ? [] : [text(countLine(all))];
    for (const total of totals) {
      const own = all.filter((one) => one.project.class === total.class);
      blocks.push(rule, text(classText(total, own, year)));
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

/** 我负责哪些项目: the speaker's own, where no unit is named. */
async function someOf(turn: Turn, asked: QueryItem | undefined, filter: Filter): Promise<Filter> {
  if (!asked || filter.unit) return filter;
  return { ...filter, ...(await ownScope(turn, asked.text ?? "")) };
}

/** 7月底完成多少, 8月完成多少: the month that is meant; a day within a month asks for the month before it. */
function monthMeant(turn: Turn, asked: QueryItem | undefined, rest: string): Period | null {
  const thisMonth = monthOf(turn.now);
  const month = asked ? monthOfDay(asked) : monthAsked({}, rest, thisMonth);
  return month && month <= thisMonth ? month : null;
}

function monthOfDay({ about, date }: QueryItem): Period | null {
  if (about !== "as-of" || !date) return null;
  const month = periodOf(date);
  return date === lastDayOf(month) ? month : addMonths(month, -1);
}

function classText(total: ControlTotal, own: Assessed[], year: number): string {
  const lines = [`**${typed(total.class)}**　${countLine(own)}`];
  const about = total.approx ? "约" : "";
  if (total.projects !== undefined)
    lines.push(
      `计划${total.projects}个${partsOf(total)}，在册${own.length}个${difference(own.length - total.projects)}`,
    );
  if (total.yearYuan !== undefined) lines.push(...investmentLines(total, sums(own, year), about));
  if (total.mu !== undefined) lines.push(areaLine(total.mu, own, year, about));
  if (total.fundsYuan !== undefined) lines.push(fundsLine("收储资金", total.fundsYuan, own, year, about));
  if (total.amountYuan !== undefined) lines.push(fundsLine("出让金", total.amountYuan, own, year, about));
  if (total.scope) lines.push(`口径：${typed(total.scope, 120)}`);
  if (total.check) lines.push(`待核：${typed(total.check, 120)}`);
  return lines.join("\n");
}

function partsOf({ formal, reserve, carriedOver, new: added }: ControlTotal): string {
  if (formal !== undefined && reserve !== undefined) return `（正式${formal}、预备${reserve}）`;
  if (carriedOver !== undefined && added !== undefined) return `（结转${carriedOver}、新增${added}）`;
  return "";
}

const difference = (count: number): string =>
  count === 0 ? "，相符" : count < 0 ? `，差${-count}个` : `，多${count}个`;

function investmentLines(total: ControlTotal, own: Sums, about: string): string[] {
  const control = total.yearYuan ?? 0;
  const share = formatPercent((own.ytdYuan / control) * 100);
  const done =
    own.reported === 0
      ? "累计完成：还没有报数"
      : `累计完成 **${formatMoney(own.ytdYuan)}**（${own.reported}个有数），占控制数 ${share}${
          own.planYuan > 0 ? `，占在册计划 ${formatPercent((own.ytdYuan / own.planYuan) * 100)}` : ""
        }`;
  return [
    `年度计划：控制数${about}${formatMoney(control)}，在册${own.planned}个有计划，合计${formatMoney(own.planYuan)}，${shortfall(control - own.planYuan)}`,
    done,
  ];
}

const shortfall = (yuan: number): string =>
  yuan === 0 ? "相符" : yuan > 0 ? `比控制数少${formatMoney(yuan)}` : `比控制数多${formatMoney(-yuan)}`;

function areaLine(control: number, own: Assessed[], year: number, about: string): string {
  const done = own.reduce((sum, one) => sum + (one.figures.years[year]?.area?.mu ?? 0), 0);
  return `面积：控制数${about}${control}亩，${done > 0 ? `已报**${done}亩**，占 ${formatPercent((done / control) * 100)}` : "还没有报数"}`;
}

function fundsLine(name: string, control: number, own: Assessed[], year: number, about: string): string {
  const done = own.reduce(
    (sum, { figures }) => sum + (figures.years[year]?.funds?.yuan ?? currentYtd(figures, year)?.yuan ?? 0),
    0,
  );
  return `${name}：控制数${about}${formatMoney(control)}，${done > 0 ? `已报**${formatMoney(done)}**，占 ${formatPercent((done / control) * 100)}` : "还没有报数"}`;
}
