import { type Day, dayOf, daysBetween } from "./day.js";

/** Who has to see to it: the section, the office, the district. */
export type Level = "科" | "办" | "区";

const LEVELS: readonly Level[] = ["科", "办", "区"];

/** calendar days after the due date from which it is the office's, and the district's */
const OFFICE_AFTER = 7;
const DISTRICT_AFTER = 15;

/** The level that being overdue gives a problem by rule; `now` in epoch ms. */
export function levelOf(due: Day | null | undefined, now: number): Level {
  const late = daysLate(due, now);
  if (late >= DISTRICT_AFTER) return "区";
  return late >= OFFICE_AFTER ? "办" : "科";
}

/** Calendar days past the due date; 0 when there is none or it is still to come. */
export function daysLate(due: Day | null | undefined, now: number): number {
  return due ? Math.max(0, daysBetween(due, dayOf(now))) : 0;
}

export const higher = (a: Level, b: Level): Level => (LEVELS.indexOf(a) >= LEVELS.indexOf(b) ? a : b);

/** 上报 raises by one step. */
export const raised = (level: Level): Level => (level === "科" ? "办" : "区");
