import { type Change, changesBetween, oldOf, saidBy, saysSame, standing } from "./ledger-changes.js";
import { compareSaid, type Entry, effectiveEntries } from "./ledger-entry.js";
import { fallWarnings } from "./ledger-fall.js";
import { type Figures, noFigures } from "./ledger-figures.js";
import { type Step, step } from "./ledger-step.js";
import type { Warning } from "./ledger-warning.js";
import { yearOf } from "./period.js";

/** A project's ledger: what was said, in order of saying, and what it comes to. */
export interface Ledger {
  entries: readonly Entry[];
  figures: Figures;
}

export interface Applied {
  figures: Figures;
  /**
   * What changed, for a card old → new. Unless the entry is an undo, one of them is what the entry
   * itself says, with a note when it changed no current figure.
   */
  changes: Change[];
  /** what to ask before it is written; nothing has been written yet */
  warnings: Warning[];
}

/** The ledger of entries in any order. Give the entries up to a moment to see how things stood then. */
export function ledgerOf(entries: Iterable<Entry>): Ledger {
  const byId = new Map<number, Entry>();
  for (const entry of entries) byId.set(entry.id, newerVersion(byId.get(entry.id), entry));
  const sorted = [...byId.values()].sort(compareSaid);
  return { entries: sorted, figures: fold(effectiveEntries(sorted)).figures };
}

/**
 * One more entry, whenever it was said: the same entries lead to the same figures in any order of
 * arrival. The same entry again with `undone` takes it back.
 */
export function applyEntry(ledger: Ledger, entry: Entry): Applied & { ledger: Ledger } {
  const unrelated = !ledger.entries.some(({ id, corrects }) => id === entry.id || corrects === entry.id);
  if (unrelated && isNext(ledger.figures, entry)) {
    const applied = applyNext(ledger.figures, entry);
    const entries = [...ledger.entries, entry].sort(compareSaid);
    return { ...applied, ledger: { entries, figures: applied.figures } };
  }
  const after = ledgerOf([...ledger.entries, entry]);
  const { own } = fold(effectiveEntries(after.entries), entry.id);
  return { ...appliedOf(ledger.figures, after.figures, entry, own), ledger: after };
}

/** Does the entry follow all that counts already? Then `applyNext` does without the older entries. */
export function isNext(figures: Figures, entry: Entry): boolean {
  if (entry.corrects !== undefined || entry.undone) return false;
  return figures.last === undefined || compareSaid({ ...entry, ...figures.last }, entry) < 0;
}

/** `applyEntry` from the current figures alone, for an entry of which `isNext` holds. */
export function applyNext(figures: Figures, entry: Entry): Applied {
  if (!isNext(figures, entry)) throw new RangeError(`entry ${entry.id} does not come after the others`);
  const next = step(figures, entry);
  return appliedOf(figures, next.figures, entry, next);
}

function appliedOf(before: Figures, figures: Figures, entry: Entry, own: Step | undefined): Applied {
  const changes = changesBetween(before, figures);
  if (entry.undone) return { figures, changes, warnings: own?.warnings ?? [] };
  const warnings = [...(own?.warnings ?? []), ...fallWarnings(entry, before, figures)];

  const said = saidBy(entry);
  const printed = changes.find((change) => saysSame(change, said));
  if (printed) Object.assign(printed, own?.note, said.reason === undefined ? {} : { reason: said.reason });
  else changes.unshift({ ...said, ...(own?.note ?? silent(said, figures)), ...oldYtd(said, before) });
  return { figures, changes, warnings };
}

/** The note of what was said without a figure changing. */
function silent(said: Change, figures: Figures): Pick<Change, "note"> {
  if (said.field === "increment" || said.field === "unchanged") return {};
  return { note: standing(said, figures) };
}

/** A cumulative of an earlier month is compared with what was known of that month. */
function oldYtd({ field, period }: Change, before: Figures): Pick<Change, "old" | "oldApprox"> {
  if (field !== "ytd" || period === undefined) return {};
  const known = before.years[yearOf(period)]?.ytd[period];
  return known ? oldOf({ ...known, new: known.yuan }) : {};
}

/** Folds the entries in order; `own` is the step of the entry with that id. */
function fold(entries: readonly Entry[], id?: number): { figures: Figures; own?: Step } {
  let figures = noFigures;
  let own: Step | undefined;
  for (const entry of entries) {
    const next = step(figures, entry);
    if (entry.id === id) own = next;
    figures = next.figures;
  }
  return own ? { figures, own } : { figures };
}

/** Of two versions of an entry the undone one is the later: an undo is never taken back. */
function newerVersion(known: Entry | undefined, entry: Entry): Entry {
  return known?.undone ? known : entry;
}
