import { currentYtd } from "../../domain/ledger-figures.js";
import { formatMoney, formatPercent, formatPoints } from "../../domain/money.js";
import { dueShare, forecast, formatForecast, planAt } from "../../domain/pace.js";
import { formatPeriod, monthNumber, type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { about } from "../about.js";
import { sinceLine } from "./since-line.js";

/**
 * 还差多少: against what was due by the end of the closed month, and to the year's plan.
 * `到8月底应完成2.13亿，已完成1.02亿，差1.11亿`
 */
export function shortfallLines(one: Assessed, month: Period, hasMoney: boolean): string[] {
  const { figures, pace } = one;
  const year = yearOf(month);
  const plan = figures.years[year]?.plan?.yuan;
  const ytd = currentYtd(figures, year);
  if (plan === undefined || plan <= 0) return ["**还差多少**", "没有登记年度计划投资，算不出来。"];
  if (ytd === undefined) return ["**还差多少**", "今年还没有报过累计投资，算不出来。"];
  const due = dueShare(monthNumber(month), planAt(plan, pace));
  const dueYuan = Math.round((plan * due.part) / due.of);
  const points = (ytd.yuan / plan - due.part / due.of) * 100;
  const isBehind = ytd.yuan < dueYuan;
  const until = ytd.period === month ? "" : `（${formatPeriod(ytd.period)}）`;
  const since = sinceLine(one, month);
  if (!hasMoney)
    return [
      "**还差多少**",
      `到${formatPeriod(month)}底应完成年度计划的${formatPercent((due.part / due.of) * 100)}，已完成${about(ytd)}${formatPercent((ytd.yuan / plan) * 100)}${until}，**${formatPoints(points)}**`,
      ...(since ? [since] : []),
    ];
  return [
    "**还差多少**",
    `到${formatPeriod(month)}底应完成${formatMoney(dueYuan, "short")}，已完成${about(ytd)}${formatMoney(ytd.yuan, "short")}${until}，${isBehind ? `**差${formatMoney(dueYuan - ytd.yuan, "short")}**` : "**不差**"}（${formatPoints(points)}）`,
    plan > ytd.yuan
      ? `全年计划${formatMoney(plan)}，**还差${formatMoney(plan - ytd.yuan)}**；${formatForecast(forecast(plan, figures.years[year]?.ytd ?? {}, month, pace.startMonth ?? undefined))}`
      : `全年计划${formatMoney(plan)}，已经完成`,
    ...(since ? [since] : []),
  ];
}
