import type { Day } from "../items.js";
import { addDays, endOfMonth, partsOf } from "./calendar.js";
import { festivalAt } from "./festivals.js";
import { DATE_RULES } from "./rules.js";
import type { DateReading, DateSpan, Direction, Resolved } from "./span.js";

const ANY_DATE =
  /[年月日号周季天旬节昨今]|星期|礼拜|春节|过年|元旦|元宵|国庆|端午|中秋|重阳|清明|除夕|大年|[五六七八十]一|q[1-4]|\d[./-]\d|20\d{6}/;
const FESTIVAL_START = /[春过农大元端中重清五劳六七八建十国除小]/g;
const BEFORE = /^(?:之前|以前|前)(?!期|后|[一二两三四]?[天周]|\d)/;
const AFTER = /^(?:之后|以后|后)(?!续|期|天|勤)/;
const UNTIL = /(?:截[至止]到?|至|到|直到)$/;

/** All dates of a text, from left to right; where two rules meet, the earlier and longer one wins. */
export function findDates(text: string, today: Day): DateSpan[] {
  if (!ANY_DATE.test(text)) return [];
  const found: DateSpan[] = [];
  for (const { pattern, read } of DATE_RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      if (match[0] === "") break;
      const start = match.index + match[0].length - match[0].trimStart().length;
      const end = match.index + match[0].length;
      if (found.some((span) => start < span.end && span.start < end)) continue;
      const reading = read(match.groups ?? {}, today);
      if (reading) found.push(placed(text, start, end, reading));
    }
  }
  findFestivals(text, today, found);
  return found.sort((a, b) => a.start - b.start);
}

function findFestivals(text: string, today: Day, found: DateSpan[]): void {
  FESTIVAL_START.lastIndex = 0;
  for (let match = FESTIVAL_START.exec(text); match; match = FESTIVAL_START.exec(text)) {
    const start = match.index;
    // 百分之七十一 holds no 十一.
    if (/[零一二三四五六七八九十百千万亿之点\d]/.test(text.charAt(start - 1))) continue;
    const festival = festivalAt(text, start);
    if (!festival || found.some((span) => start < span.end && span.start < start + festival.length)) continue;
    const end = start + festival.length;
    FESTIVAL_START.lastIndex = end;
    const said = yearBefore(text, start, today);
    const first = (past: boolean) => {
      const { year } = partsOf(today);
      if (said !== undefined) return festival.dayIn(said);
      const here = festival.dayIn(year);
      if (past) return here <= today ? here : festival.dayIn(year - 1);
      return here > today ? here : festival.dayIn(year + 1);
    };
    const span = placed(text, start, end, {
      precision: "day",
      resolve: (direction) => ({ day: first(direction === "past") }),
    });
    found.push(
      span.before
        ? { ...span, resolve: (direction) => ({ day: addDays(first(direction === "past"), -1) }) }
        : span,
    );
  }
}

function yearBefore(text: string, start: number, today: Day): number | undefined {
  const word = text.slice(Math.max(0, start - 2), start);
  const { year } = partsOf(today);
  return word === "明年" ? year + 1 : word === "去年" ? year - 1 : word === "今年" ? year : undefined;
}

function placed(text: string, start: number, end: number, reading: DateReading): DateSpan {
  const span: DateSpan = { ...reading, start, end };
  const behind = text.slice(end, end + 4);
  const before = BEFORE.exec(behind);
  const after = AFTER.exec(behind);
  if (UNTIL.test(text.slice(Math.max(0, start - 3), start))) {
    span.until = true;
    // 截至8.31 is no figure.
    delete span.weak;
  }
  if (before) {
    span.end += before[0].length;
    span.before = true;
    span.fixed ??= "future";
    return beforeDay(span);
  }
  if (after) {
    span.end += after[0].length;
    span.after = true;
  }
  return span;
}

/** 15号前: a day that is over this month can only be next month's. 10月前: with or without October? */
function beforeDay(span: DateSpan): DateSpan {
  const { resolve } = span;
  const resolveBefore = (direction: Direction): Resolved | undefined => {
    const resolved = resolve(direction);
    if (!resolved) return undefined;
    if (span.bareDay !== undefined) return { day: resolved.day };
    if (!span.wholeMonth) return resolved;
    const { year, month } = partsOf(resolved.day);
    return { day: endOfMonth(year, month - 1), other: resolved.day };
  };
  return { ...span, resolve: resolveBefore };
}
