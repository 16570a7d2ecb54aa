import { createRequire } from "node:module";
import type { Day } from "../items.js";

/** A calendar day by its parts; `month` counts from 1. */
export interface Ymd {
  year: number;
  month: number;
  day: number;
}

const DAY_MS = 86_400_000;
/** Asia/Shanghai keeps no summer time. */
const SHANGHAI_MS = 8 * 3_600_000;

/** The day in Shanghai of an instant in epoch milliseconds. */
export function dayOf(now: number): Day {
  return new Date(now + SHANGHAI_MS).toISOString().slice(0, 10);
}

/** The parts of `YYYY-MM-DD`. */
export function partsOf(day: Day): Ymd {
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), day: Number(day.slice(8, 10)) };
}

/** `YYYY-MM-DD`; months beyond 1–12 run into the neighbouring years. */
export function dayFrom(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

/** The last day of a month; `month` may run beyond 1–12. */
export function endOfMonth(year: number, month: number): Day {
  return dayFrom(year, month + 1, 0);
}

/** Whether the calendar has such a day. */
export function exists(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= partsOf(endOfMonth(year, month)).day;
}

/** The day so many days later (or earlier). */
export function addDays(day: Day, count: number): Day {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** 1 for Monday … 7 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay() || 7;
}

/** `YYYY-MM`; months beyond 1–12 run into the neighbouring years. */
export function periodFrom(year: number, month: number): string {
  return dayFrom(year, month, 1).slice(0, 7);
}

interface LunarModule {
  Lunar: { fromYmd(year: number, month: number, day: number): { getSolar(): { toYmd(): string } } };
}

let lunar: LunarModule | undefined;

/** The solar day of a day of the lunar calendar, whose year begins with 春节. */
export function solarOf(year: number, month: number, day: number): Day {
  lunar ??= createRequire(import.meta.url)("lunar-typescript") as LunarModule;
  return lunar.Lunar.fromYmd(year, month, day).getSolar().toYmd();
}
