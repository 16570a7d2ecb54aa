import type { Answer } from "../src/bot/command.js";
import { opensCommand } from "../src/bot/opens-command.js";
import type { Post } from "../src/bot/post.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import { form, note, text } from "../src/cards/card.js";
import { at, DAY, type Day } from "../src/domain/day.js";
import { heldBy, heldWords } from "../src/domain/meeting.js";
import { formatPeriod, monthOf, type Period, periodsFromTo, yearOf } from "../src/domain/period.js";
import { onOrAfterWorkday } from "../src/domain/workdays.js";
import type { Meeting } from "../src/store/meetings.js";
import type { Repositories } from "../src/store/store.js";

const NAME = "未排会提醒";
/** by this day of the month the month's 推进会 should be booked */
const ASKED_ON = "20";
const TIME = "10:05";

/** 未排会提醒: by the 20th the month has no 推进会 yet. */
export const noMeeting: Post = {
  name: NAME,
  summary: "每月20日还没有排推进会时提醒",
  when: (time) => `每月20日 ${time}（遇休息日顺延）`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 5 * DAY },
  slots(from, to, occasions) {
    return periodsFromTo(monthOf(from), monthOf(to))
      .map((month) => slotOn(askedOn(month), { name: NAME, time: TIME }, occasions, "-", month))
      .filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(turn, { period: month }) {
    const own = await monthlyOf(turn, yearOf(month));
    // A month's meeting is not missing once the month is over.
    return monthOf(turn.now) !== month || isBooked(own, month) ? null : drawn(turn, month, own);
  },
  clicks: {
    book: opensCommand(
      "排会",
      (_turn, { form: filled }) => {
        const field = (name: string) => String(filled[name] ?? "").trim();
        return field("when") === "" ? null : `${field("when")} ${field("place")}`.trim();
      },
      async (turn, model) => {
        const { month } = model as Model;
        return drawn(turn, month, await monthlyOf(turn, yearOf(month)));
      },
    ),
  },
};

interface Model {
  month: Period;
}

type Seen = { tx: Pick<Repositories, "meetings">; now: number };

/** The 推进会 of a year, held or to come. */
async function monthlyOf({ tx }: Seen, year: number): Promise<Meeting[]> {
  const ofYear = await tx.meetings.between(at(`${year}-01-01`), at(`${year + 1}-01-01`));
  return ofYear.filter(({ kind }) => kind === "推进会");
}

const isBooked = (own: readonly Meeting[], month: Period): boolean =>
  own.some(({ startsAt }) => monthOf(startsAt) === month);

/** What is typed into the form is read as if it stood behind 排会. */
function drawn({ now }: Seen, month: Period, own: readonly Meeting[]): Answer & { model: Model } {
  const starts = own.map(({ startsAt }) => startsAt);
  const held = `${heldWords(heldBy(starts, now), yearOf(month), true)}。`;
  const model: Model = { month };
  if (isBooked(own, month))
    return {
      card: { title: `${formatPeriod(month)}推进会排好了`, tone: "green", blocks: [text(held)] },
      model,
    };
  return {
    card: {
      title: `${formatPeriod(month)}推进会还没有排`,
      tone: "orange",
      blocks: [
        text(`${held}填上就排，排在这个群里，会前我来提醒。`),
        form(
          [
            { name: "when", label: "时间", hint: "27日下午2点", required: true },
            { name: "place", label: "地点", hint: "区府3楼" },
          ],
          { label: "排会", does: "book", look: "primary" },
        ),
        note(
          "要排在别的群，请到那个群里发“排会 27日下午2点 区府3楼”。不需要这条提醒，请发“退订 未排会提醒”。",
        ),
      ],
    },
    model,
  };
}

const askedOn = (month: Period): Day => onOrAfterWorkday(`${month}-${ASKED_ON}`);
