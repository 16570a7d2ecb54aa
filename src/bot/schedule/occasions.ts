import type { GoingOut } from "../../store/bulletins.js";
import type { Meeting } from "../../store/meetings.js";
import type { Subscription } from "../../store/schedule.js";
import type { Repositories } from "../../store/store.js";
import { PUBLISHED_WITHIN } from "../bulletin/name.js";
import type { Occasions } from "../post.js";

const DAY = 24 * 3_600_000;
/** what a meeting has decided is posted on the workday after it, over the longest holidays */
const BEHIND = 14 * DAY;

/** Meetings that may have a reminder due before `until` (epoch ms), of all chats. */
export const meetingsAround = (
  tx: Pick<Repositories, "meetings">,
  now: number,
  until: number,
): Promise<Meeting[]> => tx.meetings.between(now - BEHIND, until);

/** What was signed and may still be due to go out, to all groups. */
export const bulletinsAround = (tx: Pick<Repositories, "bulletins">, now: number): Promise<GoingOut[]> =>
  tx.bulletins.goingOut(now - PUBLISHED_WITHIN);

/** What a chat's slots are computed from. */
export function occasionsOf(
  { chatId, weekday, time }: Pick<Subscription, "chatId" | "weekday" | "time">,
  meetings: readonly Meeting[],
  bulletins: readonly GoingOut[] = [],
): Occasions {
  return {
    chatId,
    weekly: weekday !== null && time !== null ? { weekday, time } : null,
    ...(time === null ? {} : { time }),
    meetings: meetings.filter((meeting) => meeting.chatId === chatId),
    bulletins,
  };
}
