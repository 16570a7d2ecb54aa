import { at, dayOf } from "./day.js";
import { addWorkdays, onOrAfterWorkday } from "./workdays.js";

/** Which reminder: workdays before the meeting; T-0 is its day. */
export type Offset = "T-7" | "T-3" | "T-1" | "T-0";

/** workdays before the meeting, and the hour of that day */
const OFFSETS: { period: Offset; workdays: number; time: string }[] = [
  { period: "T-7", workdays: 7, time: "09:05" },
  { period: "T-3", workdays: 3, time: "09:05" },
  { period: "T-1", workdays: 1, time: "09:05" },
  { period: "T-0", workdays: 0, time: "08:40" },
];

/** A reminder that falls due: the slot of a post about one meeting. */
export interface Reminder {
  /** epoch ms */
  at: number;
  /** id of the meeting */
  subject: string;
  period: Offset;
}

/** The reminders of a meeting, first to last; those that the booking came too late for are left out. */
export function remindersOf(
  /** instants in epoch ms */
  meeting: { id: number; startsAt: number; bookedAt: number },
): Reminder[] {
  const onDay = dayOf(meeting.startsAt);
  // Before a meeting on a rest day the workdays are counted from the next workday: T-1 is the last one before.
  const from = onOrAfterWorkday(onDay);
  return OFFSETS.map(({ period, workdays, time }) => ({
    at: at(workdays === 0 ? onDay : addWorkdays(from, -workdays), time),
    subject: String(meeting.id),
    period,
  })).filter((slot) => slot.at > meeting.bookedAt && slot.at < meeting.startsAt);
}
