import type { Turn } from "../../src/bot/turn.js";
import { dayOf, formatDay } from "../../src/domain/day.js";
import type { Meeting } from "../../src/store/meetings.js";

const YEAR = 366 * 24 * 3_600_000;

/** The meetings ahead that were booked in this chat, the next one first. */
export async function meetingsHere({ tx, now, chat }: Turn): Promise<Meeting[]> {
  const all = await tx.meetings.between(now, now + YEAR);
  return all.filter(({ chatId }) => chatId === chat.chatId);
}

/** The next meeting that was booked in another group of the office's own, and that group's name. */
export async function nextElsewhere({
  tx,
  now,
  chat,
}: Turn): Promise<{ meeting: Meeting; group: string } | null> {
  for (const meeting of await tx.meetings.between(now, now + YEAR)) {
    if (meeting.chatId === chat.chatId) continue;
    const other = await tx.chats.find(meeting.chatId);
    // What somebody has booked in private is theirs alone.
    if (other?.type === "group" && !other.external) return { meeting, group: other.name };
  }
  return null;
}

/** Those that are meant when a day is named: 取消9月27日的会; all when none is. */
export function meant(meetings: readonly Meeting[], said: string): readonly Meeting[] {
  const named = meetings.filter(({ startsAt }) => saysDay(said, formatDay(dayOf(startsAt))));
  return named.length > 0 ? named : meetings;
}

/** `27日` is not in `7日`'s favour: no digit stands before the day that is looked for. */
const saysDay = (said: string, day: string): boolean =>
  new RegExp(`(?<!\\d)${day.replace("日", "[日号]?")}(?!\\d)`).test(said.normalize("NFKC"));
