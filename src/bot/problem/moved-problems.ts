import { obstacleIn } from "../../domain/ledger-obstacle.js";
import type { Problem } from "../../domain/problem.js";
import type { ProblemItem } from "../../language/items.js";
import type { LedgerRecord, Write } from "../../store/ledger.js";
import type { Turn } from "../turn.js";

/** 不是603，是606: the problems that a write has entered, to be entered for the other project. */
export async function movedProblems(turn: Turn, write: Write, project: string): Promise<ProblemItem[]> {
  const { tx } = turn;
  const found = await Promise.all(
    (await tx.problems.ofWrite(write.writeId)).map((number) => tx.problems.find(number)),
  );
  return found.flatMap((problem) => (problem ? [itemOf(problem, project)] : []));
}

function itemOf({ words, lead, due }: Problem, project: string): ProblemItem {
  return {
    intent: "problem",
    action: "open",
    project,
    what: words,
    ...(lead ? { lead } : {}),
    ...(due ? { due } : {}),
  };
}

/** Whether an entry of the ledger is the note beside one of the problems. */
export const isNoteOf = (record: LedgerRecord, problems: readonly ProblemItem[]): boolean =>
  record.measure === "note" &&
  problems.some(({ what = "" }) => obstacleIn(record.note)?.startsWith(what) ?? false);
