import { addDays, at, type Day, dayOf } from "./day.js";
import { addMonths, firstDayOf, lastDayOf, type Period, periodOf } from "./period.js";
import { onOrAfterWorkday } from "./workdays.js";

/** The day of the next month, at the end of which (24:00) a data month closes, where the office sets no other. */
export const USUAL_CLOSE_DAY = 5;

let closeDay = USUAL_CLOSE_DAY;
/** Every entry asks for the same few close days; the calendar behind them is looked up once each. */
const known = new Map<Period, Day>();

/**
 * Sets the office's close day (1 to 31) once, at the start and after its calendar; throws a RangeError for any
 * other number. Months that have closed keep the instant at which they did.
 */
export function adoptCloseDay(day: number): void {
  if (!Number.isInteger(day) || day < 1 || day > 31) throw new RangeError(`not a day of a month: ${day}`);
  closeDay = day;
  known.clear();
}

/**
 * 数据月关账日: the day on which the figures of `period` close, put off to the next workday. A 31st that the
 * month does not have is its last day.
 */
export function closeDayOf(period: Period): Day {
  const found = known.get(period);
  if (found) return found;
  const next = addMonths(period, 1);
  const dayOfMonth = Math.min(closeDay, Number(lastDayOf(next).slice(8)));
  const day = onOrAfterWorkday(addDays(firstDayOf(next), dayOfMonth - 1));
  known.set(period, day);
  return day;
}

/** The last month whose figures are closed: on 2022-09-05 still July, from 2022-09-06 on August. */
export function closedMonth(now: number): Period {
  const today = dayOf(now);
  let candidate = addMonths(periodOf(today), -1);
  while (closeDayOf(candidate) >= today) candidate = addMonths(candidate, -1);
  return candidate;
}

/**
 * The month to which an entry said at `now` belongs when it names none: the month before, as long as that
 * is open, else the running one.
 */
export const dataMonthOf = (now: number): Period => addMonths(closedMonth(now), 1);

/** When each month was closed that has been: on its day, or by the office before it (提前关账); epoch ms by month. */
export type Closes = Readonly<Record<Period, number>>;

/** The last month closed at `now`: as it was closed, where it has been, else by its close day. */
export function closedMonthBy(now: number, closes: Closes): Period {
  let closed = closedMonth(now);
  while ((closes[closed] ?? now) > now) closed = addMonths(closed, -1);
  for (;;) {
    const next = addMonths(closed, 1);
    const since = closes[next];
    if (since === undefined || since > now) return closed;
    closed = next;
  }
}

/** The month to which an entry said then belongs when it names none. */
export const dataMonthBy = (now: number, closes: Closes): Period => addMonths(closedMonthBy(now, closes), 1);

/** The instant at which a month closed, or will: its close day's end, or when the office closed it. */
export function closedAt(month: Period, closes: Closes = {}): number {
  return closes[month] ?? at(addDays(closeDayOf(month), 1)) - 1;
}
