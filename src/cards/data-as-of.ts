import { dayOf, formatDay } from "../domain/day.js";
import { formatPeriod, type Period, periodOf } from "../domain/period.js";

/**
 * Up to when the figures of a card count, and the month that is closed: `数据截至9月20日（8月已关账）`. What
 * was reported for the running month is in them, so the closed month alone would not be true.
 */
export function dataAsOf(month: Period, now: number): string {
  const today = dayOf(now);
  return `数据截至${formatDay(today, today)}（${formatPeriod(month, periodOf(today))}已关账）`;
}
