import { addDays, type Day, dayOf } from "../domain/day.js";
import { findDates } from "./dates/dates.js";
import type { DateSpan } from "./dates/span.js";
import { normalise } from "./text/normalise.js";

/** From when until when somebody is away, first and last day included, and who stands in. */
export interface SaidAbsence {
  from: Day;
  until: Day;
  /** as written, with or without @ */
  deputy?: string;
  /** the words before the absence: who, where somebody is named */
  who: string;
}

export type AbsenceFault = "no-until" | "impossible" | "over";

const AWAY = /请假|休假|年假|病假|产假|出差|外出|学习|不在岗/;
const NAME = "(@?[\\u4e00-\\u9fa5·]{2,5}?)";
const DEPUTY = new RegExp(
  `(?:[,，;；。\\s]+(?:期间)?(?:有事|工作)?(?:请(?!假)|找)|[,，;；。\\s]*(?:期间)?(?:有事|工作)?(?:副手|由|代班|顶班))\\s*(?:是|为|:)?\\s*${NAME}(?:代(?:班|理|管)|顶(?:班|岗|替)|负责|替(?:我|他|她)?|来办)?[。!！]?$`,
);
const SPAN = /[到至~-]/;
const DAYS = /([一二两三四五六七八九十]|\d{1,3})\s*个?(天|周|星期|礼拜)(?![一二三四五六日天])/;
const NUMBERS = "一二三四五六七八九十";
/** 国庆期间 tells no last day, 明天起 none at all. */
const OPEN = /期间|起|开始/;
const WEEKDAY_ALONE = /^\s*(?:周|星期|礼拜)/;
/** 10.8 is a day here. */
const isDay = ({ weak }: DateSpan, text: string): boolean => !weak || /\d[./]\d/.test(text);

/** `我请假到周五，副手王五`, `@张伟 9月21日到9月30日请假`, `请假3天`: the last day named is the last day away. */
export function readAbsence(said: string, now: number): SaidAbsence | { fault: AbsenceFault } {
  const today = dayOf(now);
  const text = normalise(said).text.trim();
  const deputy = DEPUTY.exec(text);
  const body = deputy ? text.slice(0, deputy.index) : text;
  const first = findDates(body, today).find((date) => isDay(date, body));
  const end = Math.min(AWAY.exec(body)?.index ?? body.length, first?.start ?? body.length);
  const days = daysOf(body, today);
  if ("fault" in days) return days;
  if (days.until < today) return { fault: "over" };
  const who = body.slice(0, end).trim();
  return { ...days, who, ...(deputy?.[1] ? { deputy: deputy[1] } : {}) };
}

function daysOf(body: string, today: Day): { from: Day; until: Day } | { fault: AbsenceFault } {
  const [, count = "", unit] = DAYS.exec(body) ?? [];
  if (unit) {
    const number = /\d/.test(count) ? Number(count) : count === "两" ? 2 : NUMBERS.indexOf(count) + 1;
    const from = dayIn(body.replace(DAYS, ""), today) ?? today;
    const length = number * (unit === "天" ? 1 : 7);
    return length > 0 ? { from, until: addDays(from, length - 1) } : { fault: "no-until" };
  }
  const at = body.search(SPAN);
  if (at < 0) {
    const day = OPEN.test(body) ? undefined : dayIn(body, today);
    return day ? { from: day, until: day } : { fault: "no-until" };
  }
  const [before, behind] = [body.slice(0, at), body.slice(at + 1)];
  const named = findDates(behind, today).some((date) => isDay(date, behind));
  let until = dayIn(behind, today);
  if (!until) return { fault: named ? "impossible" : "no-until" };
  const from = dayIn(before, today) ?? today;
  // 下周一到周五: the Friday of that week.
  while (until < from && WEEKDAY_ALONE.test(behind)) until = addDays(until, 7);
  // 9月21日到9月30日 said on the 25th: the first day has been, and is not the next year's.
  return { from: from > until ? today : from, until };
}

const dayIn = (words: string, today: Day): Day | undefined =>
  findDates(words, today)
    .find((date) => isDay(date, words))
    ?.resolve("future")?.day;
