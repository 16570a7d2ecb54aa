import { dayOf } from "./day.js";
import type { Entry } from "./ledger-entry.js";
import type { Figures } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";

/** A 节点 that is done on a day to come, or gets a new planned day although it is done. */
export function nodeWarnings(entry: Entry & { measure: "milestone" }, before: Figures): Warning[] {
  const { milestone, status, date } = entry;
  if (status === "waived") return [];
  if (status === "done")
    return date > dayOf(entry.saidAt) ? [{ code: "done-in-future", milestone, date }] : [];
  const known = before.milestones[milestone];
  if (known?.done === undefined || known.planned === date) return [];
  return [{ code: "done-replanned", milestone, done: known.done, date }];
}
