import { dayOf, formatDay, timeOf, weekdayName } from "../domain/day.js";

/** `9月27日 周二 14:00` */
export function meetingTime(startsAt: number, now: number): string {
  const day = dayOf(startsAt);
  return `${formatDay(day, dayOf(now))} ${weekdayName(day)} ${timeOf(startsAt)}`;
}
