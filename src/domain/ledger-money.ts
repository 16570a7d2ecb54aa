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

type Money = Pick<YearFigures, "ytd" | "months" | "quiet">;

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
  return { year: follow(derive(year, said, base, "month"), period) };
}

/** 又完成: on top of the known cumulative, which thereby stands at the later of its and the said month. */
export function sayIncrement<T extends Money>(year: T, said: MoneyFigure): MoneyStep<T> {
  const latest = latestPeriod(year.ytd);
  const known = latest === undefined ? undefined : year.ytd[latest];
  if (known === undefined) return { year, note: { note: "no-base" } };
  const period = monthsBetween(said.period, known.period) > 0 ? known.period : said.period;
  return { year: follow(derive(year, { ...said, period }, known, "increment"), period) };
}

/**
 * 无变化: nothing was added in the month, so the cumulative of the month before holds on. Where that one is
 * not known there is none: of the months between nobody has said that nothing was added.
 */
export function sayUnchanged<T extends Money>(before: T, said: Omit<MoneyFigure, "yuan">): MoneyStep<T> {
  const { period } = said;
  if (before.months[period] || before.ytd[period]) return { year: before };
  const none: MoneyFigure = { ...said, yuan: 0 };
  const year = { ...before, quiet: { ...before.quiet, [period]: none } };
  const latest = latestPeriod(year.ytd);
  if (latest === undefined || period < latest) return { year };
  const base = year.ytd[addMonths(period, -1)];
  if (base === undefined) return { year, note: { note: "gap", lacks: lackingMonths(year, latest, period) } };
  return { year: follow(derive(year, none, base, "unchanged"), period) };
}

/** Carries a new cumulative on into the months after it, as far as these are derived or kept. */
function follow<T extends Money>(year: T, period: Period): T {
  const next = addMonths(period, 1);
  const base = year.ytd[period];
  const month = monthOf(year, next);
  if (base === undefined || month === undefined || monthNumber(next) === 1) return year;

  const standing = year.ytd[next];
  const isKept = standing === undefined && next > (latestPeriod(year.ytd) ?? "");
  const isByMonth = standing?.from === "month" || standing?.from === "unchanged";
  if (!isKept && !isByMonth) return year;
  return follow(derive(year, month, base, year.months[next] ? "month" : "unchanged"), next);
}

/** What the month added, as said. */
function monthOf(year: Money, period: Period): MoneyFigure | undefined {
  return year.months[period] ?? year.quiet?.[period];
}

/** The cumulative that a month's figure adds to; a year begins at nothing. */
function baseOf(year: Money, period: Period): Base | undefined {
  return monthNumber(period) === 1 ? { yuan: 0 } : year.ytd[addMonths(period, -1)];
}

function lackingMonths(year: Money, latest: Period | undefined, period: Period): Period[] {
  const first = latest === undefined ? periodIn(yearOf(period), 1) : addMonths(latest, 1);
  return periodsFromTo(first, addMonths(period, -1)).filter((month) => monthOf(year, month) === undefined);
}

type Base = Pick<MoneyFigure, "yuan" | "approx">;

/** The base with what was added to it; 约 when one of them is. */
function derive<T extends Money>(
  year: T,
  by: MoneyFigure,
  base: Base,
  from: NonNullable<Cumulative["from"]>,
): T {
  const approx = base.approx ? { approx: base.approx } : {};
  return put(year, { ...by, ...approx, yuan: base.yuan + by.yuan, from });
}

function put<T extends Money>(year: T, figure: Cumulative): T {
  return { ...year, ytd: { ...year.ytd, [figure.period]: figure } };
}
