import { type Entry, periodOfEntry } from "./ledger-entry.js";
import { currentYtd, type Figures, type MoneyFigure, ytdUpTo } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";
import { yearOf } from "./period.js";

/** A cumulative ten times the last one is likelier in the wrong unit, or has a digit too many. */
const LEAP_TIMES = 10;
/**
 * 元. So little is a project's first payment for surveys and papers: what follows may well be many times
 * that, and to ask would be a nuisance.
 */
const FIRST_PAYMENTS = 1_000_000;

/** A cumulative that is many times the last known one. What stays within the year's plan needs no question. */
export function leapWarnings(
  entry: Entry & { measure: "investment" },
  before: Figures,
  after: Figures,
): Warning[] {
  const last = lastKnown(entry, before);
  const done = entry.scope === "total" ? entry.yuan : becomes(entry, after);
  if (last === undefined || done === undefined || last.yuan < FIRST_PAYMENTS) return [];
  const plan = entry.scope === "total" ? undefined : after.years[yearOf(periodOfEntry(entry))]?.plan?.yuan;
  if (done < LEAP_TIMES * last.yuan || (plan !== undefined && done <= plan)) return [];
  return [{ code: "leaps", last: last.yuan, lastPeriod: last.period, done }];
}

/** The year's last cumulative; at its beginning what is known from before. */
function lastKnown(entry: Entry & { measure: "investment" }, before: Figures): MoneyFigure | undefined {
  if (entry.scope === "total") return before.total;
  const period = periodOfEntry(entry);
  const year = yearOf(period);
  const inYear =
    entry.scope === "ytd" ? ytdUpTo(before.years[year]?.ytd ?? {}, period) : currentYtd(before, year);
  return inYear ?? currentYtd(before, year - 1) ?? before.total;
}

/** The cumulative that the entry leads to; a month's figure that is only kept leads to none. */
function becomes(entry: Entry & { measure: "investment" }, after: Figures): number | undefined {
  if (entry.scope === "ytd") return entry.yuan;
  const now = currentYtd(after, yearOf(periodOfEntry(entry)));
  return now?.entry === entry.id ? now.yuan : undefined;
}
