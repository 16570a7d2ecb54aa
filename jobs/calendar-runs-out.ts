import type { Post } from "../src/bot/post.js";
import { slotOn } from "../src/bot/schedule/slot-on.js";
import { text } from "../src/cards/card.js";
import { monthOf, yearOf } from "../src/domain/period.js";
import { calendarUntil, onOrAfterWorkday } from "../src/domain/workdays.js";

const DAY = 24 * 3_600_000;
const NAME = "调休日历提醒";
const TIME = "10:12";

/** 调休日历到期: a month before the year whose holidays are not known. */
export const calendarRunsOut: Post = {
  name: NAME,
  summary: "明年的放假调休安排还没有录入时提醒",
  when: (time) => `12月1日 ${time}（遇休息日顺延）`,
  byDefault: true,
  isOffices: true,
  daily: TIME,
  catchUp: { is: "latest", within: 20 * DAY },
  slots(from, to, occasions) {
    const slots = [];
    for (let year = yearOf(monthOf(from)); year <= yearOf(monthOf(to)); year++)
      slots.push(
        slotOn(
          onOrAfterWorkday(`${year}-12-01`),
          { name: NAME, time: TIME },
          occasions,
          "-",
          String(year + 1),
        ),
      );
    return slots.filter((slot) => slot.at > from && slot.at <= to);
  },
  async run(_turn, { period: next }) {
    if (calendarUntil() >= Number(next)) return null;
    return {
      card: {
        title: `${next}年的放假调休安排还没有录入`,
        tone: "orange",
        blocks: [
          text(
            `我的日历只到${Number(next) - 1}年底。${next}年的提醒会按周末和固定假日算，调休日可能不准。请管理员把国务院的通知写进调休文件（设置 KAOPU_WORKDAYS），再重启一次。`,
          ),
        ],
      },
    };
  },
};
