import type { Meeting } from "../store/meetings.js";
import type { Turn } from "./turn.js";

type Attended = { toast: string; tone?: "info"; meeting: Meeting | null };
type Closed = { toast: string; tone: "info" };

/** The meeting that a button is about; a card may be older than what has become of its meeting. */
export async function stillAhead({ tx, now }: Turn, meetingId: number): Promise<Meeting | Closed> {
  const meeting = await tx.meetings.find(meetingId);
  if (!meeting) return { toast: "这个会已经取消或改期了", tone: "info" };
  return meeting.startsAt > now ? meeting : { toast: "会已经开了", tone: "info" };
}

/** 参会 or 请假 of whoever clicks; the last answer counts. Without a meeting the toast says why. */
export async function attend(turn: Turn, meetingId: number, word: "参会" | "请假"): Promise<Attended> {
  const { tx, speaker, now } = turn;
  const meeting = await stillAhead(turn, meetingId);
  if ("toast" in meeting) return { ...meeting, meeting: null };
  await tx.meetings.answer(meeting.id, { openId: speaker.openId, name: speaker.name, answer: word }, now);
  return { toast: word === "参会" ? "已记下：参会" : "已记下：请假，请告诉推进办由谁替会", meeting };
}

/**
 * Whose answers are told by name: in the meeting's own chat everybody's (null), elsewhere only the speaker's,
 * who may be alone there in knowing the others. The office may look them up in private.
 */
export function namedHere(
  { chat, speaker }: Pick<Turn, "chat" | "speaker">,
  { chatId }: Pick<Meeting, "chatId">,
): ReadonlySet<string> | null {
  if (chat.chatId === chatId || (chat.type === "p2p" && speaker.role === "office")) return null;
  return new Set([speaker.openId]);
}
