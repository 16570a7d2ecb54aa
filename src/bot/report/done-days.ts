import { type Day, dayOf, daysBetween } from "../../domain/day.js";
import { periodOf } from "../../domain/period.js";
import { findDates } from "../../language/dates/dates.js";
import type { Item, MilestoneItem } from "../../language/items.js";
import { normalise } from "../../language/text/normalise.js";

/**
 * days. 12月1日已竣工验收, said in September: done last December, or meant for this one? Nobody waits so long to
 * tell, so without a year beside it the day is taken for the one to come, and asked about.
 */
const TOLD_LATE = 183;

/**
 * A node that is said to be done on a day to come: the day as it was said, so that it is asked about. Read as
 * done, it would otherwise count from today or from a year ago.
 */
export function withDaySaid(item: Item, saidAt: number): Item {
  if (item.intent !== "milestone" || item.status !== "done" || "confirmed" in item) return item;
  const said = dayToCome(item, dayOf(saidAt));
  return said === undefined ? item : { ...item, date: said };
}

function dayToCome({ text = "", date }: MilestoneItem, today: Day): Day | undefined {
  const [span, more] = findDates(normalise(text).text, today).filter(({ weak }) => !weak);
  if (!span || more || (span.precision !== "day" && span.precision !== "month")) return undefined;
  const [past, next] = [span.resolve("past")?.day, span.resolve("future")?.day];
  // 9月封顶了, in September: the month is not over, but its day is not one to come.
  const isToCome = (day: Day) => day > today && (span.precision === "day" || periodOf(day) > periodOf(today));
  if (past !== undefined && isToCome(past)) return past;
  const isLongAgo = past === date && daysBetween(date, today) > TOLD_LATE;
  return isLongAgo && next !== undefined && isToCome(next) ? next : undefined;
}
