import { createRequire } from "node:module";
import { addDays, type Day, weekday } from "./day.js";

/**
 * The office's own exceptions to the state calendar: `true` works, `false` rests. They stand above the
 * state calendar, for a notice that came after the data was made.
 */
export type WorkdayOverrides = Readonly<Record<Day, boolean>>;

export interface DayKind {
  workday: boolean;
  /** false when the State Council's notice for that year is not in the data: 调休 is then unknown */
  known: boolean;
  /** 国庆节, also on a day worked in lieu of it (调休上班) */
  festival?: string;
}

interface StateCalendar {
  /** day → "English,中文,days" */
  holidays: Record<Day, string>;
  /** weekend days worked in lieu (调休), same values */
  workdays: Record<Day, string>;
}

/** 元旦, 劳动节, 国庆节: days that do not move with the moon or with a yearly notice */
const FIXED_HOLIDAYS: Record<string, string> = {
  "01-01": "元旦",
  "05-01": "劳动节",
  "10-01": "国庆节",
  "10-02": "国庆节",
  "10-03": "国庆节",
};

let loaded: StateCalendar | undefined;

/**
 * The data file of `chinese-days` and not its code: 2 ms at first use instead of 20, and a year without
 * data can be told apart (the code calls 2027-01-01 a workday).
 */
function stateCalendar(): StateCalendar {
  loaded ??= createRequire(import.meta.url)("chinese-days/dist/chinese-days.json") as StateCalendar;
  return loaded;
}

export function dayKind(day: Day, overrides: WorkdayOverrides = {}): DayKind {
  const calendar = stateCalendar();
  const atWeekend = weekday(day) > 5;
  const known = calendar.holidays[`${day.slice(0, 4)}-01-01`] !== undefined;
  const entry = calendar.holidays[day] ?? calendar.workdays[day];
  const festival = entry?.split(",")[1] ?? (known ? undefined : FIXED_HOLIDAYS[day.slice(5)]);
  const named = festival === undefined ? {} : { festival };

  const override = overrides[day];
  if (override !== undefined) return { workday: override, known: true, ...named };
  if (calendar.workdays[day] !== undefined) return { workday: true, known: true, ...named };
  if (calendar.holidays[day] !== undefined) return { workday: false, known: true, ...named };
  return { workday: !atWeekend && festival === undefined, known, ...named };
}

export function isWorkday(day: Day, overrides: WorkdayOverrides = {}): boolean {
  return dayKind(day, overrides).workday;
}

/**
 * The workday `count` workdays after the day (before it when negative). A rest day itself counts for
 * nothing: one workday after Saturday is Monday, one before it is Friday. Zero gives the day itself.
 */
export function addWorkdays(day: Day, count: number, overrides: WorkdayOverrides = {}): Day {
  const step = count < 0 ? -1 : 1;
  let current = day;
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step);
    if (isWorkday(current, overrides)) left--;
  }
  return current;
}

/** The first workday after the day. */
export function nextWorkday(day: Day, overrides: WorkdayOverrides = {}): Day {
  return addWorkdays(day, 1, overrides);
}

/** The day itself when it is a workday, else the next one (逢休息日顺延). */
export function onOrAfterWorkday(day: Day, overrides: WorkdayOverrides = {}): Day {
  return isWorkday(day, overrides) ? day : nextWorkday(day, overrides);
}
