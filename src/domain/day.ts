/**
 * Days and hours in Asia/Shanghai. The zone has been UTC+8 without daylight saving since 1992, so plain
 * arithmetic does it: no zone database, some hundred nanoseconds a call.
 */

/** `YYYY-MM-DD`, a day in Asia/Shanghai; compares as text */
export type Day = string;

const HOUR = 3_600_000;
/** a day in ms */
export const DAY = 24 * HOUR;
const OFFSET = 8 * HOUR;
const WEEKDAYS = ["周一", "周二", "周三", "周四", "周五", "周六", "周日"] as const;

/** The local day of an instant (epoch ms). */
export function dayOf(instant: number): Day {
  return dayFromNumber(Math.floor((instant + OFFSET) / DAY));
}

/** The instant (epoch ms) of a local day and hour: `at("2022-09-20", "10:00")`. */
export function at(day: Day, time = "00:00"): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time);
  if (!match) throw new RangeError(`not an hour HH:mm: ${time}`);
  return dayNumber(day) * DAY + Number(match[1]) * HOUR + Number(match[2]) * 60_000 - OFFSET;
}

/** The local hour of an instant, `HH:mm`. */
export function timeOf(instant: number): string {
  return new Date(instant + OFFSET).toISOString().slice(11, 16);
}

/** Is this text a day that exists? (2月30日 does not.) */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12 || day < 1) return false;
  // most days need no look at the calendar
  return day <= 28 || day <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate();
}

export function addDays(day: Day, days: number): Day {
  return dayFromNumber(dayNumber(day) + days);
}

/** Calendar days from one day to a later one; negative when `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 (Monday) to 7 (Sunday) */
export function weekday(day: Day): number {
  // 1970-01-01 was a Thursday
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** 周一 … 周日 */
export function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day) - 1] ?? "";
}

/** `9月20日`, with the year when it differs from the reference's: `2021年9月20日`. */
export function formatDay(day: Day, reference?: Day): string {
  const text = `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
  return reference !== undefined && reference.slice(0, 4) !== day.slice(0, 4)
    ? `${Number(day.slice(0, 4))}年${text}`
    : text;
}

/** `9月20日 10:00`, with the year when it differs from the reference instant's. */
export function formatInstant(instant: number, reference?: number): string {
  const day = formatDay(dayOf(instant), reference === undefined ? undefined : dayOf(reference));
  return `${day} ${timeOf(instant)}`;
}

function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day YYYY-MM-DD: ${day}`);
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / DAY;
}

function dayFromNumber(number: number): Day {
  return new Date(number * DAY).toISOString().slice(0, 10);
}
