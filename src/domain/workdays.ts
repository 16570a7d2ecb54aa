import { createRequire } from "node:module";
import { addDays, type Day, weekday } from "./day.js";

/** What the office has added: whole years, and single days that stand above the state calendar. */
export interface OfficeCalendar {
  years: readonly number[];
  /** `true` works, `false` rests */
  days: Readonly<Record<Day, boolean>>;
}

interface StateCalendar {
  /** day → "English,中文,days" */
  holidays: Record<Day, string>;
  /** weekend days worked in lieu (调休), same values */
  workdays: Record<Day, string>;
}

/** 元旦, 劳动节, 国庆节: days that do not move with the moon or with a yearly notice */
const FIXED_HOLIDAYS = new Set(["01-01", "05-01", "10-01", "10-02", "10-03"]);

let loaded: StateCalendar | undefined;
let own: OfficeCalendar = { years: [], days: {} };

/** Sets the office's calendar once, at the start: from then on every reckoning goes by it. */
export function adoptCalendar(calendar: OfficeCalendar): void {
  own = calendar;
}

/** The last year whose holidays and 调休 are known without a gap, from 2004 on. */
export function calendarUntil(): number {
  let year = FIRST_YEAR;
  while (isKnownYear(year + 1)) year += 1;
  return year;
}

/** the first year of the state calendar's data */
const FIRST_YEAR = 2004;

const isKnownYear = (year: number): boolean =>
  own.years.includes(year) || stateCalendar().holidays[`${year}-01-01`] !== undefined;

/**
 * The data file of `chinese-days` and not its code: 2 ms at first use instead of 20, and a year without
 * data can be told apart (the code calls 2027-01-01 a workday).
 */
function stateCalendar(): StateCalendar {
  loaded ??= createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as StateCalendar;
  return loaded;
}

/** 国庆节, 春节 …: the festival for which the state calendar rests on a day; null on any other day, and where it has no data. */
export const holidayOn = (day: Day): string | null => stateCalendar().holidays[day]?.split(",")[1] ?? null;

/** Where the State Council's notice for a year is not in the data, 调休 is unknown: weekends and fixed days rest. */
export function isWorkday(day: Day): boolean {
  const calendar = stateCalendar();
  const exception = own.days[day];
  if (exception !== undefined) return exception;
  if (calendar.workdays[day] !== undefined) return true;
  if (calendar.holidays[day] !== undefined) return false;
  return weekday(day) <= 5 && !FIXED_HOLIDAYS.has(day.slice(5));
}

/**
 * The workday `count` workdays after the day (before it when negative). A rest day itself counts for
 * nothing: one workday after Saturday is Monday, one before it is Friday. Zero gives the day itself.
 */
export function addWorkdays(day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step);
    if (isWorkday(current)) left--;
  }
  return current;
}

/** The first workday after the day. */
export function nextWorkday(day: Day): Day {
  return addWorkdays(day, 1);
}

/** The day itself when it is a workday, else the next one (逢休息日顺延). */
export function onOrAfterWorkday(day: Day): Day {
  return isWorkday(day) ? day : nextWorkday(day);
}
