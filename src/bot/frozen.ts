import { frozenWarnings } from "../domain/baseline.js";
import type { Measured } from "../domain/ledger-entry.js";
import type { Figures } from "../domain/ledger-figures.js";
import type { Warning } from "../domain/ledger-warning.js";
import { type Period, yearOf } from "../domain/period.js";
import { may } from "./permissions.js";
import type { Turn } from "./turn.js";

/** 年度目标 is the office's to adjust, inside; milestones move with their unit's reason. */
export const mayMovePlan = (turn: Turn): boolean => may(turn, "plan.freeze");

/** What is asked before a signed target is changed; figures that are no targets cost nothing here. */
export async function askedOfFrozen(
  turn: Turn,
  code: string,
  next: Measured & { dataMonth: Period },
  figures: Figures,
): Promise<Warning[]> {
  if (next.measure !== "plan" && next.measure !== "milestone") return [];
  const year = (next.measure === "plan" ? next.year : undefined) ?? yearOf(next.dataMonth);
  const frozen = (await turn.tx.plans.frozen(year)).get(code);
  // A reason does not make it anybody's to change.
  const measured = next.measure === "plan" && !mayMovePlan(turn) ? withoutReason(next) : next;
  return frozenWarnings(measured, frozen, figures, year);
}

function withoutReason({ yuan, year }: Measured & { measure: "plan" }): Measured {
  return { measure: "plan", yuan, ...(year === undefined ? {} : { year }) };
}
