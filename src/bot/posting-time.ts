import { dayOf, timeOf } from "../domain/day.js";
import { isWorkday } from "../domain/workdays.js";

/** `HH:mm`; a post may still leave within the last minute */
export const EARLIEST = "08:30";
export const LATEST = "18:00";

/** Posts leave between 08:30 and 18:00 on workdays; what falls due outside waits. */
export function isPostingTime(instant: number): boolean {
  const time = timeOf(instant);
  return isWorkday(dayOf(instant)) && time >= EARLIEST && time <= LATEST;
}
