import type { Problem } from "../../domain/problem.js";
import type { Button } from "../card.js";

/** Whose buttons a card shows: one that a group sees shows everybody's, and each click is checked. */
export interface Offered {
  /** who works on it: the project's unit and team, the lead, the office */
  work: boolean;
  /** who closes it: the office, unless it reported it */
  close: boolean;
}

/** The steps a problem may take from where it stands, for those who look at the card. */
export function problemButtons({ number, state, isReported }: Problem, { work, close }: Offered): Button[] {
  const button = (label: string, does: string, look?: Button["look"]): Button => ({
    label,
    does,
    args: { number },
    ...(look ? { look } : {}),
  });
  if (state === "closed") return work ? [button("重新打开", "reopenProblem")] : [];
  if (state === "resolve-asked")
    return [
      ...(close ? [button("同意销号", "closeProblem", "primary")] : []),
      ...(work ? [button("退回", "reopenProblem")] : []),
    ];
  if (!work) return [];
  return [
    button("申请销号", "resolveProblem"),
    button("延期", "extendProblem"),
    ...(isReported ? [] : [button("上报", "escalateProblem")]),
  ];
}
