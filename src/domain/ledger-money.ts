import { type Cumulative, latestPeriod, type MoneyFigure, type YearFigures } from "./ledger-figures.js";
import {
  addMonths,
  monthNumber,
  monthsBetween,
  type Period,
  period as periodIn,
  periodsFromTo,
  yearOf,
} from "./period.js";

/** Why a month's figure or an increment did not lead to a new cumulative. */
export type MoneyNote =
  /** the month is already part of the cumulative: kept as that month's figure */
  | { note: "inside" }
  /** months between the known cumulative and this one have no figure */
  | { note: "gap"; lacks: Period[] }
  /** 又完成 without a cumulative to add to */
  | { note: "no-base" };

type Money = Pick<YearFigures, "ytd" | "months">;

export interface MoneyStep<T extends Money> {
  year: T;
  note?: MoneyNote;
}

/** 本年累计 as said. Kept figures of the months that follow it are added at once. */
export function sayYtd<T extends Money>(year: T, said: MoneyFigure): MoneyStep<T> {
  return { year: follow(put(year, said), said.period) };
}

/**
 * 当月完成. For the month right after the known cumulative it derives the next one, in January the year's
 * first. A cumulative that was said stands above one that was derived: a figure for a derived month
 * derives it anew, a figure for a month inside a said cumulative is only kept.
 */
export function sayMonth<T extends Money>(before: T, said: MoneyFigure): MoneyStep<T> {
  const { period } = said;
  const year = { ...before, months: { ...before.months, [period]: said } };
  const latest = latestPeriod(year.ytd);
  const base = baseOf(year, period);
  const standing = year.ytd[period];
  const open = standing ? standing.from !== undefined : latest === undefined || period > latest;

  if (!open || (standing && base === undefined)) return { year, note: { note: "inside" } };
  if (base === undefined) return { year, note: { note: "gap", lacks: lackingMonths(year, latest, period) } };
  return { year: follow(derive(year, said, base + said.yuan, "month"), period) };
}

/** 又完成: on top of the known cumulative, which thereby stands at the later of its and the said month. */
export function sayIncrement<T extends Money>(year: T, said: MoneyFigure): MoneyStep<T> {
  const latest = latestPeriod(year.ytd);
  const known = latest === undefined ? undefined : year.ytd[latest];
  if (known === undefined) return { year, note: { note: "no-base" } };
  const period = monthsBetween(said.period, known.period) > 0 ? known.period : said.period;
  return { year: follow(derive(year, { ...said, period }, known.yuan + said.yuan, "increment"), period) };
}

/** 无变化: the known cumulative still holds at the end of the month. */
export function sayUnchanged<T extends Money>(year: T, said: Omit<MoneyFigure, "yuan">): MoneyStep<T> {
  const latest = latestPeriod(year.ytd);
  const known = latest === undefined ? undefined : year.ytd[latest];
  if (known === undefined || known.period >= said.period || year.months[said.period]) return { year };
  return { year: derive(year, { ...said, yuan: 0 }, known.yuan, "unchanged") };
}

/** Carries a new cumulative on into the months after it, as far as these are derived or kept. */
function follow<T extends Money>(year: T, period: Period): T {
  const next = addMonths(period, 1);
  const base = year.ytd[period];
  if (base === undefined || monthNumber(next) === 1) return year;

  const standing = year.ytd[next];
  const month = year.months[next];
  if (standing?.from === "unchanged") return follow(put(year, { ...standing, yuan: base.yuan }), next);
  const kept = standing === undefined && next > (latestPeriod(year.ytd) ?? "");
  if (month === undefined || !(kept || standing?.from === "month")) return year;
  return follow(derive(year, month, base.yuan + month.yuan, "month"), next);
}

function baseOf(year: Money, period: Period): number | undefined {
  return monthNumber(period) === 1 ? 0 : year.ytd[addMonths(period, -1)]?.yuan;
}

function lackingMonths(year: Money, latest: Period | undefined, period: Period): Period[] {
  const first = latest === undefined ? periodIn(yearOf(period), 1) : addMonths(latest, 1);
  return periodsFromTo(first, addMonths(period, -1)).filter((month) => year.months[month] === undefined);
}

function derive<T extends Money>(
  year: T,
  by: MoneyFigure,
  yuan: number,
  from: NonNullable<Cumulative["from"]>,
): T {
  return put(year, { ...by, yuan, from });
}

function put<T extends Money>(year: T, figure: Cumulative): T {
  return { ...year, ytd: { ...year.ytd, [figure.period]: figure } };
}
