import type { Problem, ProblemChange } from "../../domain/problem.js";
import type { Level } from "../../domain/problem-level.js";
import { actionIn, type ProblemAction, STEP_NAMES, stepOf } from "../../domain/problem-step.js";
import { logRefusal } from "../refuse.js";
import { spoken } from "../spoken.js";
import type { Turn } from "../turn.js";
import { refusedToAct } from "./standing.js";

export type Outcome =
  | { is: "done"; was: Problem; problem: Problem }
  /** nothing was written; the sentence says why, and what to do */
  | { is: "known" | "refused"; sentence: string };

/** Takes one step with a problem, where the speaker may and the problem's state allows it. */
export async function act(
  turn: Turn,
  problem: Problem,
  change: Exclude<ProblemChange, { is: "open" }>,
): Promise<Outcome> {
  if (change.is === "evidence") return shown(turn, problem, change);
  const level = change.is === "escalate" ? change.level : undefined;
  const refusal = await refusedStep(turn, problem, change.is, level);
  if (refusal) return refusal;
  const is = actionIn(problem.state, change.is);
  const written: ProblemChange = is === change.is ? change : { is: "update", words: change.words };
  const after = await turn.tx.problems.add(problem.number, { change: written, ...spoken(turn) }, turn.now);
  return { is: "done", was: problem, problem: after };
}

/** 佐证 may come in any state, from whoever works on the problem. */
async function shown(
  turn: Turn,
  was: Problem,
  change: Extract<ProblemChange, { is: "evidence" }>,
): Promise<Outcome> {
  const refusal = await refusedToAct(turn, was, "update");
  if (refusal) {
    await logRefusal(turn, refusal, `问题 #${was.number} 佐证`);
    return { is: "refused", sentence: refusal.sentence };
  }
  const problem = await turn.tx.problems.add(was.number, { change, ...spoken(turn) }, turn.now);
  return { is: "done", was, problem };
}

/** Why a step is not taken: by the person, or by the problem's state; null when it may be. */
export async function refusedStep(
  turn: Turn,
  problem: Problem,
  action: ProblemAction,
  level?: Level,
): Promise<Extract<Outcome, { sentence: string }> | null> {
  const { number, state } = problem;
  const refusal = await refusedToAct(turn, problem, action, level);
  if (refusal) {
    await logRefusal(turn, refusal, `问题 #${number} ${STEP_NAMES[action]}`);
    return { is: "refused", sentence: refusal.sentence };
  }
  const step = stepOf(state, action);
  if (step.is === "already")
    return {
      is: "known",
      sentence: `#${number}${state === "closed" ? "已经销号了" : "已经申请销号，等推进办同意"}。`,
    };
  return step.is === "not-now" ? { is: "refused", sentence: `#${number}${step.why}。` } : null;
}
