import { actionLine } from "../../cards/action/action-words.js";
import { isOpenAction } from "../../domain/action.js";
import { byUrgency, carriedOf, carriedWords } from "../../domain/action-carry.js";
import type { Meeting } from "../../store/meetings.js";
import type { PostTurn } from "../post.js";
import { meetingBefore } from "./meetings-here.js";

/** What an agenda is made from. */
export type FactsTurn = Pick<PostTurn, "tx" | "now" | "sight" | "closedMonth">;

/** The meeting that an agenda is for; one that is not booked yet has no id. */
export type AgendaFor = Pick<Meeting, "chatId" | "kind" | "code" | "problem" | "title" | "startsAt">;

/** `上次议定8项：办结5，未到期2，逾期1`, then each that is open, the most overdue first; older ones behind. */
export async function carriedOver(
  { tx, now }: FactsTurn,
  meeting: AgendaFor,
): Promise<{ head: string; lines: string[] }> {
  const last = await meetingBefore(tx, meeting, Math.min(meeting.startsAt, now));
  const open = (await tx.actions.list()).filter(
    ({ code }) => meeting.kind === "推进会" || meeting.code === null || code === meeting.code,
  );
  const own = last ? await tx.actions.list({ meetingId: last.id, withClosed: true }) : [];
  const older = open.filter(({ meetingId }) => meetingId !== (last?.id ?? -1));
  const left = [...own.filter(isOpenAction)].sort(byUrgency);
  return {
    head: own.length > 0 ? carriedWords(carriedOf(own, now)) : "",
    lines: [
      ...left.map((one) => actionLine(one, now)),
      ...(older.length > 0 ? [carriedWords(carriedOf(older, now), "更早没办结的")] : []),
      ...older.sort(byUrgency).map((one) => actionLine(one, now)),
    ],
  };
}
