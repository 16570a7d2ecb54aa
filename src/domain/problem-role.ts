import type { ProblemState } from "./problem.js";
import type { ProblemAction } from "./problem-step.js";

/** What somebody is to a problem. */
export interface Standing {
  isOffice: boolean;
  /** reported it */
  isReporter: boolean;
  /** of the project's unit or team */
  isWriter: boolean;
  /** of the unit that leads or supports */
  isLead: boolean;
}

export type Verdict =
  | "yes"
  /** whoever reported it cannot close it */
  | "own"
  /** closing is the office's */
  | "office-only"
  | "not-yours";

/** Who may take an action: units report, work and ask for closing; the office closes; nobody closes their own. */
export function verdictOn(action: ProblemAction, state: ProblemState, who: Standing): Verdict {
  const takesPart = who.isOffice || who.isWriter || who.isLead;
  if (!takesPart) return "not-yours";
  if (action === "close") {
    if (!who.isOffice) return "office-only";
    return who.isReporter ? "own" : "yes";
  }
  // What the office has closed, the unit that leads it does not open again.
  if (action === "reopen" && state === "closed" && !who.isOffice && !who.isWriter) return "not-yours";
  return "yes";
}
