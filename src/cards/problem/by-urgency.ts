import { type Day, dayOf, daysBetween } from "../../domain/day.js";
import type { ProblemState } from "../../domain/problem.js";

interface Due {
  number: number;
  state: ProblemState;
  due?: Day;
}

/** Open before closed, then by due date, those without one last. */
export function byUrgency(now: number): (a: Due, b: Due) => number {
  const today = dayOf(now);
  const rank = ({ state, due }: Due) =>
    (state === "closed" ? 1e6 : 0) + (due ? daysBetween(today, due) : 1e5);
  return (a, b) => rank(a) - rank(b) || a.number - b.number;
}
