import { addDays, type Day, dayOf } from "../../domain/day.js";
import { isWorkday } from "../../domain/workdays.js";
import type { Nudge } from "../nudge.js";
import type { Occasions, Post, Slot } from "../post.js";

const DAY = 24 * 3_600_000;
/** days looked ahead, further only while too little was found: a week's post, a month's, a year's */
const HORIZONS = [60, 400, 2200];
/** days over which the rounds of a personal post are looked for */
const ROUNDS = 150;

/** Pure: the next slots of a post after `now`, the nearest first. */
export function nextRuns(
  post: Pick<Post, "slots">,
  occasions: Occasions,
  now: number,
  count: number,
): Slot[] {
  let found: Slot[] = [];
  for (const days of HORIZONS) {
    found = post.slots(now, now + days * DAY, occasions);
    if (found.length >= count) break;
  }
  return found.sort((a, b) => a.at - b.at).slice(0, count);
}

/** Pure: the next workdays on which a personal post may come; empty where only the matter itself tells. */
export function nextRounds({ onDay }: Pick<Nudge, "onDay">, from: Day, count: number): Day[] {
  if (!onDay) return [];
  const days: Day[] = [];
  for (let day = from; days.length < count && day <= addDays(from, ROUNDS); day = addDays(day, 1))
    if (isWorkday(day) && onDay(day)) days.push(day);
  return days;
}

/** Slots that fall into a silence are left out for good. */
export const afterMute = (slots: readonly Slot[], mutedUntil: Day | null): Slot[] =>
  mutedUntil === null ? [...slots] : slots.filter((slot) => dayOf(slot.at) > mutedUntil);
