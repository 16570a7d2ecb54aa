import { type Day, dayOf, formatDay, weekdayName } from "../../domain/day.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

type Here = Pick<Turn, "chat" | "speaker">;

/** What a silence in this chat is kept under: in private also the person, whose own posts are found by it. */
const keysOf = ({ chat, speaker }: Here): string[] =>
  chat.type === "p2p" ? [speaker.openId, chat.chatId] : [chat.chatId];

/** The last day of the silence here; null where there is none any more. */
export async function mutedHere(turn: Pick<Turn, "tx" | "now"> & Here): Promise<Day | null> {
  const [key = ""] = keysOf(turn);
  const until = await turn.tx.schedule.mutedUntil(key);
  return until !== null && until >= dayOf(turn.now) ? until : null;
}

/**
 * Begins, changes or (null) ends a silence, and keeps that in the audit trail.
 *
 * @returns the last day of the silence before, null where there was none
 */
export async function muteHere(turn: Turn, until: Day | null): Promise<Day | null> {
  const before = await mutedHere(turn);
  for (const key of keysOf(turn)) await turn.tx.schedule.mute(key, until);
  if (before !== until)
    await recordChanges(turn, {
      subject: "posts",
      subjectId: turn.chat.chatId,
      what: "静音",
      from: before === null ? "没有" : mutedWords(before, turn.now),
      to: until === null ? "没有" : mutedWords(until, turn.now),
    });
  return before;
}

/** `到9月23日（周五）` */
export const mutedWords = (until: Day, now: number): string =>
  `到${formatDay(until, dayOf(now))}（${weekdayName(until)}）`;
