import { at, type Day } from "../../domain/day.js";
import type { Occasions, Slot } from "../post.js";
import { jitter } from "../posting-time.js";

/** A post with an hour of the day: `HH:mm` by which every chat has it. */
export interface Timed {
  name: string;
  time: string;
}

/** A day's slot. A time set by hand is kept to the minute; the one that all chats share is spread before it. */
export function slotOn(
  day: Day,
  { name, time }: Timed,
  { chatId, time: own }: Pick<Occasions, "chatId" | "time">,
  subject: string,
  period: string,
): Slot {
  const by = at(day, own ?? time);
  const before = own === undefined ? jitter(`${name} ${chatId} ${subject} ${period}`) : 0;
  return { at: by - before, subject, period, by };
}
