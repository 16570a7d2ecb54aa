import type { Day } from "../items.js";
import { count, type Groups } from "./basics.js";
import { dayFrom, endOfMonth, exists, partsOf, periodFrom } from "./calendar.js";
import type { DateReading, Direction, Resolved } from "./span.js";

export function yearOf(word: string | undefined, today: Day): number | undefined {
  if (!word) return undefined;
  const { year } = partsOf(today);
  const ahead = { 今年: 0, 本年: 0, 明年: 1, 后年: 2, 去年: -1, 上年: -1, 前年: -2 }[word];
  if (ahead !== undefined) return year + ahead;
  const digits = word.replace(/\D/g, "");
  if (digits.length === 4) return Number(digits);
  if (digits.length === 2) return 2000 + Number(digits);
  return Number([...word.slice(0, 4)].map((char) => "零一二三四五六七八九".indexOf(char)).join(""));
}

export function monthDay(year: number, month: number, day: number): DateReading {
  const known = exists(year, month, day) ? { day: dayFrom(year, month, day) } : undefined;
  return { precision: "day", resolve: () => known };
}

export function readMonth(groups: Groups, today: Day): DateReading {
  const year = yearOf(groups.y, today);
  const month = count(groups.m);
  const day = groups.d ?? groups.dd;
  if (day === undefined) return wholeMonth(year, month, groups.p, today);
  if (year !== undefined)
    return { ...monthDay(year, month, count(day)), ...whenYearSaid(groups.y, year, today) };
  return { precision: "day", resolve: (direction) => nearestDay(month, count(day), today, direction) };
}

function whenYearSaid(word: string | undefined, year: number, today: Day) {
  const now = partsOf(today).year;
  return word && year !== now ? { fixed: year < now ? ("past" as const) : ("future" as const) } : {};
}

/** A month and day without a year: one that is over may be meant either way. */
function nearestDay(month: number, day: number, today: Day, direction: Direction): Resolved | undefined {
  const now = partsOf(today);
  if (!exists(2024, month, day)) return undefined;
  const here = dayFrom(now.year, month, day);
  if (direction === "past") return valid(here <= today ? now.year : now.year - 1, month, day);
  if (here >= today) return valid(now.year, month, day);
  const next = valid(now.year + 1, month, day);
  return next ? { ...next, other: here } : next;
}

function valid(year: number, month: number, day: number): Resolved | undefined {
  return exists(year, month, day) ? { day: dayFrom(year, month, day) } : undefined;
}

export function wholeMonth(
  year: number | undefined,
  month: number,
  part: string | undefined,
  today: Day,
): DateReading {
  const now = partsOf(today);
  const yearFor = (direction: Direction) => {
    if (year !== undefined) return year;
    if (direction === "past") return month <= now.month ? now.year : now.year - 1;
    return month >= now.month ? now.year : now.year + 1;
  };
  const ten =
    part === "上旬" || part === "初"
      ? 10
      : part === "中旬" || part === "中" || part === "上中旬"
        ? 20
        : part === "上半月"
          ? 15
          : 0;
  const inTens = ten > 0 || part === "下旬" || part === "中下旬";
  return {
    precision: inTens ? "ten-day" : "month",
    ...(part === undefined ? { wholeMonth: true as const } : {}),
    resolve: (direction) => {
      if (month < 1 || month > 12) return undefined;
      const y = yearFor(direction);
      return { day: ten > 0 ? dayFrom(y, month, ten) : endOfMonth(y, month) };
    },
    ...(month >= 1 && month <= 12
      ? { period: (direction: Direction) => periodFrom(yearFor(direction), month) }
      : {}),
    ...(year !== undefined && endOfMonth(year, month) < today ? { fixed: "past" as const } : {}),
  };
}

export function readMonths(groups: Groups, today: Day): DateReading | undefined {
  const reading = wholeMonth(yearOf(groups.y, today), count(groups.m), undefined, today);
  if (count(groups.from) === 1) return { ...reading, fromNewYear: true };
  const { period, ...months } = reading;
  return months;
}

export function readRelativeMonth(groups: Groups, today: Day): DateReading {
  const { year, month } = partsOf(today);
  const word = groups.r ?? "";
  const ahead = word.startsWith("上")
    ? -1
    : word.startsWith("下下")
      ? 2
      : word.startsWith("下") || word === "次"
        ? 1
        : 0;
  const first = partsOf(dayFrom(year, month + ahead, 1));
  const reading = groups.d
    ? monthDay(first.year, first.month, count(groups.d))
    : wholeMonth(first.year, first.month, groups.p, today);
  return ahead === 0 ? reading : { ...reading, fixed: ahead < 0 ? "past" : "future" };
}

/** A stretch of days, by its last one. */
export function readDays({ m, from, m2, d }: Groups, today: Day): DateReading | undefined {
  const month = m2 ?? m;
  if (month === undefined) return readBareDay(count(d), today);
  const reading = readMonth({ m: month, d }, today);
  return count(m) === 1 && count(from) === 1 && m2 !== undefined
    ? { ...reading, fromNewYear: true }
    : reading;
}

export function readBareDay(day: number, today: Day): DateReading | undefined {
  const now = partsOf(today);
  if (!(day >= 1 && day <= 39)) return undefined;
  const inMonth = (month: number) => {
    const { year, month: m } = partsOf(dayFrom(now.year, month, 1));
    return valid(year, m, day);
  };
  return {
    precision: "day",
    bareDay: day,
    resolve: (direction) => {
      const here = inMonth(now.month);
      if (direction === "past") return here && here.day <= today ? here : inMonth(now.month - 1);
      if (here && here.day >= today) return here;
      const next = inMonth(now.month + 1);
      return here && next ? { ...next, other: here.day } : undefined;
    },
  };
}
