import { type Entry, periodOfEntry } from "./ledger-entry.js";
import type { Warning } from "./ledger-warnings.js";

/**
 * 又完成300万 twice within so many minutes is likelier one message sent twice than two sums: nobody gets to
 * know of the next payment so soon. Later in the day it may well be another one.
 */
const AGAIN_WITHIN_MINUTES = 30;

/** The same increment once more: it would be booked twice. `known` are the standing entries of the same person. */
export function againWarnings(entry: Entry, known: readonly Entry[]): Warning[] {
  if (entry.corrects !== undefined || entry.measure !== "investment" || entry.scope !== "increment")
    return [];
  const first = known.find(
    (one) =>
      one.measure === "investment" &&
      one.scope === "increment" &&
      one.yuan === entry.yuan &&
      periodOfEntry(one) === periodOfEntry(entry) &&
      Math.abs(entry.saidAt - one.saidAt) <= AGAIN_WITHIN_MINUTES * 60_000,
  );
  return first ? [{ code: "increment-again", said: entry.yuan, firstSaidAt: first.saidAt }] : [];
}
