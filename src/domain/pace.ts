import type { Fraction } from "./fraction.js";
import { fromPercent } from "./fraction.js";
import { formatMoney, formatPercent } from "./money.js";
import { monthNumber, type Period, period, yearOf } from "./period.js";
import type { YearPace } from "./project.js";

/** The project's own plan of the year: cumulative at the end of January, February … December. */
type Curve = { percent: readonly number[] } | { yuan: readonly number[] };

export interface YearPlan {
  /** 年度计划投资 in 元 */
  yuan: number;
  /** 月度计划曲线; replaces month/12 */
  curve?: Curve;
  /** 原计划 in 元, as signed, where the plan has been changed since */
  signedYuan?: number;
  /** 1–12, when the year's work starts later than January: from then on in equal months */
  startMonth?: number;
}

/** A project's plan of the year in 元, with the pace that was laid down for it. */
export const planAt = (
  yuan: number,
  { curve, startMonth }: Pick<YearPace, "curve" | "startMonth">,
): YearPlan => ({
  yuan,
  ...(curve ? { curve: { percent: curve } } : {}),
  ...(startMonth ? { startMonth } : {}),
});

/**
 * 时序进度: the share of the year's plan due at the end of the month (1–12). Month/12 and not day/365:
 * published bulletins count so.
 */
export function dueShare(month: number, plan: YearPlan): Fraction {
  const { curve, startMonth = 1 } = plan;
  if (curve !== undefined) return curveShare(month, plan.yuan, curve);
  if (month < startMonth) return { part: 0, of: 1 };
  return { part: month - startMonth + 1, of: 13 - startMonth };
}

function curveShare(month: number, planYuan: number, curve: Curve): Fraction {
  const value = ("percent" in curve ? curve.percent : curve.yuan)[month - 1];
  if (value === undefined) throw new RangeError(`the curve has no month ${month}`);
  return "percent" in curve ? fromPercent(value) : { part: value, of: planYuan };
}

export interface Forecast {
  /** 按期须月均: 元 a month that reach the year's plan; absent when no month is left */
  neededPerMonth?: number;
  /** 近x月均: 元 a month, and over how many months (three where the figures allow it) */
  average?: { yuan: number; months: number };
  /** 照此年末: what comes out at that average */
  yearEnd?: { yuan: number; percent: number };
}

const AVERAGED_MONTHS = 3;

/**
 * What the year comes to, seen from the latest cumulative. The average goes back three months; where the
 * cumulative of that month is unknown, to the last known one before it; never before the work began.
 *
 * @param ytd 本年累计 in 元 by month, of one year
 * @param closed the closed month that it is seen from: who has not reported for it has fewer months left than
 * the last figure would say, and what has become of the work since is not foretold; once the year's last month
 * is closed, nothing is left to foretell
 * @param startMonth 1–12, where the year's work starts later than January
 */
export function forecast(
  planYuan: number,
  ytd: Readonly<Record<Period, { yuan: number }>>,
  closed?: Period,
  startMonth = 1,
): Forecast {
  const known = Object.keys(ytd).sort();
  const latest = known.at(-1);
  const current = ytd[latest ?? ""];
  if (latest === undefined || current === undefined) return {};

  const seenFrom = closed !== undefined && closed > latest ? closed : latest;
  if (yearOf(seenFrom) > yearOf(latest) || (closed !== undefined && monthNumber(closed) === 12)) return {};
  const monthsLeft = 12 - monthNumber(seenFrom);
  const result: Forecast = {};
  if (monthsLeft > 0) result.neededPerMonth = Math.max(0, Math.ceil((planYuan - current.yuan) / monthsLeft));

  const start = Math.min(startMonth, monthNumber(latest)) - 1;
  const from = Math.max(start, monthNumber(latest) - AVERAGED_MONTHS);
  const base = baseBefore(ytd, known, yearOf(latest), from, start);
  const months = monthNumber(latest) - base.month;
  const gained = current.yuan - base.yuan;
  result.average = { yuan: Math.round(gained / months), months };
  const yuan = Math.round(current.yuan + (gained * monthsLeft) / months);
  const isOld = seenFrom > latest;
  if (planYuan > 0 && !isOld) result.yearEnd = { yuan, percent: (yuan / planYuan) * 100 };
  return result;
}

/** The last known cumulative at or before the month; the year's work begins, after `start`, at nothing. */
function baseBefore(
  ytd: Readonly<Record<Period, { yuan: number }>>,
  known: readonly Period[],
  year: number,
  month: number,
  start: number,
): { month: number; yuan: number } {
  const found = month > 0 ? known.filter((each) => each <= period(year, month)).at(-1) : undefined;
  return found === undefined
    ? { month: start, yuan: 0 }
    : { month: monthNumber(found), yuan: ytd[found]?.yuan ?? 0 };
}

/** `按期须月均5450万，近3月均1300万，照此年末48.1%` */
export function formatForecast({ neededPerMonth, average, yearEnd }: Forecast): string {
  return [
    neededPerMonth ? `按期须月均${formatMoney(neededPerMonth, "short")}` : "",
    average ? `近${average.months}月均${formatMoney(average.yuan, "short")}` : "",
    yearEnd ? `照此年末${formatPercent(yearEnd.percent)}` : "",
  ]
    .filter(Boolean)
    .join("，");
}
