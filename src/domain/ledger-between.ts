import { type Entry, periodOfEntry } from "./ledger-entry.js";
import { type Cumulative, type Figures, ytdUpTo } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";
import { addMonths, yearOf } from "./period.js";

/** Of the difference: people round what they say of a month. */
const ROUNDED = 0.1;
/** The same where one of the three figures is 约. */
const ROUNDED_ROUGHLY = 0.5;
/** Of the cumulative: it is said to two or three digits (1.12亿), and so much of it the difference may be off. */
const LAST_DIGIT = 0.01;

/**
 * 当月完成 against the two cumulatives that it lies between: what was added between them is known. With more
 * months than this one between them it is only known that the month cannot have added more.
 */
export function betweenWarnings(entry: Entry & { measure: "investment" }, before: Figures): Warning[] {
  if (entry.scope === "ytd") return offMonth(entry, before);
  if (entry.scope !== "month") return [];
  const period = periodOfEntry(entry);
  const ytd = before.years[yearOf(period)]?.ytd ?? {};
  const last = ytdUpTo(ytd, addMonths(period, -1));
  const next = Object.values(ytd)
    .filter((known) => known.from === undefined && known.period >= period)
    .sort((a, b) => (a.period < b.period ? -1 : 1))[0];
  if (last === undefined || next === undefined) return [];
  const isOneMonth = next.period === period && last.period === addMonths(period, -1);
  const adds = next.yuan - last.yuan;
  const off = entry.yuan - adds;
  if (adds < 0 || (isOneMonth ? Math.abs(off) : off) <= tolerance(entry, last, next)) return [];
  return [
    {
      code: "month-between",
      said: entry.yuan,
      period,
      adds,
      isOneMonth,
      last: last.yuan,
      lastPeriod: last.period,
      next: next.yuan,
      nextPeriod: next.period,
    },
  ];
}

/** 9月完成1700万，本年累计1.7亿, with 9000万 at the end of August: one of the three is wrong. */
function offMonth(entry: Entry & { measure: "investment" }, before: Figures): Warning[] {
  const period = periodOfEntry(entry);
  const { ytd = {}, months = {} } = before.years[yearOf(period)] ?? {};
  const last = ytd[addMonths(period, -1)];
  const month = months[period];
  if (!last || !month || entry.yuan < last.yuan) return [];
  const adds = entry.yuan - last.yuan;
  const isRough = entry.approx || last.approx || month.approx;
  const allowed = Math.max(month.yuan * (isRough ? ROUNDED_ROUGHLY : ROUNDED), entry.yuan * LAST_DIGIT);
  if (Math.abs(adds - month.yuan) <= allowed) return [];
  const { yuan: said } = entry;
  return [
    {
      code: "ytd-off-month",
      said,
      period,
      month: month.yuan,
      adds,
      last: last.yuan,
      lastPeriod: last.period,
    },
  ];
}

function tolerance(entry: Entry, last: Cumulative, next: Cumulative): number {
  const isRough = entry.approx || last.approx || next.approx;
  const adds = next.yuan - last.yuan;
  return Math.max(adds * (isRough ? ROUNDED_ROUGHLY : ROUNDED), next.yuan * LAST_DIGIT);
}
