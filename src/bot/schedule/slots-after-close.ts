import { closeDayOf } from "../../domain/data-month.js";
import { addMonths, monthOf, periodsFromTo } from "../../domain/period.js";
import { addWorkdays } from "../../domain/workdays.js";
import type { Occasions, Slot } from "../post.js";
import { slotOn, type Timed } from "./slot-on.js";

/** The slots in (from, to] of a post that is due so many workdays after each month closes; 0: on the day itself. */
export function slotsAfterClose(
  workdays: number,
  timed: Timed,
  from: number,
  to: number,
  occasions: Occasions,
): Slot[] {
  // The month of a slot is over when it closes, and over longest holidays another month may begin.
  return periodsFromTo(addMonths(monthOf(from), -2), monthOf(to))
    .map((month) => {
      const closes = closeDayOf(month);
      const day = workdays === 0 ? closes : addWorkdays(closes, workdays);
      return slotOn(day, timed, occasions, "-", month);
    })
    .filter((slot) => slot.at > from && slot.at <= to);
}
