import { meetingTime } from "../../cards/meeting-time.js";
import type { Meeting } from "../../store/meetings.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

/** Keeps what was done with a meeting in the audit trail. */
export const recordMeeting = (
  turn: Turn,
  id: number,
  what: string,
  from: string | null,
  to: string | null,
): Promise<void> => recordChanges(turn, { subject: "meeting", subjectId: String(id), what, from, to });

/** `重大项目推进会 9月27日 周二 14:00 区府3楼`, as typed */
export const meetingWords = (
  { title, startsAt, place }: Pick<Meeting, "title" | "startsAt" | "place">,
  now: number,
): string => `${title} ${meetingTime(startsAt, now)} ${place}`;
