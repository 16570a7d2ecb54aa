import type { ProblemChange, ProblemState } from "./problem.js";

export type ProblemAction = Exclude<ProblemChange["is"], "open">;

export type Step =
  | { is: "goes"; to: ProblemState }
  /** the problem is there already: nothing to write */
  | { is: "already" }
  | { is: "not-now"; why: string };

const ALREADY: Step = { is: "already" };
const to = (state: ProblemState): Step => ({ is: "goes", to: state });
const not = (why: string): Step => ({ is: "not-now", why });

const CLOSED = not("已经销号了；又出现的话，请说“又出现了，重新打开”");
const ASKED = not("已经申请销号；还没解决的话，请先退回");

/** While it is being worked on, 还没解决 is no step back but news of it. */
const working = (state: ProblemState): Record<ProblemAction, Step> => ({
  assign: to(state),
  update: to("in-progress"),
  resolve: to("resolve-asked"),
  close: to("closed"),
  reopen: to("in-progress"),
  extend: to(state),
  escalate: to(state),
});

const STEPS: Record<ProblemState, Record<ProblemAction, Step>> = {
  open: working("open"),
  "in-progress": working("in-progress"),
  reopened: working("reopened"),
  "resolve-asked": {
    assign: to("resolve-asked"),
    update: to("resolve-asked"),
    resolve: ALREADY,
    close: to("closed"),
    reopen: to("reopened"),
    extend: ASKED,
    escalate: ASKED,
  },
  closed: {
    assign: CLOSED,
    update: CLOSED,
    resolve: ALREADY,
    close: ALREADY,
    reopen: to("reopened"),
    extend: CLOSED,
    escalate: CLOSED,
  },
};

/** Where an action leads a problem in that state. */
export const stepOf = (state: ProblemState, action: ProblemAction): Step => STEPS[state][action];

/** 退回 of what nobody has asked to close is kept as progress. */
export function actionIn(state: ProblemState, action: ProblemAction): ProblemAction {
  return action === "reopen" && state !== "closed" && state !== "resolve-asked" ? "update" : action;
}
