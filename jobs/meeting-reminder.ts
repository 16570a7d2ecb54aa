import { takeStep } from "../src/bot/action/take-step.js";
import { attend, type Reply } from "../src/bot/attend.js";
import type { Answer, Click, ClickAnswer, ClickHandler } from "../src/bot/command.js";
import { agendaOf } from "../src/bot/meeting/agenda.js";
import { carriedOver } from "../src/bot/meeting/carried-over.js";
import { invitedTo } from "../src/bot/meeting/invited.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { jitter } from "../src/bot/posting-time.js";
import { asPosted } from "../src/bot/schedule/bound.js";
import type { Turn } from "../src/bot/turn.js";
import { followUpCard } from "../src/cards/action/follow-up-card.js";
import type { CardView } from "../src/cards/card.js";
import { meetingCard } from "../src/cards/meeting/meeting-card.js";
import { dayOf } from "../src/domain/day.js";
import { followUpOf, type Offset, remindersOf } from "../src/domain/meeting-reminders.js";
import { isWorkday } from "../src/domain/workdays.js";
import type { Meeting } from "../src/store/meetings.js";

const DAY = 24 * 3_600_000;

interface Model {
  meetingId: number;
  /** the slot's offset: what the card is about stays when it is drawn again */
  period: Offset;
}

const NAME = "推进会提醒";

/** 推进会提醒: seven, three and one workdays before the meeting, on its day, and what it decided the day after. */
export const meetingReminder: Post = {
  name: NAME,
  summary: "时间地点、谁还没报、议程、谁来参会；会后的议定事项",
  when: () => "会前7、3、1个工作日和当天，会后1个工作日",
  byDefault: true,
  // A reminder that was missed makes sense until the next one is due; only the latest is made up.
  catchUp: { is: "latest", within: 14 * DAY },
  slots(from, to, { chatId, meetings }) {
    return (
      meetings
        .flatMap((meeting) => [...remindersOf(meeting), ...followUpOf(meeting)])
        // On the day of a meeting that is held on a rest day nothing is posted.
        .filter((slot) => isWorkday(dayOf(slot.at)))
        .map((slot) => ({
          ...slot,
          at: slot.at - jitter(`${NAME} ${chatId} ${slot.subject} ${slot.period}`),
        }))
        .filter((slot) => slot.at > from && slot.at <= to)
    );
  },
  async run(turn, slot) {
    const meeting = await turn.tx.meetings.find(Number(slot.subject));
    if (!meeting) return null;
    const period = slot.period as Offset;
    if (period === "T+1") return followUp(turn, meeting);
    // The reminder came too late to be one.
    if (meeting.startsAt <= turn.now) return null;
    // On the day itself the day's own reminder follows within minutes.
    if (period !== "T-0" && dayOf(meeting.startsAt) === dayOf(turn.now)) return null;
    const model: Model = { meetingId: meeting.id, period };
    return { card: await reminderCard(turn, meeting, period), model };
  },
  clicks: {
    attend: answering("attend"),
    decline: answering("decline"),
    standIn: answering("standIn"),
    ack: { repeats: true, run: acknowledge },
  },
};

function answering(reply: Reply): ClickHandler {
  return {
    repeats: true,
    async run(turn, { model, form }) {
      const { meetingId, period } = model as Model;
      const { meeting, ...toast } = await attend(turn, meetingId, reply, form);
      return meeting ? { ...toast, card: await reminderCard(await asPosted(turn), meeting, period) } : toast;
    },
  };
}

type ReminderTurn = Pick<PostTurn, "tx" | "now" | "sight" | "closedMonth">;

async function followUp(turn: ReminderTurn, meeting: Meeting): Promise<Answer | null> {
  const actions = await turn.tx.actions.list({ meetingId: meeting.id, withClosed: true });
  if (actions.length === 0) return null;
  const model: Model = { meetingId: meeting.id, period: "T+1" };
  return { card: followUpCard(meeting, actions, turn.now), model };
}

/** 已知悉 of a unit: by one of its people, for all that the meeting has given it. */
async function acknowledge(turn: Turn, { args, model }: Click): Promise<ClickAnswer> {
  const { meetingId } = model as Model;
  const meeting = await turn.tx.meetings.find(meetingId);
  const all = await turn.tx.actions.list({ meetingId });
  const waiting = all.filter(({ unit, state }) => unit === args.unit && state === "open");
  if (!meeting || waiting.length === 0) return { toast: "已经知悉了", tone: "info" };
  for (const action of waiting) {
    const outcome = await takeStep(turn, action, { is: "acknowledge", words: "已知悉" });
    if (outcome.is !== "done") return { toast: outcome.sentence, tone: "error" };
  }
  return { toast: `已记下：${String(args.unit)}知悉${waiting.length}项`, ...(await followUp(turn, meeting)) };
}

async function reminderCard(turn: ReminderTurn, meeting: Meeting, period: Offset): Promise<CardView> {
  const { tx, now, sight, closedMonth } = turn;
  const codes = meeting.code === null ? sight.codes : new Set([meeting.code]);
  return meetingCard({
    meeting,
    period,
    now,
    month: closedMonth,
    hasMoney: sight.money,
    all: period === "T-1" ? [] : await assessed(tx, viewpointOf(turn), { codes, withFinished: true }),
    agenda: period === "T-3" ? await agendaOf(turn, meeting) : null,
    carried: period === "T-0" ? await carriedOver(turn, meeting) : null,
    answers: await tx.meetings.attendance(meeting.id),
    invited: await invitedTo(tx, meeting),
  });
}
