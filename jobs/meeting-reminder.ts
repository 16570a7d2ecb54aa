import { attend } from "../src/bot/attend.js";
import type { ClickAnswer } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import type { Turn } from "../src/bot/turn.js";
import type { CardView } from "../src/cards/card.js";
import { meetingCard } from "../src/cards/meeting/meeting-card.js";
import { dayOf } from "../src/domain/day.js";
import { type Offset, remindersOf } from "../src/domain/meeting-reminders.js";
import type { Meeting } from "../src/store/meetings.js";

const DAY = 24 * 3_600_000;

interface Model {
  meetingId: number;
  /** the slot's offset: what the card is about stays when it is drawn again */
  period: Offset;
}

/** 推进会提醒: seven, three and one workdays before the meeting, and on its day. */
export const meetingReminder: Post = {
  name: "推进会提醒",
  summary: "时间地点、谁还没报、议程、谁来参会",
  when: () => "会前7、3、1个工作日和当天",
  byDefault: true,
  // A reminder that was missed makes sense until the next one is due; only the latest is made up.
  goodFor: 14 * DAY,
  slots(from, to, { meetings }) {
    return meetings.flatMap(remindersOf).filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(turn, slot) {
    const meeting = await turn.tx.meetings.find(Number(slot.subject));
    // Cancelled, or the reminder came too late to be one.
    if (!meeting || meeting.startsAt <= turn.now) return null;
    const period = slot.period as Offset;
    // On the day itself the day's own reminder follows within minutes.
    if (period !== "T-0" && dayOf(meeting.startsAt) === dayOf(turn.now)) return null;
    const model: Model = { meetingId: meeting.id, period };
    return { card: await reminderCard(turn, meeting, period), model };
  },
  clicks: {
    attend: { repeats: true, run: (turn, click) => answer(turn, click.model as Model, "参会") },
    decline: { repeats: true, run: (turn, click) => answer(turn, click.model as Model, "请假") },
  },
};

async function answer(turn: Turn, model: Model, word: "参会" | "请假"): Promise<ClickAnswer> {
  const { meeting, ...toast } = await attend(turn, model.meetingId, word);
  return meeting ? { ...toast, card: await reminderCard(turn, meeting, model.period) } : toast;
}

type ReminderTurn = Pick<PostTurn, "tx" | "now" | "sight" | "closedMonth">;

async function reminderCard(turn: ReminderTurn, meeting: Meeting, period: Offset): Promise<CardView> {
  const { tx, now, sight, closedMonth } = turn;
  return meetingCard({
    meeting,
    period,
    now,
    month: closedMonth,
    hasMoney: sight.money,
    all: await assessed(tx, viewpointOf(turn), { codes: sight.codes }),
    answers: await tx.meetings.attendance(meeting.id),
    invited: (await tx.people.all()).filter(({ role }) => role !== "guest"),
  });
}
