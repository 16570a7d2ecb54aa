import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { addMonths, formatPeriod, type Period, periodsFromTo } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { isInGap } from "../../domain/report-gap.js";
import { type CardView, text } from "../card.js";
import { lampName } from "../project-line.js";
import { plain, typed } from "../typed.js";

/** `⚪ **加油站**　桃浦智创城公司　7月起没报，上次7月4日` */
export function missingLine(one: Assessed, month: Period, today: Day): string {
  const { project, reportedMonth, lastSaidAt } = one;
  const isFirst = reportedMonth === null || reportedMonth < project.firstMonth;
  const next = isFirst ? project.firstMonth : addMonths(reportedMonth, 1);
  const first = periodsFromTo(next, month).find((each) => !isInGap(each, project.gaps)) ?? next;
  const since = first >= month ? `${formatPeriod(month)}没报` : `${formatPeriod(first, month)}起没报`;
  const last = lastSaidAt === null ? "还没有报过" : `上次${formatDay(dayOf(lastSaidAt), today)}`;
  const unit = typed(project.unit ?? "还没有定责任单位", 30);
  return `${lampName(one)}　${unit}　${since}，${last}`;
}

/** `桃浦智创城公司3个、区规划资源局1个`: whom to ask, those with most first. */
export function missingUnits(found: readonly Assessed[]): string[] {
  const counts = new Map<string, number>();
  for (const { project } of found) {
    const unit = project.unit ?? "没有定责任单位的";
    counts.set(unit, (counts.get(unit) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  const said = [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([unit, count]) => `${typed(unit, 30)}${count}个`);
  return [`涉及${counts.size}家单位：${said.join("、")}`];
}

/** `武宁路快速化8月已报`: of one project, yes or no. */
export function reportedCard(one: Assessed, month: Period, today: Day): CardView {
  const { project, figures, lastSaidAt } = one;
  const has = figures.reported.includes(month);
  const last = lastSaidAt === null ? "还没有报过" : `最近一次填报是${formatDay(dayOf(lastSaidAt), today)}`;
  return {
    title: `${plain(project.name, 40)}${formatPeriod(month, today.slice(0, 7))}${has ? "已报" : "还没报"}`,
    tone: has ? "green" : "orange",
    blocks: [text(has ? `${typed(project.unit ?? "", 30)}　${last}` : missingLine(one, month, today))],
  };
}
