import { type CardView, note, text } from "../../cards/card.js";
import { countLine } from "../../cards/count-line.js";
import { dataAsOf } from "../../cards/data-as-of.js";
import { filterLine, filterTitle, listButtons } from "../../cards/list/filter-line.js";
import { monthLine, monthSumLine } from "../../cards/list/month-line.js";
import { totalLines } from "../../cards/list/total-lines.js";
import { pageButtons, paged } from "../../cards/pager.js";
import { listLine } from "../../cards/project-line.js";
import { conditions, type Filter } from "../../domain/filter.js";
import { formatPeriod, monthOf, type Period, yearOf } from "../../domain/period.js";
import { worstFirst } from "../../domain/portfolio.js";
import { totalsAt } from "../../domain/totals.js";
import type { Turn } from "../turn.js";
import { listClicks } from "./list-clicks.js";
import { countedOf, projectsOf } from "./projects-of.js";

const PAGE = 10;

export interface ListModel extends Filter {
  /** the month whose figures were asked for: 7月完成多少 */
  month?: Period;
}

/** Projects, worst first; where they are chosen in some way the money is added up too. */
export async function listCard(turn: Turn, model: ListModel, page: number): Promise<CardView> {
  const { month: asked, ...filter } = model;
  const { closedMonth, now, sight } = turn;
  const year = yearOf(closedMonth);
  const kept = worstFirst(await projectsOf(turn, filter), closedMonth);
  const counted = await countedOf(turn, filter);
  const view = paged(kept, page, PAGE);
  const isOfSome = conditions(filter).length > 0 || asked !== undefined;
  const sums =
    isOfSome && sight.money
      ? totalLines(totalsAt(counted, asked ?? closedMonth, await turn.tx.rules.current()))
      : [];
  // Lamps and 形象 are of today: beside the figures of a month they would be taken for that month's.
  const head = asked ? [`共${kept.length}个`, monthSumLine(counted, asked)] : [countLine(counted)];
  const lines = view.shown.map((one) => (asked ? monthLine(one, asked) : listLine(one, year, sight.money)));
  const title = [filterTitle(filter), asked ? `截至${formatPeriod(asked, monthOf(now))}底` : ""];
  return {
    title: ["项目列表", ...title].filter(Boolean).join("　"),
    tone: "blue",
    blocks: [
      ...filterLine(filter, kept.length),
      text([...head, ...sums].join("\n")),
      text(lines.join("\n") || noneText(turn)),
      ...listButtons(filter, ...pageButtons(view)),
      note(`${dataAsOf(closedMonth, now)}　第${view.page}／${view.pages}页`),
    ],
  };
}

export const projectListClicks = listClicks<ListModel>("列表", listCard);

/** Outside, what is not shown may well be there. */
const noneText = ({ sight }: Turn): string =>
  sight.codes ? "这里能看的项目里没有符合的。" : "没有符合的项目。";
