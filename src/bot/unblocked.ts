import { solvedWords } from "../cards/problem/problem-words.js";
import { dayOf } from "../domain/day.js";
import type { LampColour } from "../domain/lamp-part.js";
import { lateSince } from "../domain/late-since.js";
import { firstDayOf } from "../domain/period.js";
import type { Assessed } from "../domain/portfolio.js";
import type { PostTurn } from "./post.js";

/**
 * Who solved what, by the project's code: `#1征收 区房屋征收中心解决`. Of a project that has turned better, the
 * problems closed while it was late; of the others, those closed since the group was last told.
 *
 * @param since epoch ms of the last digest, null when there was none
 */
export async function unblocked(
  { tx, sight, closedMonth }: Pick<PostTurn, "tx" | "sight" | "closedMonth">,
  all: readonly Assessed[],
  changes: ReadonlyMap<string, LampColour>,
  since: number | null,
): Promise<[code: string, words: string][]> {
  const closed = (await tx.problems.list({ codes: sight.codes, withClosed: true })).filter(
    ({ state }) => state === "closed",
  );
  if (closed.length === 0) return [];
  const byCode = new Map(all.map((one) => [one.project.code, one]));
  const words = new Map<string, string[]>();
  for (const problem of closed) {
    const one = byCode.get(problem.code);
    if (!one) continue;
    const was = changes.get(problem.code);
    const { saidAt } = problem.last;
    const lateFrom = was && isBetter(was, one.lamp.lamp) ? lateSince(one, closedMonth) : null;
    const counts = lateFrom ? dayOf(saidAt) >= firstDayOf(lateFrom) : since !== null && saidAt > since;
    if (counts) words.set(problem.code, [...(words.get(problem.code) ?? []), solvedWords(problem)]);
  }
  return [...words].map(([code, solved]) => [code, solved.join("、")]);
}

/** A lamp that was lit for being late has turned better; who only reports late has not. */
const isBetter = (was: LampColour, is: LampColour): boolean =>
  (was === "red" && (is === "yellow" || is === "green")) || (was === "yellow" && is === "green");
