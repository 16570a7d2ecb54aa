import type { ClickAnswer } from "../src/bot/command.js";
import { assessed, changedSince, lampsOf, viewpointOf } from "../src/bot/portfolio.js";
import type { Post, PostTurn, Slot, Weekly } from "../src/bot/post.js";
import { asPosted } from "../src/bot/schedule/bound.js";
import { isFrozen } from "../src/bot/schedule/is-frozen.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import type { Turn } from "../src/bot/turn.js";
import { unblocked } from "../src/bot/unblocked.js";
import { digestCard } from "../src/cards/digest-card.js";
import { MOST_NAMED } from "../src/cards/lamp-changes.js";
import { closeDayOf, closedMonth } from "../src/domain/data-month.js";
import { addDays, at, DAY, type Day, dayOf, weekday as weekdayOf } from "../src/domain/day.js";
import { isoWeek } from "../src/domain/iso-week.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import { onceFor } from "../src/domain/once-for.js";
import type { Period } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import { addWorkdays, isWorkday, nextWorkday } from "../src/domain/workdays.js";

const DEFAULT: Weekly = { weekday: 1, time: "09:10" };
const NAME = "滞后摘要";
const TIMED = { name: NAME, time: DEFAULT.time };
const WEEKLY = "weekly";
const MONTHLY = "monthly";
/** workdays after the monthly digest in which a weekly one says what has changed since, or nothing */
const SOON_AFTER = 3;

interface Model {
  isMonthly: boolean;
  /** only what has changed since the month's digest */
  isBrief?: boolean;
  /** every change is named, since somebody asked */
  isFull?: boolean;
  page?: number;
  /** the lamps before, of the projects whose lamp had changed; null for a group's first digest, or where no card could name them */
  changed: [code: string, before: LampColour][] | null;
  /** who unblocked what has turned green, where somebody did */
  unblocked?: [code: string, words: string][];
}

type Changes = ReadonlyMap<string, LampColour>;

/** 滞后摘要: weekly what lags and what has changed; on the first workday after a month's close, the month. */
export const lagDigest: Post = {
  name: NAME,
  summary: "哪些项目滞后、比上次有什么变化",
  when: (weekly) => `${weekly} 和每月关账后`,
  byDefault: true,
  weekly: DEFAULT,
  catchUp: { is: "latest", within: 4 * DAY, standsFor: MONTHLY },
  slots(from, to, { chatId, weekly }) {
    const own = { chatId, ...(weekly ? { time: weekly.time } : {}) };
    const { weekday } = weekly ?? DEFAULT;
    const slots: Slot[] = [];
    for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
      const month = monthDue(day);
      if (month) slots.push(slotOn(day, TIMED, own, MONTHLY, month));
      // A weekly slot on a rest day is skipped; on the day of the monthly one, and the workday before it, that
      // says it all.
      else if (weekdayOf(day) === weekday && isWorkday(day) && !monthDue(nextWorkday(day)))
        slots.push({
          ...slotOn(day, TIMED, own, WEEKLY, isoWeek(day)),
          ...(isSoonAfterMonth(day) ? { ifAny: true as const } : {}),
        });
    }
    return slots.filter((slot) => slot.at > from && slot.at <= to);
  },
  isReady: async (tx, { subject, period }) => subject !== MONTHLY || (await isFrozen(tx, period)),
  async run(turn, slot) {
    const all = await seenBy(turn);
    const before = await turn.tx.projects.lampMarks(markOf(turn));
    const changes = changedSince(all, before);
    const isBrief = before.size > 0 && (await saidByMonth(turn, slot));
    if (isBrief && changes.size === 0) return null;
    const model: Model = {
      isMonthly: slot.subject === MONTHLY,
      isBrief,
      changed: before.size > 0 && changes.size <= MOST_NAMED ? [...changes] : null,
      unblocked: await unblocked(turn, all, changes, await lastTold(turn, slot)),
    };
    return { card: cardOf(turn, all, model, before.size > 0 ? changes : null), model };
  },
  async hasRun(turn) {
    await turn.tx.projects.setLampMarks(markOf(turn), lampsOf(await seenBy(turn)));
  },
  clicks: {
    page: {
      repeats: true,
      run: (turn, click) =>
        drawn(turn, { ...(click.model as Model), isBrief: false }, Number(click.args.page)),
    },
    changes: {
      repeats: true,
      run: (turn, click) => drawn(turn, { ...(click.model as Model), isFull: true }),
    },
  },
};

/** Asked for the post, and for what is to be remembered of it. */
const seenBy = onceFor((turn: PostTurn) => assessed(turn.tx, viewpointOf(turn), { codes: turn.sight.codes }));

/** With the lamps kept under it the next digest says what has changed. */
const markOf = ({ chat }: Pick<PostTurn, "chat">): string => `digest:${chat.chatId}`;

async function drawn(said: Turn, before: Model, page = before.page ?? 1): Promise<ClickAnswer> {
  const model: Model = { ...before, page };
  const turn = await asPosted(said);
  const all = await seenBy(turn);
  return { toast: "好的", card: cardOf(turn, all, model), model };
}

const lastTold = ({ tx, chat }: PostTurn, slot: Slot): Promise<number | null> =>
  tx.schedule.lastPosted(NAME, chat.chatId, slot.at);

const cardOf = (
  { closedMonth, now, sight }: Pick<PostTurn, "closedMonth" | "now" | "sight">,
  all: readonly Assessed[],
  { isMonthly, isBrief = false, isFull = false, page = 1, changed, unblocked = [] }: Model,
  changes: Changes | null = changed && new Map(changed),
) =>
  digestCard({
    all,
    isMonthly,
    isBrief,
    isFull,
    changed: changes,
    unblocked: new Map(unblocked),
    month: closedMonth,
    now,
    hasMoney: sight.money,
    page,
  });

/** Whether this chat was posted the month's digest within the last workdays: a week's would say it all again. */
async function saidByMonth({ tx, chat }: PostTurn, slot: Slot): Promise<boolean> {
  if (slot.subject !== WEEKLY) return false;
  const day = dayOf(slot.at);
  if (!isSoonAfterMonth(day)) return false;
  const period = closedMonth(at(day, "12:00"));
  return tx.schedule.wasPosted({ job: NAME, chatId: chat.chatId, subject: MONTHLY, period });
}

/** By the calendar alone: the week's digest then says what has changed since the month's, or nothing. */
const isSoonAfterMonth = (day: Day): boolean =>
  day <= addWorkdays(nextWorkday(closeDayOf(closedMonth(at(day, "12:00")))), SOON_AFTER);

/** The month whose digest is due on a day: on the workday after the one on which it closed. */
function monthDue(day: Day): Period | null {
  if (!isWorkday(day)) return null;
  const month = closedMonth(at(day, "12:00"));
  return nextWorkday(closeDayOf(month)) === day ? month : null;
}
