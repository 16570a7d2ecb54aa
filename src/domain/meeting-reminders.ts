import { closeDayOf } from "./data-month.js";
import { at, type Day, dayOf } from "./day.js";
import type { MeetingKind } from "./meeting.js";
import { addMonths, type Period } from "./period.js";
import { addWorkdays, onOrAfterWorkday } from "./workdays.js";

/** Which reminder: workdays before the meeting; T-0 is its day, T+1 the workday after. */
export type Offset = "T-7" | "T-3" | "T-1" | "T-0" | "T+1";

/** workdays before the meeting, and the hour of that day */
const OFFSETS: { period: Offset; workdays: number; time: string }[] = [
  { period: "T-7", workdays: 7, time: "09:05" },
  { period: "T-3", workdays: 3, time: "09:05" },
  { period: "T-1", workdays: 1, time: "09:05" },
  { period: "T-0", workdays: 0, time: "08:40" },
];
/** A 专题 asks nobody for the month's figures; its few people are reminded when it is near. */
const OF_A_TOPIC: ReadonlySet<Offset> = new Set<Offset>(["T-1", "T-0"]);

/** A reminder that falls due: the slot of a post about one meeting. */
export interface Reminder {
  /** epoch ms */
  at: number;
  /** id of the meeting */
  subject: string;
  period: Offset;
  /** epoch ms: by then the next one says it, or the meeting has begun; left out = no such end */
  until?: number;
}

interface Reminded {
  id: number;
  kind?: MeetingKind;
  /** epoch ms, like `bookedAt` */
  startsAt: number;
  bookedAt: number;
}

/** The reminders of a meeting, first to last; those that the booking came too late for are left out. */
export function remindersOf(meeting: Reminded): Reminder[] {
  const onDay = dayOf(meeting.startsAt);
  // Before a meeting on a rest day the workdays are counted from the next workday: T-1 is the last one before.
  const from = onOrAfterWorkday(onDay);
  return OFFSETS.filter(({ period }) => meeting.kind !== "专题" || OF_A_TOPIC.has(period))
    .map(({ period, workdays, time }) => ({
      at: at(workdays === 0 ? onDay : addWorkdays(from, -workdays), time),
      subject: String(meeting.id),
      period,
    }))
    .filter((slot) => slot.at > meeting.bookedAt && slot.at < meeting.startsAt)
    .map((slot, index, all) => ({ ...slot, until: all[index + 1]?.at ?? meeting.startsAt }));
}

/** T+1: the workday after the meeting, when what it decided is posted for 已知悉. */
export function followUpOf({ id, startsAt, bookedAt }: Reminded): Reminder[] {
  const slot = at(followUpDay(dayOf(startsAt)), "09:05");
  // One that was entered afterwards is not followed up years later.
  return bookedAt < startsAt ? [{ at: slot, subject: String(id), period: "T+1" }] : [];
}

/**
 * The day by which a meeting's figures are to be reported: when the running data month closes, where that is
 * before the meeting, else the workday before it.
 *
 * @param closed the closed data month
 */
export function reportDay(startsAt: number, closed: Period): Day {
  const onDay = dayOf(startsAt);
  const closes = closeDayOf(addMonths(closed, 1));
  return closes < onDay ? closes : addWorkdays(onDay, -1);
}

const followUpDay = (day: Day): Day => addWorkdays(day, 1);
