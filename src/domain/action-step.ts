import type { ActionState, ActionStep } from "./action.js";

/** Why a step cannot be taken now: a sentence, without the number before it; null when it can. */
export function hindersStep(
  state: ActionState,
  step: ActionStep,
): { is: "already" | "not-now"; why: string } | null {
  if (state === "closed") {
    if (step === "return") return null;
    if (step === "close" || step === "finish") return { is: "already", why: "已经办结了" };
    return { is: "not-now", why: "已经办结了；没办完的话，请推进办退回并说明原因" };
  }
  if (state === "finish-asked") {
    if (step === "finish") return { is: "already", why: "已经申请办结，等推进办同意" };
    if (step === "extend" || step === "assign" || step === "acknowledge")
      return { is: "not-now", why: "已经申请办结；还没办完的话，请推进办先退回" };
    return null;
  }
  if (step === "return") return { is: "not-now", why: "还没有申请办结，没有可退回的" };
  if (step === "acknowledge" && state !== "open") return { is: "already", why: "已经知悉了" };
  return null;
}

/** What somebody is to an action. */
export interface ActionStanding {
  isOffice: boolean;
  /** of the unit that does it, or standing for it */
  isOwn: boolean;
  /** asked to close it */
  hasAsked: boolean;
}

export type ActionVerdict =
  | "yes"
  /** who does it does not close it */
  | "own"
  | "office-only"
  | "not-yours";

/** Who may take a step: units work on it and ask for closing; the office closes, sends back, gives it to another. */
export function verdictOnStep(
  step: ActionStep,
  { isOffice, isOwn, hasAsked }: ActionStanding,
): ActionVerdict {
  if (!isOffice && !isOwn) return "not-yours";
  if (step === "close") {
    if (!isOffice) return isOwn ? "own" : "office-only";
    // The office's own actions are closed by another of its people than the one who asks.
    return isOwn && hasAsked ? "own" : "yes";
  }
  if ((step === "return" || step === "assign") && !isOffice) return "office-only";
  // 已知悉 is the unit's own word.
  return step === "acknowledge" && !isOwn ? "not-yours" : "yes";
}
