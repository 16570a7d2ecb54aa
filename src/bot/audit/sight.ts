import type { Act } from "../../domain/acts.js";
import type { AuditEntry, AuditSubject } from "../../store/audit.js";
import { may } from "../permissions.js";
import type { Turn } from "../turn.js";

/** What is shown in fewer places than other changes. */
const NARROWER: Partial<Record<AuditSubject, Act>> = {
  tax: "tax.handle",
  score: "ranking.look",
  credit: "credit.look",
};
const OF_PRICE = /价|出让金/;

/** The changes that may be shown here to this person, as far as it hangs on their kind. */
export function shownHere(turn: Turn, entries: readonly AuditEntry[]): AuditEntry[] {
  return entries.filter(({ subject, what }) => {
    const act = subject === "plot" && OF_PRICE.test(what) ? "land.price" : NARROWER[subject];
    return act === undefined || may(turn, act);
  });
}
