import { oldOf, type Change as Said, saidBy, sameFigure } from "../../domain/ledger-changes.js";
import type { AuditEntry, AuditSubject } from "../../store/audit.js";
import type { LedgerRecord } from "../../store/ledger.js";
import type { Turn } from "../turn.js";

/** A change as 改动记录 tells it: of the ledger, or of what is kept beside it. */
export type TrailEntry =
  | { is: "figure"; at: number; record: LedgerRecord; change: Said }
  | { is: "other"; at: number; entry: AuditEntry };

/** entries of one project that are looked at */
const MOST = 200;

/** What is known under a project's code. */
export const OF_PROJECT: readonly AuditSubject[] = [
  "project",
  "plan",
  "team",
  "plot",
  "tax",
  "credit",
  "service",
];

/** What was reported of a project, newest first, each with the figure that stood before it. */
export async function figureTrail({ tx }: Pick<Turn, "tx">, code: string): Promise<TrailEntry[]> {
  const records = (await tx.ledger.latest(code, MOST)).toReversed();
  const before: { change: Said; undone: boolean }[] = [];
  const trail = records.map((record): TrailEntry => {
    const said = saidBy(record);
    const old = before.findLast(({ change, undone }) => !undone && sameFigure(change, said))?.change;
    before.push({ change: said, undone: record.undone === true });
    const change = old?.new === undefined ? said : { ...said, ...oldOf({ ...old, new: old.new }) };
    return { is: "figure", at: record.saidAt, record, change };
  });
  return trail.reverse();
}

export const otherTrail = (entries: readonly AuditEntry[]): TrailEntry[] =>
  entries.map((entry) => ({ is: "other", at: entry.at, entry }));

/** Newest first. */
export const byTime = (entries: readonly TrailEntry[]): TrailEntry[] =>
  entries.toSorted((a, b) => b.at - a.at);
