import { closeDayOf } from "./data-month.js";
import type { Day } from "./day.js";
import { addMonths, type Period } from "./period.js";
import { addWorkdays } from "./workdays.js";

/** How far the chase for a month's reports has come: workdays before and after the day it closes. */
export type ChaseStage = "D-3" | "D-1" | "D+1";

/** workdays after the close on which the head is told no more: the section has it by then */
const HEAD_UNTIL = 3;

/** The month whose reports are asked for on a day, and the stage; null while there is nothing to ask for. */
export function chaseOn(today: Day, closedMonth: Period): { month: Period; stage: ChaseStage } | null {
  const closed = closeDayOf(closedMonth);
  if (today >= addWorkdays(closed, 1) && today < addWorkdays(closed, HEAD_UNTIL))
    return { month: closedMonth, stage: "D+1" };
  const month = addMonths(closedMonth, 1);
  const due = closeDayOf(month);
  if (today > due) return null;
  if (today >= addWorkdays(due, -1)) return { month, stage: "D-1" };
  return today >= addWorkdays(due, -3) ? { month, stage: "D-3" } : null;
}

const FROM: Record<ChaseStage, number> = { "D-3": -3, "D-1": -1, "D+1": 1 };

/** Whether a stage of a month's chase begins on this day. */
export const beginsOn = ({ month, stage }: { month: Period; stage: ChaseStage }, today: Day): boolean =>
  today === addWorkdays(closeDayOf(month), FROM[stage]);
