import { addDays, type Day, dayOf } from "./day.js";

/** `YYYY-MM`, a month in Asia/Shanghai; compares as text */
export type Period = string;

/** The local month of an instant (epoch ms). */
export function monthOf(instant: number): Period {
  return dayOf(instant).slice(0, 7);
}

export function periodOf(day: Day): Period {
  return day.slice(0, 7);
}

export function isPeriod(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function period(year: number, month: number): Period {
  return addMonths(`${String(year).padStart(4, "0")}-01`, month - 1);
}

export function yearOf(period: Period): number {
  return Number(period.slice(0, 4));
}

/** 1 to 12 */
export function monthNumber(period: Period): number {
  return Number(period.slice(5, 7));
}

export function addMonths(period: Period, months: number): Period {
  const index = monthIndex(period) + months;
  const year = Math.floor(index / 12);
  return `${String(year).padStart(4, "0")}-${String(index - year * 12 + 1).padStart(2, "0")}`;
}

/** Months from one period to a later one; negative when `to` is the earlier. */
export function monthsBetween(from: Period, to: Period): number {
  return monthIndex(to) - monthIndex(from);
}

/** Both ends included; empty when `to` is the earlier. */
export function periodsFromTo(from: Period, to: Period): Period[] {
  const count = Math.max(0, monthsBetween(from, to) + 1);
  return Array.from({ length: count }, (_, offset) => addMonths(from, offset));
}

export function firstDayOf(period: Period): Day {
  return `${period}-01`;
}

export function lastDayOf(period: Period): Day {
  return addDays(firstDayOf(addMonths(period, 1)), -1);
}

/** The same day some months later; the month's last day when it has no such day (11月30日 + 3 = 2月28日). */
export function monthsLater(day: Day, months: number): Day {
  const target = addMonths(periodOf(day), months);
  const last = lastDayOf(target);
  return addDays(firstDayOf(target), Math.min(Number(day.slice(8)), Number(last.slice(8))) - 1);
}

/** `8月`, with the year when it differs from the reference's: `2021年8月`. */
export function formatPeriod(period: Period, reference?: Period): string {
  const text = `${monthNumber(period)}月`;
  return reference !== undefined && yearOf(reference) !== yearOf(period)
    ? `${yearOf(period)}年${text}`
    : text;
}

function monthIndex(period: Period): number {
  if (!isPeriod(period)) throw new RangeError(`not a month YYYY-MM: ${period}`);
  return yearOf(period) * 12 + monthNumber(period) - 1;
}
