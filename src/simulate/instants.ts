import { posts } from "../../jobs/index.js";
import { at, type Day } from "../domain/day.js";
import { isWorkday } from "../domain/workdays.js";
import { EXTERNAL_GROUP, OFFICE_GROUP, PROJECT_GROUP } from "../sandbox/scene.js";
import type { GoingOut } from "../store/bulletins.js";
import type { Meeting } from "../store/meetings.js";

/** Looks on every workday: before the first hour, at it, when the daily round has begun, and after the last. */
const WORKDAY = ["08:25", "08:30", "09:05", "12:00", "17:55", "18:02"];
/** and on a day of rest, on which nothing may come */
const REST_DAY = ["09:15", "17:05"];

const DAY = 24 * 3_600_000;

/** The instants of a day at which something may be due, in order: the slots of every post of every group, and the fixed looks. */
export function instantsOf(day: Day, meetings: readonly Meeting[], bulletins: readonly GoingOut[]): number[] {
  const from = at(day) - 1;
  const slots = [PROJECT_GROUP, OFFICE_GROUP, EXTERNAL_GROUP].flatMap((chatId) =>
    posts.flatMap((post) =>
      post.slots(from, from + DAY, {
        chatId,
        weekly: null,
        meetings: meetings.filter((meeting) => meeting.chatId === chatId),
        bulletins,
      }),
    ),
  );
  const looks = (isWorkday(day) ? WORKDAY : REST_DAY).map((time) => at(day, time));
  return [...new Set([...slots.map((slot) => slot.at), ...looks])].sort((a, b) => a - b);
}
