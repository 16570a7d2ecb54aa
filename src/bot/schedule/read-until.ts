import { addDays, at, type Day } from "../../domain/day.js";
import { lastDayOf, monthOf } from "../../domain/period.js";
import { count } from "../../language/dates/basics.js";
import { findDates } from "../../language/dates/dates.js";

/** days that a silence may last; who wants no post at all turns it off */
export const LONGEST = 62;

export type Until = { is: "until"; day: Day } | { is: "none" | "unclear" | "past" | "too-long" };

const SPAN = /^(\d{1,3}|[一两二三四五六七八九十]{1,3})(天|个?星期|个?礼拜|周)$/;
const WEEK = /^(?:本|这个?)(?:周|星期)(?:末|内|里)?$/;
const MONTH = /^(?:本|这个?)?月[底末]$/;
const AROUND = /^(?:直?到|至)|(?:为止|吧|了)+$/g;

/** `3天`, `一周`, `到周五`, `到9月30日` → the last day of the silence; today counts as its first. Pure. */
export function readUntil(said: string, today: Day): Until {
  const words = said.normalize("NFKC").replace(/\s/g, "");
  if (words === "") return { is: "none" };
  const text = words.replace(AROUND, "");
  const day = spanEnd(text, today) ?? dateIn(text, words, today);
  if (day === null) return { is: "unclear" };
  if (day < today) return { is: "past" };
  return day > addDays(today, LONGEST) ? { is: "too-long" } : { is: "until", day };
}

function spanEnd(text: string, today: Day): Day | null {
  if (text === "今天") return today;
  if (MONTH.test(text)) return lastDayOf(monthOf(at(today)));
  // The week ends with its Sunday.
  if (WEEK.test(text)) return dateIn("本周日", "到本周日", today);
  const match = SPAN.exec(text);
  if (!match) return null;
  const length = count(match[1]) * (match[2] === "天" ? 1 : 7);
  return Number.isInteger(length) && length > 0 ? addDays(today, length - 1) : null;
}

/** One day that is all of the text; 3日 without 到 may as well be three days. */
function dateIn(text: string, words: string, today: Day): Day | null {
  const [date, ...more] = findDates(text, today);
  if (!date || more.length > 0 || date.start !== 0 || date.end !== text.length) return null;
  if (date.precision !== "day" || date.weak || date.after || date.before) return null;
  if (date.bareDay !== undefined && words === text) return null;
  const resolved = date.resolve("future");
  if (!resolved) return null;
  // 9月1日 said in late September: it is past, for next year's would be too long.
  return resolved.other !== undefined && resolved.day > addDays(today, LONGEST)
    ? resolved.other
    : resolved.day;
}
