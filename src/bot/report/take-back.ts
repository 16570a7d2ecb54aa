import type { Write } from "../../store/ledger.js";
import type { ProblemWrite } from "../../store/problems.js";
import { type TakenBack, withdraw } from "../book.js";
import { type TakenProblem, withdrawProblems } from "../problem/withdraw.js";
import type { Turn } from "../turn.js";
import { wholeOf } from "../undo/other-change.js";
import { strikeCard } from "./strike-card.js";

/**
 * Takes a write back, and says so on the card that echoed it; null when it was taken back before, or when a
 * problem that it has entered has gone on since, or where it is part of a signing or an addition.
 */
export async function takeBack(turn: Turn, write: Write): Promise<TakenBack[] | null> {
  if (await wholeOf(turn, write)) return null;
  const problems = await withdrawProblems(turn, write.writeId);
  if ((await turn.tx.problems.ofWrite(write.writeId)).length > 0) return null;
  const taken = await withdraw(turn, write);
  const messageId = write.records[0]?.messageId;
  if (taken) await strikeCard(turn, { writeId: write.writeId, messageId }, taken, problems);
  return taken;
}

/** The same for a write that has changed nothing but problems. */
export async function takeBackProblems(turn: Turn, write: ProblemWrite): Promise<TakenProblem[]> {
  const problems = await withdrawProblems(turn, write.writeId);
  if (problems.length > 0) await strikeCard(turn, write, [], problems);
  return problems;
}
