import type { Subscription } from "../store/schedule.js";
import type { Post, Weekly } from "./post.js";

const DAYS = ["一", "二", "三", "四", "五", "六", "日"];

/** All the times at which a chat gets a post: its words, with the chat's own weekday and hour in them. */
export function postingTimes(post: Post, own: Pick<Subscription, "weekday" | "time"> | undefined): string {
  if (post.daily) return post.when(own?.time ?? post.daily);
  const weekly = own?.weekday && own.time ? { weekday: own.weekday, time: own.time } : post.weekly;
  return post.when(weekly ? weeklyWords(weekly) : "");
}

const weeklyWords = ({ weekday, time }: Weekly): string => `每周${DAYS[weekday - 1]} ${time}`;
