import { solvedWords } from "../cards/problem/problem-words.js";
import { dayOf } from "../domain/day.js";
import { addMonths, firstDayOf } from "../domain/period.js";
import type { PostTurn } from "./post.js";

/**
 * Who unblocked what has turned green, by the project's code: its problems that were closed in the closed month,
 * the one before it, or since. `#1征收 区房屋征收中心解决`
 */
export async function unblocked(
  { tx, closedMonth }: Pick<PostTurn, "tx" | "closedMonth">,
  codes: ReadonlySet<string>,
): Promise<[code: string, words: string][]> {
  if (codes.size === 0) return [];
  const from = firstDayOf(addMonths(closedMonth, -1));
  const words = new Map<string, string[]>();
  for (const problem of await tx.problems.list({ codes, withClosed: true })) {
    if (problem.state !== "closed" || dayOf(problem.last.saidAt) < from) continue;
    words.set(problem.code, [...(words.get(problem.code) ?? []), solvedWords(problem)]);
  }
  return [...words].map(([code, solved]) => [code, solved.join("、")]);
}
