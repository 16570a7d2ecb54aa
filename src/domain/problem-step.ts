import type { ProblemChange, ProblemState } from "./problem.js";

/** What may be in a state's way; what only shows something (佐证) may be added in any. */
export type ProblemAction = Exclude<ProblemChange["is"], "open" | "evidence">;

/** What each step is called. */
export const STEP_NAMES: Record<ProblemAction, string> = {
  assign: "改牵头和期限",
  update: "进展",
  resolve: "申请销号",
  close: "销号",
  reopen: "退回",
  extend: "延期",
  escalate: "上报",
};

export type Step =
  | { is: "goes"; to: ProblemState }
  /** the problem is there already: nothing to write */
  | { is: "already" }
  | { is: "not-now"; why: string };

type Way = Exclude<Step, { is: "not-now" }> | { is: "not-now"; why: keyof Standstill };

const ALREADY: Way = { is: "already" };
const to = (state: ProblemState): Way => ({ is: "goes", to: state });
const not = (why: keyof Standstill): Way => ({ is: "not-now", why });

/** What stands in the way of a step, in the words of a register. */
export interface Standstill {
  closed: string;
  /** somebody is asked to say yes first */
  asked: string;
}

const OF_PROBLEMS: Standstill = {
  closed: "已经销号了；又出现的话，请说“又出现了，重新打开”",
  asked: "已经申请销号；还没解决的话，请先退回",
};

const CLOSED = not("closed");
const ASKED = not("asked");

/** While it is being worked on, 还没解决 is no step back but news of it. */
const working = (state: ProblemState): Record<ProblemAction, Way> => ({
  assign: to(state),
  update: to("in-progress"),
  resolve: to("resolve-asked"),
  close: to("closed"),
  reopen: to("in-progress"),
  extend: to(state),
  escalate: to(state),
});

const STEPS: Record<ProblemState, Record<ProblemAction, Way>> = {
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

/** Where an action leads a problem, or another matter that goes the same way, from that state. */
export function stepOf(state: ProblemState, action: ProblemAction, words: Standstill = OF_PROBLEMS): Step {
  const way = STEPS[state][action];
  return way.is === "not-now" ? { is: "not-now", why: words[way.why] } : way;
}

/** 退回 of what nobody has asked to close is kept as progress. */
export function actionIn(state: ProblemState, action: ProblemAction): ProblemAction {
  return action === "reopen" && state !== "closed" && state !== "resolve-asked" ? "update" : action;
}
