import type { Subscription } from "../../store/schedule.js";
import type { Post } from "../post.js";
import { readHour, readWeekday, readWeekly } from "./read-posting-time.js";

/** When a post is to leave: `weekday` is null where its days are given. */
export interface Wished {
  weekday: number | null;
  time: string;
}

/** The time in words; of a weekly post the weekday or the hour that is not said stays as it is. Pure. */
export function readWished(
  { weekly }: Pick<Post, "weekly">,
  own: Pick<Subscription, "weekday" | "time">,
  words: string,
): Wished | null {
  const said = words.normalize("NFKC");
  const time = readHour(said);
  if (!weekly) return time === null ? null : { weekday: null, time };
  if (time !== null) return { weekday: own.weekday ?? weekly.weekday, time };
  const weekday = readWeekday(said);
  return weekday === null ? readWeekly(said) : { weekday, time: own.time ?? weekly.time };
}
