import type { Entry } from "./ledger-entry.js";
import { type Figures, latestPeriod, type YearFigures } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";

/**
 * A known cumulative becomes smaller through something else than a cumulative: a month's figure after
 * 又完成, say. A correction is meant to; a cumulative below the last one is a warning of its own.
 */
export function fallWarnings(entry: Entry, before: Figures, after: Figures): Warning[] {
  if (entry.corrects !== undefined || entry.measure !== "investment" || entry.scope === "ytd") return [];
  return Object.entries(before.years).flatMap(([number, year]) => fallIn(year, after.years[number]) ?? []);
}

/** The latest cumulative that falls: it is the one people know. */
function fallIn({ ytd: known }: YearFigures, after: YearFigures | undefined): Warning | undefined {
  const now = after?.ytd ?? {};
  const fallen = Object.keys(known).filter(
    (period) => (now[period]?.yuan ?? Number.POSITIVE_INFINITY) < (known[period]?.yuan ?? 0),
  );
  const period = latestPeriod(Object.fromEntries(fallen.map((each) => [each, true])));
  const [last, becomes] = period === undefined ? [] : [known[period], now[period]];
  if (period === undefined || !last || !becomes) return undefined;
  return { code: "ytd-falls", last: last.yuan, becomes: becomes.yuan, period };
}
