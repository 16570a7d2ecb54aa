import type { Meeting } from "../store/meetings.js";
import type { Turn } from "./turn.js";

type Attended = { toast: string; tone?: "info"; meeting: Meeting | null };

/** 参会 or 请假 of whoever clicks; the last answer counts. Without a meeting the toast says why. */
export async function attend(
  { tx, speaker, now }: Turn,
  meetingId: number,
  word: "参会" | "请假",
): Promise<Attended> {
  const meeting = await tx.meetings.find(meetingId);
  if (!meeting) return { toast: "这个会已经取消或改期了", tone: "info", meeting };
  if (meeting.startsAt <= now) return { toast: "会已经开了", tone: "info", meeting: null };
  await tx.meetings.answer(meeting.id, { openId: speaker.openId, name: speaker.name, answer: word }, now);
  return { toast: word === "参会" ? "已记下：参会" : "已记下：请假，请告诉推进办由谁替会", meeting };
}
