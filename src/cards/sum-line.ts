import { formatMoney, formatPercent } from "../domain/money.js";
import { monthNumber, type Period, yearOf } from "../domain/period.js";
import { type Assessed, sums } from "../domain/portfolio.js";

/** `年度计划合计8.12亿，累计完成3.41亿（42%），时序66.7%`; none where no plan is known. */
export function sumLines(all: readonly Assessed[], month: Period): string[] {
  const { planYuan, ytdYuan } = sums(all, yearOf(month));
  if (planYuan === 0) return [];
  const done = formatPercent((ytdYuan / planYuan) * 100);
  const due = formatPercent((monthNumber(month) / 12) * 100);
  return [
    `年度计划合计${formatMoney(planYuan, "short")}，累计完成${formatMoney(ytdYuan, "short")}（${done}），时序${due}`,
  ];
}
