import { dayOf, formatDay, timeOf, weekdayName } from "../domain/day.js";

/** Of a meeting that was entered afterwards, 补记, only the day is known: midnight stands for that. */
export const isDayOnly = (startsAt: number): boolean => timeOf(startsAt) === "00:00";

/** `9月27日 周二 14:00`; where only the day is known, `9月27日 周二` */
export function meetingTime(startsAt: number, now: number): string {
  const day = dayOf(startsAt);
  return `${formatDay(day, dayOf(now))} ${weekdayName(day)}${isDayOnly(startsAt) ? "" : ` ${timeOf(startsAt)}`}`;
}
