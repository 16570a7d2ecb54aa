import { takeStep } from "../src/bot/action/take-step.js";
import { attend, type Reply } from "../src/bot/attend.js";
import type { Answer, Click, ClickAnswer, ClickHandler } from "../src/bot/command.js";
import { agendaOf } from "../src/bot/meeting/agenda.js";
import { atLastClose } from "../src/bot/meeting/at-last-close.js";
import { carriedOver } from "../src/bot/meeting/carried-over.js";
import { invitedTo } from "../src/bot/meeting/invited.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Post, PostTurn } from "../src/bot/post.js";
import { asPosted } from "../src/bot/schedule/bound.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import type { Turn } from "../src/bot/turn.js";
import { followUpCard } from "../src/cards/action/follow-up-card.js";
import type { CardView } from "../src/cards/card.js";
import { meetingCard } from "../src/cards/meeting/meeting-card.js";
import { DAY, dayOf, timeOf } from "../src/domain/day.js";
import { followUpOf, type Offset, remindersOf } from "../src/domain/meeting-reminders.js";
import { judgedTotals } from "../src/domain/totals.js";
import { isWorkday } from "../src/domain/workdays.js";
import type { Meeting } from "../src/store/meetings.js";

/** ms without a new 议定事项, after which a meeting's are taken to be all entered */
const ENTERING = 10 * 60_000;

interface Model {
  meetingId: number;
  /** the slot's offset: what the card is about stays when it is drawn again */
  period: Offset;
  /** who had answered what when it was drawn: it is drawn anew when that is another */
  answers?: string;
  /** a later reminder of the meeting has taken its place */
  isOver?: boolean;
  /** every line of the agenda is shown */
  isWhole?: boolean;
}

/** the reminders that ask who comes, first to last */
const ASKING: readonly Offset[] = ["T-7", "T-3", "T-1", "T-0"];

const NAME = "推进会提醒";

/** 推进会提醒: seven, three and one workdays before the meeting, on its day, and what it decided the day after. */
export const meetingReminder: Post = {
  name: NAME,
  summary: "时间地点、谁还没报、议程、谁来参会；会后的议定事项",
  when: () => "会前7、3、1个工作日和当天；有议定事项的，会后1个工作日",
  byDefault: true,
  // A reminder that was missed makes sense until the next one is due; only the latest is made up.
  catchUp: { is: "latest", within: 14 * DAY },
  slots(from, to, { chatId, meetings }) {
    return (
      meetings
        .flatMap((meeting) => [...remindersOf(meeting), ...followUpOf(meeting)])
        // On the day of a meeting that is held on a rest day nothing is posted.
        .filter((slot) => isWorkday(dayOf(slot.at)))
        .map(({ at, subject, period, ...end }) => ({
          ...slotOn(dayOf(at), { name: NAME, time: timeOf(at) }, { chatId }, subject, period),
          ...end,
          ...(period === "T+1" ? { ifAny: true as const } : {}),
        }))
        .filter((slot) => slot.at > from && slot.at <= to)
    );
  },
  async isReady(tx, { subject, period }, now) {
    if (period !== "T+1") return true;
    const decided = await tx.actions.list({ meetingId: Number(subject), withClosed: true });
    // Minutes are entered line by line, often on the day after: the list waits until it is whole.
    return decided.length > 0 && decided.every(({ opened }) => opened.at <= now - ENTERING);
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
    return drawn(turn, meeting, { meetingId: meeting.id, period });
  },
  // From seven workdays before, over the longest holidays.
  liveFor: 21 * DAY,
  live: (turn, model) => answered(turn, model as Model),
  clicks: {
    wholeAgenda: turning(true),
    shortAgenda: turning(false),
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
      const before = model as Model;
      const { meeting, ...toast } = await attend(turn, before.meetingId, reply, form);
      return meeting ? { ...toast, ...(await drawn(await asPosted(turn), meeting, before)) } : toast;
    },
  };
}

/** The whole agenda, and back to what a phone shows. */
function turning(isWhole: boolean): ClickHandler {
  return {
    repeats: true,
    async run(turn, { model }) {
      const before = model as Model;
      const meeting = await turn.tx.meetings.find(before.meetingId);
      if (!meeting) return { toast: "这个会已经取消或改期了", tone: "info" };
      return { toast: "好的", ...(await drawn(await asPosted(turn), meeting, { ...before, isWhole })) };
    },
  };
}

/** An answer given anywhere shows on the newest card; the cards before it send there. */
async function answered(turn: PostTurn, model: Model): Promise<Answer | null> {
  const { tx, now, chat } = turn;
  if (model.period === "T+1" || model.isOver) return null;
  const meeting = await tx.meetings.find(model.meetingId);
  if (!meeting || meeting.startsAt <= now) return null;
  for (const period of ASKING.slice(ASKING.indexOf(model.period) + 1))
    if (await tx.schedule.wasPosted({ job: NAME, chatId: chat.chatId, subject: `${meeting.id}`, period }))
      return drawn(turn, meeting, { ...model, isOver: true });
  return (await answersOf(turn, meeting)) === model.answers ? null : drawn(turn, meeting, model);
}

const answersOf = async ({ tx }: Pick<PostTurn, "tx">, { id }: Meeting): Promise<string> =>
  (await tx.meetings.attendance(id))
    .map(({ openId, answer, standIn = "" }) => `${openId} ${answer} ${standIn}`)
    .join("\n");

async function drawn(
  turn: ReminderTurn,
  meeting: Meeting,
  before: Model,
): Promise<Answer & { model: Model }> {
  const model: Model = { ...before, answers: await answersOf(turn, meeting) };
  return { card: await reminderCard(turn, meeting, model), model };
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

async function reminderCard(
  turn: ReminderTurn,
  meeting: Meeting,
  { period, isOver = false, isWhole = false }: Model,
): Promise<CardView> {
  const { tx, now, sight, closedMonth } = turn;
  const codes = meeting.code === null ? sight.codes : new Set([meeting.code]);
  const hasSums = period === "T-7" || period === "T-0";
  const frozen = period === "T-0" ? await atLastClose(turn, codes) : null;
  const all =
    frozen?.all ?? (hasSums ? await assessed(tx, viewpointOf(turn), { codes, withFinished: true }) : []);
  return meetingCard({
    meeting,
    period,
    now,
    month: closedMonth,
    totals: sight.money ? judgedTotals(all, closedMonth, await tx.rules.current()) : null,
    all,
    snapshot: frozen?.snapshot ?? null,
    isOver,
    isWhole,
    agenda: period === "T-3" ? await agendaOf(turn, meeting) : null,
    carried: period === "T-0" ? await carriedOver(turn, meeting) : null,
    answers: await tx.meetings.attendance(meeting.id),
    invited: await invitedTo(tx, meeting),
  });
}
