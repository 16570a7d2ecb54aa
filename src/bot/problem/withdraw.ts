import type { Problem } from "../../domain/problem.js";
import { mayOfAll } from "../permissions.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";

export interface TakenProblem {
  number: number;
  code: string;
  /** null: its opening was taken back */
  left: Problem | null;
}

/**
 * Takes back what a write did to problems: only where nothing has been done since, and only one's own, unless
 * one is of the office.
 */
export async function withdrawProblems(turn: Turn, writeId: string): Promise<TakenProblem[]> {
  const { tx, speaker, now } = turn;
  const taken: TakenProblem[] = [];
  for (const number of await tx.problems.ofWrite(writeId)) {
    const problem = await tx.problems.find(number);
    const last = (await tx.problems.events(number)).filter(({ undone }) => !undone).at(-1);
    const isOwn = last?.saidBy === speaker.openId || mayOfAll(turn, "entry.undo");
    if (!problem || last?.writeId !== writeId || !isOwn) continue;
    const left = await tx.problems.withdraw(number, writeId, spoken(turn), now);
    taken.push({ number, code: problem.code, left });
  }
  return taken;
}
