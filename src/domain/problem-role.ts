import { type Act, type ActRole, grantOf } from "./acts.js";
import type { ProblemState } from "./problem.js";
import type { Level } from "./problem-level.js";
import type { ProblemAction } from "./problem-step.js";

/** What somebody is to a problem. */
export interface Standing {
  role: ActRole;
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
  /** closing, and sending up to the district government, is not the units' */
  | "office-only"
  | "not-yours";

/** The act, of the table of who may do what, that a step with a problem is. */
function actOf(action: ProblemAction, level?: Level): Act {
  switch (action) {
    case "assign":
    case "update":
      return "problem.handle";
    case "resolve":
      return "problem.ask-close";
    case "close":
      return "problem.close";
    case "reopen":
      return "problem.return";
    case "extend":
      return "problem.extend";
    case "escalate":
      return level === "区" ? "problem.send-up" : "problem.ask-up";
  }
}

/**
 * Who may take an action, by the table of acts: units work and ask for closing, the office closes, and nobody
 * closes what they have reported. `level` is the one that 上报 leads to.
 */
export function verdictOn(action: ProblemAction, state: ProblemState, who: Standing, level?: Level): Verdict {
  const takesPart = who.isWriter || who.isLead;
  const act = actOf(action, level);
  const grant = grantOf(act, who.role);
  if (grant === "no") {
    const isOffices = act === "problem.close" || act === "problem.send-up";
    return isOffices && takesPart ? "office-only" : "not-yours";
  }
  if (grant === "own" && !takesPart) return "not-yours";
  if (action === "close" && who.isReporter) return "own";
  // What the office has closed, the unit that leads it does not open again.
  if (action === "reopen" && state === "closed" && grant === "own" && !who.isWriter) return "not-yours";
  return "yes";
}
