import { toPercent } from "../../domain/fraction.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import { monthsLeft, pointsAhead, type Totals } from "../../domain/totals.js";

/** `年度计划合计8.12亿，截至8月底累计完成3.41亿（42%），按时序应完成4.13亿（50.9%），差8.9个百分点` */
export function totalLines(totals: Totals): string[] {
  const { planYuan, doneYuan, dueYuan, month } = totals;
  if (planYuan === 0) return otherLines(totals);
  const share = (part: number) => formatPercent(toPercent({ part, of: planYuan }));
  const money = (yuan: number) => formatMoney(yuan, "short");
  return [
    `年度计划合计${money(planYuan)}，截至${formatPeriod(month)}底累计完成${money(doneYuan)}（${share(doneYuan)}），按时序应完成${money(dueYuan)}（${share(dueYuan)}），${gapWords(totals)}`,
    ...leftOutLines(totals),
  ];
}

/** `差20.8个百分点`, `快3个百分点`, `与时序持平` */
export function gapWords(totals: Parameters<typeof pointsAhead>[0]): string {
  const points = pointsAhead(totals);
  const size = formatPercent(Math.abs(points)).slice(0, -1);
  if (size === "0") return "与时序持平";
  return `${points < 0 ? "差" : "快"}${size}个百分点`;
}

/** To the nearest 万: what a share of a plan comes to has more digits than anybody reads. */
export const toWan = (yuan: number): string => formatMoney(Math.round(yuan / 10_000) * 10_000);

/** What is still to be done: `到全年还差4.709亿，余4个月，每月须完成1.18亿`. */
export function shortfallLines(totals: Totals): string[] {
  const { planYuan, doneYuan, dueYuan, month } = totals;
  const left = planYuan - doneYuan;
  const months = monthsLeft(month);
  const perMonth =
    months > 0 ? `，余${months}个月，每月须完成${formatMoney(Math.ceil(left / months), "short")}` : "";
  const behind = dueYuan - doneYuan;
  const pace = behind > 0 ? `还差${toWan(behind)}` : behind < 0 ? `已多完成${toWan(-behind)}` : "正好";
  return [
    `年度计划${formatMoney(planYuan)}，截至${formatPeriod(month)}底完成${formatMoney(doneYuan)}（${formatPercent(toPercent({ part: doneYuan, of: planYuan }))}）`,
    left > 0 ? `到全年还差**${formatMoney(left)}**${perMonth}` : `全年计划已完成，多${formatMoney(-left)}`,
    `到时序（应完成${toWan(dueYuan)}）${pace}，${gapWords(totals)}`,
    ...leftOutLines(totals),
  ];
}

/** Whose figures are old, and who is not in the sum: a total says what it is of. */
function leftOutLines(totals: Totals): string[] {
  const { planned, projects, late, month, ahead } = totals;
  const without = projects - planned;
  return [
    late > 0 ? `其中${late}个${formatPeriod(month)}还没报数，按最近一次的数算` : "",
    ahead.projects > 0
      ? `${ahead.projects}个已报了后面月份的数（${ahead.yuan >= 0 ? "+" : ""}${formatMoney(ahead.yuan, "short")}），不在其中`
      : "",
    without > 0 ? `${without}个没有年度计划，不计在内` : "",
    ...otherLines(totals),
  ].filter(Boolean);
}

const otherLines = ({ otherYuan, month }: Totals): string[] =>
  otherYuan > 0
    ? [`没有年度计划的另完成${formatMoney(otherYuan, "short")}（截至${formatPeriod(month)}底）`]
    : [];
