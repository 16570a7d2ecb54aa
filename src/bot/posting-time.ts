import { createHash } from "node:crypto";
import { at, type Day, dayOf, timeOf } from "../domain/day.js";
import { isWorkday, nextWorkday } from "../domain/workdays.js";

/** `HH:mm`; a post may still leave within the last minute */
export const EARLIEST = "08:30";
export const LATEST = "18:00";

/** Posts leave between 08:30 and 18:00 on workdays; what falls due outside waits. */
export function isPostingTime(instant: number): boolean {
  const time = timeOf(instant);
  return isWorkday(dayOf(instant)) && time >= EARLIEST && time <= LATEST;
}

/** The first instant from this one on at which posts may leave: itself in posting hours. */
export function postsFrom(instant: number): number {
  if (isPostingTime(instant)) return instant;
  const day = dayOf(instant);
  const isBefore = isWorkday(day) && timeOf(instant) < EARLIEST;
  return at(isBefore ? day : nextWorkday(day), EARLIEST);
}

/** The last ms of a day's posting hours. */
export const endOfPosting = (day: Day): number => at(day, LATEST) + 60_000 - 1;

/** ms over which the posts of many chats that share a time are spread */
const SPREAD = 4 * 60_000;

/**
 * By how many ms, less than `SPREAD`, a post leaves before the time that stands for all chats, so that two
 * hundred groups are not posted in one instant and each has its post by then. Hashed from the run's key: the
 * same in every process and after a restart.
 */
export function jitter(key: string): number {
  return createHash("sha256").update(key).digest().readUInt32BE() % SPREAD;
}
