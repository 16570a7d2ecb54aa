import { addDays, at, type Day, dayOf } from "./day.js";
import { addMonths, firstDayOf, lastDayOf, type Period, periodOf } from "./period.js";
import { onOrAfterWorkday, type WorkdayOverrides } from "./workdays.js";

/** A data month closes on this day of the next month, at the end of the day (24:00). */
const DEFAULT_CLOSE_DAY = 5;
const NO_OVERRIDES: WorkdayOverrides = {};
/** Every entry asks for the same few close days; the calendar behind them is looked up once each. */
const usualCloseDays = new Map<Period, Day>();

/**
 * 数据月关账日: the day on which the figures of `period` close: the `closeDay`th of the next month, put off
 * to the next workday. A 31st that the month does not have is its last day.
 */
export function closeDayOf(
  period: Period,
  closeDay: number = DEFAULT_CLOSE_DAY,
  overrides: WorkdayOverrides = NO_OVERRIDES,
): Day {
  const isUsual = closeDay === DEFAULT_CLOSE_DAY && overrides === NO_OVERRIDES;
  const known = isUsual ? usualCloseDays.get(period) : undefined;
  if (known) return known;
  if (!Number.isInteger(closeDay) || closeDay < 1 || closeDay > 31) {
    throw new RangeError(`not a day of a month: ${closeDay}`);
  }
  const next = addMonths(period, 1);
  const dayOfMonth = Math.min(closeDay, Number(lastDayOf(next).slice(8)));
  const day = onOrAfterWorkday(addDays(firstDayOf(next), dayOfMonth - 1), overrides);
  if (isUsual) usualCloseDays.set(period, day);
  return day;
}

/** The last month whose figures are closed: on 2022-09-05 still July, from 2022-09-06 on August. */
export function closedMonth(
  now: number,
  closeDay: number = DEFAULT_CLOSE_DAY,
  overrides: WorkdayOverrides = NO_OVERRIDES,
): Period {
  const today = dayOf(now);
  let candidate = addMonths(periodOf(today), -1);
  while (closeDayOf(candidate, closeDay, overrides) >= today) candidate = addMonths(candidate, -1);
  return candidate;
}

/**
 * The month to which an entry said at `now` belongs when it names none: the month before, as long as that
 * is open, else the running one.
 */
export function dataMonthOf(
  now: number,
  closeDay: number = DEFAULT_CLOSE_DAY,
  overrides: WorkdayOverrides = NO_OVERRIDES,
): Period {
  return addMonths(closedMonth(now, closeDay, overrides), 1);
}

/** 提前关账: when the office closed a month before its close day; epoch ms by month. */
export type EarlyCloses = Readonly<Record<Period, number>>;

/** The last closed month, those included that the office has closed before their day. */
export function closedMonthBy(now: number, early: EarlyCloses): Period {
  let closed = closedMonth(now);
  for (;;) {
    const next = addMonths(closed, 1);
    const since = early[next];
    if (since === undefined || since > now) return closed;
    closed = next;
  }
}

/** The month to which an entry said then belongs when it names none. */
export const dataMonthBy = (now: number, early: EarlyCloses): Period =>
  addMonths(closedMonthBy(now, early), 1);

/** The instant at which a month closed, or will: its close day's end, or when the office closed it. */
export function closedAt(month: Period, early: EarlyCloses = {}): number {
  return early[month] ?? at(addDays(closeDayOf(month), 1)) - 1;
}
