import type { Post } from "../src/bot/post.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import { note, text } from "../src/cards/card.js";
import { at, type Day } from "../src/domain/day.js";
import { heldBy, heldWords } from "../src/domain/meeting.js";
import { formatPeriod, monthOf, type Period, periodsFromTo, yearOf } from "../src/domain/period.js";
import { onOrAfterWorkday } from "../src/domain/workdays.js";

const NAME = "未排会提醒";
const DAY = 24 * 3_600_000;
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
  async run({ tx, now }, { period: month }) {
    const year = yearOf(month);
    const ofYear = await tx.meetings.between(at(`${year}-01-01`), at(`${year + 1}-01-01`));
    const own = ofYear.filter(({ kind }) => kind === "推进会");
    // A month's meeting is not missing once the month is over.
    if (monthOf(now) !== month || own.some(({ startsAt }) => monthOf(startsAt) === month)) return null;
    const held = heldBy(
      own.map(({ startsAt }) => startsAt),
      now,
    );
    return {
      card: {
        title: `${formatPeriod(month)}推进会还没有排`,
        tone: "orange",
        blocks: [
          text(`${heldWords(held, year, true)}。请发“排会 27日下午2点 区府3楼”，会前我来提醒。`),
          note("不需要这条提醒，请发“退订 未排会提醒”。"),
        ],
      },
    };
  },
};

const askedOn = (month: Period): Day => onOrAfterWorkday(`${month}-${ASKED_ON}`);
