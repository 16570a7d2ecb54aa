import { toPercent } from "./fraction.js";
import { ytdUpTo } from "./ledger-figures.js";
import { addMonths, monthNumber, type Period, yearOf } from "./period.js";
import type { Standing } from "./project.js";

/** What a month has added to a project's year; money in 元. */
export interface MonthChange {
  /** 本年累计 at the end of the month before (0 in January), and at the end of the month */
  fromYuan: number;
  toYuan: number;
  /** 占年度计划, in percentage points; absent without a plan */
  points?: number;
}

/** Null where the month has no figure: what it added is then unknown, not nothing. */
export function monthChange({ figures }: Standing, month: Period): MonthChange | null {
  const year = figures.years[yearOf(month)];
  const ytd = year?.ytd ?? {};
  const end = ytd[month];
  if (!end) return null;
  const start = monthNumber(month) === 1 ? undefined : ytdUpTo(ytd, addMonths(month, -1));
  const fromYuan = start?.yuan ?? 0;
  const plan = year?.plan?.yuan ?? 0;
  return {
    fromYuan,
    toYuan: end.yuan,
    ...(plan > 0 ? { points: toPercent({ part: end.yuan - fromYuan, of: plan }) } : {}),
  };
}
