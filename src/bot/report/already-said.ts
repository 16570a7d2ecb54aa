import { type Change, saidBy, sameFigure, saysSame } from "../../domain/ledger-changes.js";
import { type Entry, standingOf } from "../../domain/ledger-entry.js";
import type { LedgerRecord } from "../../store/ledger.js";

/**
 * Whether the entry says once more what the same person's last word on that figure was, for the same data
 * month. Another person's same figure is a confirmation, and in a new month it is a report.
 */
export function isAlreadySaid(latest: readonly LedgerRecord[], entry: Entry, speaker: string): boolean {
  const said = saidBy(entry);
  if (said.field === "increment") return false;
  const last = standingOf(latest).find((record) => isSameMonths(saidBy(record), said));
  return (
    last !== undefined &&
    last.saidBy === speaker &&
    last.dataMonth === entry.dataMonth &&
    saysSame(saidBy(last), said)
  );
}

/** The cumulatives of a year are one figure that moves from month to month; here each month's is its own. */
function isSameMonths(a: Change, b: Change): boolean {
  return sameFigure(a, b) && a.period === b.period;
}
