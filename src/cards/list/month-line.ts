import { ytdUpTo } from "../../domain/ledger-figures.js";
import { formatMoney } from "../../domain/money.js";
import { monthChange } from "../../domain/month-change.js";
import { formatPeriod, type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { typed } from "../typed.js";

/** `**武南路**　截至7月底8910万/1.8亿，7月810万`: without a lamp, which is of today. */
export function monthLine({ project, ...one }: Assessed, month: Period): string {
  const name = `**${typed(project.name)}**`;
  const year = one.figures.years[yearOf(month)];
  const known = ytdUpTo(year?.ytd ?? {}, month);
  if (!known) return `${name}　截至${formatPeriod(month)}底没有投资数`;
  const plan = year?.plan ? `/${formatMoney(year.plan.yuan, "short")}` : "";
  const change = monthChange({ project, ...one }, month);
  const added = change
    ? `，${formatPeriod(month)}${formatMoney(change.toYuan - change.fromYuan, "short")}`
    : `（${formatPeriod(month)}没报，是${formatPeriod(known.period)}的数）`;
  return `${name}　截至${formatPeriod(month)}底${formatMoney(known.yuan, "short")}${plan}${added}`;
}

/** `7月当月完成8470万（6个有数）` */
export function monthSumLine(all: readonly Assessed[], month: Period): string {
  const changes = all.flatMap((one) => monthChange(one, month) ?? []);
  const sum = changes.reduce((total, { fromYuan, toYuan }) => total + toYuan - fromYuan, 0);
  return changes.length === 0
    ? `${formatPeriod(month)}还没有投资数`
    : `${formatPeriod(month)}当月完成${formatMoney(sum)}（${changes.length}个有数）`;
}
