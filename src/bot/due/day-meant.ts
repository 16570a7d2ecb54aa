import type { Day } from "../../domain/day.js";
import { findDates } from "../../language/dates/dates.js";
import { normalise } from "../../language/text/normalise.js";

/** 月底 and 年底 name their last day; 下个月 and 10月中旬 name none. */
const LAST_DAY = /[月年季度][底末]$/;

/**
 * Whether what was filled in names one day that the calendar has. Of which year it is may still be unclear: that
 * is asked with the days to choose from.
 */
export function namesDay(said: string, today: Day): boolean {
  const { text } = normalise(said);
  const [span, more] = findDates(text, today);
  if (!span || more || span.after || !span.resolve(span.fixed ?? "future")) return false;
  return span.precision === "day" || LAST_DAY.test(text.slice(span.start, span.end));
}
