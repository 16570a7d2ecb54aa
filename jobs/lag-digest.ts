import type { ClickAnswer } from "../src/bot/command.js";
import { assessed, viewpointOf } from "../src/bot/portfolio.js";
import type { Occasions, Post, PostTurn, Slot, Weekly } from "../src/bot/post.js";
import { jitter } from "../src/bot/posting-time.js";
import type { Turn } from "../src/bot/turn.js";
import { digestCard } from "../src/cards/digest-card.js";
import { closeDayOf, closedMonth } from "../src/domain/data-month.js";
import { addDays, at, type Day, dayOf, weekday as weekdayOf } from "../src/domain/day.js";
import { isoWeek } from "../src/domain/iso-week.js";
import type { LampColour } from "../src/domain/lamp-part.js";
import type { Period } from "../src/domain/period.js";
import type { Assessed } from "../src/domain/portfolio.js";
import { addWorkdays, isWorkday, nextWorkday } from "../src/domain/workdays.js";

const DEFAULT: Weekly = { weekday: 1, time: "09:10" };
const DAY = 24 * 3_600_000;
const NAME = "滞后摘要";
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
  /** the lamps before, of the projects whose lamp had changed; null for a group's first digest */
  changed: [code: string, before: LampColour][] | null;
}

/** 滞后摘要: weekly what lags and what has changed; on the first workday after a month's close, the month. */
export const lagDigest: Post = {
  name: NAME,
  summary: "哪些项目滞后、比上次有什么变化",
  when: (weekly) => `${weekly} 和每月关账后`,
  byDefault: true,
  weekly: DEFAULT,
  goodFor: 4 * DAY,
  slots(from, to, occasions) {
    const { weekday } = occasions.weekly ?? DEFAULT;
    const slots: Slot[] = [];
    for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
      const month = monthDue(day);
      if (month) slots.push(slotOn(day, MONTHLY, month, occasions));
      // A weekly slot on a rest day is skipped; on the day of the monthly one that says it all.
      else if (weekdayOf(day) === weekday && isWorkday(day))
        slots.push(slotOn(day, WEEKLY, isoWeek(day), occasions));
    }
    const inside = slots.filter((slot) => slot.at > from && slot.at <= to);
    // After a downtime over both, the month's digest says what the week's would have said.
    const monthly = inside.findLast(({ subject }) => subject === MONTHLY)?.at ?? 0;
    return inside.filter(({ subject, at: due }) => subject === MONTHLY || due > monthly);
  },
  async run(turn, slot) {
    const all = await assessed(turn.tx, viewpointOf(turn), { codes: turn.sight.codes });
    const mark = `digest:${turn.chat.chatId}`;
    const before = await turn.tx.projects.lampMarks(mark);
    await turn.tx.projects.setLampMarks(mark, new Map(all.map((one) => [one.project.code, one.lamp.lamp])));
    const changed = all.flatMap(({ project: { code }, lamp }): [string, LampColour][] => {
      const last = before.get(code);
      return last !== undefined && last !== lamp.lamp ? [[code, last]] : [];
    });
    const isBrief = before.size > 0 && (await saidByMonth(turn, slot));
    if (isBrief && changed.length === 0) return null;
    const model: Model = {
      isMonthly: slot.subject === MONTHLY,
      isBrief,
      changed: before.size > 0 ? changed : null,
    };
    return { card: cardOf(turn, all, model), model };
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

async function drawn(turn: Turn, before: Model, page = before.page ?? 1): Promise<ClickAnswer> {
  const model: Model = { ...before, page };
  const all = await assessed(turn.tx, viewpointOf(turn), { codes: turn.sight.codes });
  return { toast: "好的", card: cardOf(turn, all, model), model };
}

const cardOf = (
  { closedMonth, now, sight }: Pick<PostTurn, "closedMonth" | "now" | "sight">,
  all: Assessed[],
  { isMonthly, isBrief = false, isFull = false, page = 1, changed }: Model,
) =>
  digestCard({
    all,
    isMonthly,
    isBrief,
    isFull,
    changed: changed && new Map(changed),
    month: closedMonth,
    now,
    hasMoney: sight.money,
    page,
  });

/** Whether this chat has had the month's digest within the last workdays: a week's would say it all again. */
async function saidByMonth({ tx, chat }: PostTurn, slot: Slot): Promise<boolean> {
  if (slot.subject !== WEEKLY) return false;
  const day = dayOf(slot.at);
  const period = closedMonth(at(day, "12:00"));
  if (day > addWorkdays(nextWorkday(closeDayOf(period)), SOON_AFTER)) return false;
  return tx.schedule.hasRun({ job: NAME, chatId: chat.chatId, subject: MONTHLY, period });
}

/** The month whose digest is due on a day: on the workday after the one on which it closed. */
function monthDue(day: Day): Period | null {
  if (!isWorkday(day)) return null;
  const month = closedMonth(at(day, "12:00"));
  return nextWorkday(closeDayOf(month)) === day ? month : null;
}

/** A time set by hand is kept to the minute; the one that all groups share is spread. */
function slotOn(day: Day, subject: string, period: string, { chatId, weekly }: Occasions): Slot {
  const early = weekly ? 0 : jitter(`${NAME} ${chatId} ${subject} ${period}`);
  return { at: at(day, (weekly ?? DEFAULT).time) - early, subject, period };
}
