import { type Day, formatDay } from "./day.js";
import type { Figures } from "./ledger-figures.js";
import type { StageStep } from "./stages.js";

/** Why a step cannot be made up later, as a sentence; null when it can. */
export function refusedWaiver(
  step: StageStep | undefined,
  milestone: string,
  figures: Figures,
  { day, today }: { day: Day; today: Day },
): string | null {
  if (!step) return `${milestone}不在这个项目的流程里，不能容缺。`;
  if (!step.canWait) return `${step.name}是要做成的事，不是能后补的手续，不能容缺。`;
  const done = figures.milestones[milestone]?.done;
  if (done !== undefined) return `${step.name}已在${formatDay(done, today)}办结，不用容缺。`;
  if (day < today) return `${formatDay(day, today)}已经过了，请写一个今天以后的补齐日期。`;
  return null;
}
