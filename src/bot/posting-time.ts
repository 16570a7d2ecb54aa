import { createHash } from "node:crypto";
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
