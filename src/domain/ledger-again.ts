import { type Entry, periodOfEntry } from "./ledger-entry.js";
import type { Warning } from "./ledger-warning.js";

/**
 * 又完成300万 twice within so many minutes is likelier one message sent twice than two sums: nobody gets to
 * know of the next payment so soon. Later in the day it may well be another one.
 */
const AGAIN_WITHIN_MINUTES = 30;

/**
 * The same increment once more: it would be booked twice. `known` are the standing entries of the same person,
 * or of anybody where the words are handed on: who said them may have reported them.
 *
 * @param since when the oldest of the words was said, epoch ms
 */
export function againWarnings(entry: Entry, known: readonly Entry[], since = entry.saidAt): Warning[] {
  if (entry.corrects !== undefined || entry.measure !== "investment" || entry.scope !== "increment")
    return [];
  const most = AGAIN_WITHIN_MINUTES * 60_000;
  const first = known.find(
    (one) =>
      one.measure === "investment" &&
      one.scope === "increment" &&
      one.yuan === entry.yuan &&
      periodOfEntry(one) === periodOfEntry(entry) &&
      one.saidAt >= since - most &&
      one.saidAt <= entry.saidAt + most,
  );
  return first ? [{ code: "increment-again", said: entry.yuan, firstSaidAt: first.saidAt }] : [];
}
