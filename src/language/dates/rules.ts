import type { Day } from "../items.js";
import {
  addDays,
  dayFrom,
  endOfMonth,
  exists,
  partsOf,
  periodFrom,
  weekdayOf,
} from "./calendar.js";
import type { DateReading, Direction, Precision, Resolved } from "./span.js";

/** A way of writing dates: a pattern and what its groups mean on a given day. */
export interface DateRule {
  pattern: RegExp;
  read(groups: Record<string, string | undefined>, today: Day): DateReading | undefined;
}

const N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const YEAR = "今年|本年|明年|后年|去年|前年|上年|(?:20\\d\\d|二零[零一二三四五六七八九]{2}|(?<!\\d)[23]\\d)\\s?年";
/** Not a day of a month: a figure with a unit of its own goes on here. */
const NO_FIGURE = "(?![\\d.,%万亿千百w亩户层元成个家米户点]|\\s?(?:万|亿|%))";
const PART = "底|末|初|中旬|上旬|下旬|中|上半月|下半月";
const MONTH_AHEAD = "本|这个?|当|上个?|下下个?|下个?|次";

export const DATE_RULES: readonly DateRule[] = [
  {
    pattern: /(?<!\d)(?<y>20\d\d)\s?[-/.年]\s?(?<m>\d{1,2})\s?[-/.月]\s?(?<d>\d{1,2})(?!\d)[日号]?/g,
    read: ({ y, m, d }) => monthDay(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /(?<![\d.])(?<y>20[23]\d)(?<m>[01]\d)(?<d>[0-3]\d)(?![\d.万亿元])/g,
    read: ({ y, m, d }) => monthDay(Number(y), Number(m), Number(d)),
  },
  {
    pattern: /(?<!\d)(?<y>20[23]\d)[-/.](?<m>[01]?\d)(?![\d.%万亿])(?=$|\D)/g,
    read: ({ y, m }, today) => wholeMonth(Number(y), Number(m), undefined, today),
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})?\\s?(?<![\\d.一二三四五六七八九十])(?<from>${N})月?\\s?[-~至到]\\s?(?<m>${N})\\s?月份?`, "g"),
    read: readMonths,
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})?前(?<m>${N})个月`, "g"),
    read: ({ y, m }, today) => readMonths({ y, m, from: "1" }, today),
  },
  {
    pattern: new RegExp(
      `(?<y>${YEAR})?\\s?(?<![\\d.一二三四五六七八九十]|第)(?<m>${N})\\s?月份?(?:\\s?(?<d>${N})[日号](?!线|楼|院|地块)|\\s?(?<dd>\\d{1,2})${NO_FIGURE}|的?(?<p>${PART}))?`,
      "g",
    ),
    read: readMonth,
  },
  {
    pattern: new RegExp(`(?<r>${MONTH_AHEAD})月份?(?!度计划)(?:(?<d>${N})[日号](?!线|楼|院)|的?(?<p>${PART}))?`, "g"),
    read: readRelativeMonth,
  },
  {
    pattern: /(?<![个\d年一二三四五六七八九十])月(?<p>底|末|初|中)|(?<![月底])(?<q>[上中下])旬/g,
    read: ({ p, q }, today) => {
      const { year, month } = partsOf(today);
      return wholeMonth(year, month, q ? `${q}旬` : p, today);
    },
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})?第?(?<q>[一二三四1-4])季度(?:[末底内]|之内)?|(?<y2>${YEAR})?(?<qq>q[1-4])(?![\\da-z])|(?<r>本|这个?|下个?|上个?)季度[末底内]?`, "g"),
    read: readQuarter,
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})?前(?<q>[二三两23])季度`, "g"),
    read: ({ y, q }, today) => readMonths({ y, m: q === "三" || q === "3" ? "9" : "6", from: "1" }, today),
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})?(?<h>[上下])半年[内底末]?`, "g"),
    read: readHalf,
  },
  {
    pattern: new RegExp(`(?<y>${YEAR})(?!度)(?:年?(?<p>底|末|内|之内|初|中))?|(?<![\\d一二三四五六七八九十两多几半])年(?<q>底|末|内|中|前|后)(?!度)`, "g"),
    read: readYear,
  },
  {
    // 节前 without a festival's name: the calendar does not say which.
    pattern: /(?<![庆春明午秋阳宵动军童环])节[前后]|放假[前后]|长假[前后]/g,
    read: () => ({ precision: "day", resolve: () => undefined }),
  },
  {
    pattern: /(?<r>上上个?|上个?|下下个?|下个?|本|这个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天末1-6])(?![月\d])/g,
    read: readWeekday,
  },
  {
    pattern: /(?<r>上个?|下个?|本|这个?)(?:周|星期|礼拜)(?:之?内|[底末初])?/g,
    read: readWeek,
  },
  {
    pattern: /(?<w>大后天|后天|明天|明日|明早|明晚|今天|今日|今早|今晚|昨天|昨日|昨晚|大前天|前天)/g,
    read: ({ w }, today) => readNear(w ?? "", today),
  },
  {
    pattern: /(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?<u>天|日|周|个?星期|个?礼拜|个月|年)(?<a>之?内|以内|之?后|以后|之?前|以前)/g,
    read: readDistance,
  },
  {
    pattern: new RegExp(`(?<![\\d.月#第一二三四五六七八九十-])(?<d>${N})[号日](?![\\d线楼院地门机塔桥墩房泵井坑会库厂车站孔轴机标点公商出])`, "g"),
    read: ({ d }, today) => readBareDay(count(d), today),
  },
  {
    pattern: /(?<![\d./-])(?<m>\d{1,2})[./](?<d>\d{1,2})(?![\d./%万亿千百元亩w成]|\s?(?:%|万|亿|亩|个))/g,
    read: ({ m, d }, today) => {
      const [month, day] = [Number(m), Number(d)];
      if (month < 1 || month > 12 || day < 1 || day > 31 || m?.startsWith("00")) return undefined;
      return { ...readMonth({ m, d }, today), weak: true };
    },
  },
];

/** A number of at most two digits, in either writing. */
export function count(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  if (/^\d+$/.test(text)) return Number(text);
  const digits = "零一二三四五六七八九";
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  if (!text.includes("十")) return digits.indexOf(text === "两" ? "二" : text);
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

function yearOf(word: string | undefined, today: Day): number | undefined {
  if (!word) return undefined;
  const { year } = partsOf(today);
  const ahead = { 今年: 0, 本年: 0, 明年: 1, 后年: 2, 去年: -1, 上年: -1, 前年: -2 }[word];
  if (ahead !== undefined) return year + ahead;
  const digits = word.replace(/\D/g, "");
  if (digits.length === 4) return Number(digits);
  if (digits.length === 2) return 2000 + Number(digits);
  return Number([...word.slice(0, 4)].map((char) => "零一二三四五六七八九".indexOf(char)).join(""));
}

function fixedBy(day: Day, today: Day): { fixed: Direction } | Record<string, never> {
  return day < today ? { fixed: "past" } : day > today ? { fixed: "future" } : {};
}

function always(day: Day, precision: Precision, today: Day): DateReading {
  return { precision, resolve: () => ({ day }), ...fixedBy(day, today) };
}

function monthDay(year: number, month: number, day: number): DateReading {
  const known = exists(year, month, day) ? { day: dayFrom(year, month, day) } : undefined;
  return { precision: "day", resolve: () => known };
}

function readMonth(groups: Record<string, string | undefined>, today: Day): DateReading {
  const year = yearOf(groups.y, today);
  const month = count(groups.m);
  const day = groups.d ?? groups.dd;
  if (day === undefined) return wholeMonth(year, month, groups.p, today);
  if (year !== undefined) return { ...monthDay(year, month, count(day)), ...whenYearSaid(groups.y, year, today) };
  return { precision: "day", resolve: (direction) => nearestDay(month, count(day), today, direction) };
}

function whenYearSaid(word: string | undefined, year: number, today: Day) {
  const now = partsOf(today).year;
  return word && year !== now ? { fixed: year < now ? ("past" as const) : ("future" as const) } : {};
}

/** A month and day without a year. A day of this month that is over may be meant either way. */
function nearestDay(month: number, day: number, today: Day, direction: Direction): Resolved | undefined {
  const now = partsOf(today);
  if (!exists(2024, month, day)) return undefined;
  const here = dayFrom(now.year, month, day);
  if (direction === "past") return valid(here <= today ? now.year : now.year - 1, month, day);
  if (here >= today) return valid(now.year, month, day);
  const next = valid(now.year + 1, month, day);
  return month === now.month && next ? { ...next, other: here } : next;
}

function valid(year: number, month: number, day: number): Resolved | undefined {
  return exists(year, month, day) ? { day: dayFrom(year, month, day) } : undefined;
}

function wholeMonth(year: number | undefined, month: number, part: string | undefined, today: Day): DateReading {
  const now = partsOf(today);
  const yearFor = (direction: Direction) => {
    if (year !== undefined) return year;
    if (direction === "past") return month <= now.month ? now.year : now.year - 1;
    return month >= now.month ? now.year : now.year + 1;
  };
  const ten = part === "上旬" || part === "初" ? 10 : part === "中旬" || part === "中" ? 20 : part === "上半月" ? 15 : 0;
  const inTens = ten > 0 || part === "下旬";
  return {
    precision: inTens ? "ten-day" : "month",
    ...(part === undefined ? { wholeMonth: true as const } : {}),
    resolve: (direction) => {
      if (month < 1 || month > 12) return undefined;
      const y = yearFor(direction);
      return { day: ten > 0 ? dayFrom(y, month, ten) : endOfMonth(y, month) };
    },
    ...(month >= 1 && month <= 12 ? { period: (direction: Direction) => periodFrom(yearFor(direction), month) } : {}),
    ...(year !== undefined && endOfMonth(year, month) < today ? { fixed: "past" as const } : {}),
  };
}

function readMonths(groups: Record<string, string | undefined>, today: Day): DateReading | undefined {
  const reading = wholeMonth(yearOf(groups.y, today), count(groups.m), undefined, today);
  if (count(groups.from) === 1) return { ...reading, fromNewYear: true };
  const { period, ...months } = reading;
  return months;
}

function readRelativeMonth(groups: Record<string, string | undefined>, today: Day): DateReading {
  const { year, month } = partsOf(today);
  const word = groups.r ?? "";
  const ahead = word.startsWith("上") ? -1 : word.startsWith("下下") ? 2 : word.startsWith("下") || word === "次" ? 1 : 0;
  const first = partsOf(dayFrom(year, month + ahead, 1));
  const reading = groups.d
    ? monthDay(first.year, first.month, count(groups.d))
    : wholeMonth(first.year, first.month, groups.p, today);
  return ahead === 0 ? reading : { ...reading, fixed: ahead < 0 ? "past" : "future" };
}

function readQuarter(groups: Record<string, string | undefined>, today: Day): DateReading {
  const now = partsOf(today);
  const year = yearOf(groups.y ?? groups.y2, today);
  if (groups.r) {
    const ahead = groups.r.startsWith("下") ? 1 : groups.r.startsWith("上") ? -1 : 0;
    return always(endOfMonth(now.year, (Math.ceil(now.month / 3) + ahead) * 3), "quarter", today);
  }
  const quarter = count(groups.q ?? groups.qq?.slice(1));
  const reading = untilMonth(year, quarter * 3, quarter * 3 - 2, "quarter", today);
  return quarter === 1 ? { ...reading, fromNewYear: true } : reading;
}

function readHalf(groups: Record<string, string | undefined>, today: Day): DateReading {
  const first = groups.h === "上";
  const reading = untilMonth(yearOf(groups.y, today), first ? 6 : 12, first ? 1 : 7, "half-year", today);
  return first ? { ...reading, fromNewYear: true } : reading;
}

/** A stretch of months by its last and its first one. */
function untilMonth(
  year: number | undefined,
  last: number,
  first: number,
  precision: Precision,
  today: Day,
): DateReading {
  const now = partsOf(today);
  return {
    precision,
    resolve: (direction) => {
      if (year !== undefined) return { day: endOfMonth(year, last) };
      if (direction === "past") return { day: endOfMonth(first <= now.month ? now.year : now.year - 1, last) };
      return { day: endOfMonth(last >= now.month ? now.year : now.year + 1, last) };
    },
    period: (direction) => periodFrom(year ?? (direction === "past" && first > now.month ? now.year - 1 : now.year), last),
    ...(year !== undefined && endOfMonth(year, last) < today ? { fixed: "past" as const } : {}),
  };
}

function readYear(groups: Record<string, string | undefined>, today: Day): DateReading | undefined {
  const year = yearOf(groups.y, today) ?? partsOf(today).year;
  const part = groups.p ?? groups.q;
  const end = dayFrom(year, 12, 31);
  if (part === "中") return always(dayFrom(year, 6, 30), "half-year", today);
  if (part === "初") return { ...always(dayFrom(year, 1, 31), "month", today), resolve: () => ({ day: dayFrom(year, 1, 31), other: dayFrom(year, 3, 31) }) };
  // 年前 is by the end of December for some and by 春节 for others.
  if (part === "前" || part === "后") {
    return { precision: "year", resolve: () => ({ day: end, other: dayFrom(year + 1, 1, 31) }), fixed: "future" };
  }
  return { ...always(end, "year", today), ...(year === partsOf(today).year ? { fixed: undefined } : {}) } as DateReading;
}

function readWeekday(groups: Record<string, string | undefined>, today: Day): DateReading {
  const word = groups.r ?? "";
  const ahead = word.startsWith("上上") ? -2 : word.startsWith("上") ? -1 : word.startsWith("下下") ? 2 : word.startsWith("下") ? 1 : 0;
  const spoken = groups.d ?? "";
  const weekday = spoken === "末" || spoken === "日" || spoken === "天" ? 7 : count(spoken);
  const day = addDays(today, ahead * 7 + weekday - weekdayOf(today));
  if (word !== "" && ahead !== 0) return always(day, "day", today);
  const reading = always(day, "day", today);
  if (day >= today || word !== "") return reading;
  // 周一 said on a Tuesday: yesterday in a report, next week in a plan.
  const next = addDays(day, 7);
  return { precision: "day", resolve: (direction) => (direction === "past" ? { day } : { day: next, other: day }) };
}

function readWeek(groups: Record<string, string | undefined>, today: Day): DateReading {
  const word = groups.r ?? "";
  const ahead = word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0;
  const sunday = addDays(today, ahead * 7 + 7 - weekdayOf(today));
  return { ...always(sunday, "ten-day", today), ...(ahead === 0 ? { fixed: undefined } : {}) } as DateReading;
}

function readNear(word: string, today: Day): DateReading {
  const ahead: Record<string, number> = { 大后: 3, 后天: 2, 明天: 1, 明日: 1, 明早: 1, 明晚: 1, 昨天: -1, 昨日: -1, 昨晚: -1, 大前: -3, 前天: -2 };
  return always(addDays(today, ahead[word.slice(0, 2)] ?? 0), "day", today);
}

function readDistance(groups: Record<string, string | undefined>, today: Day): DateReading | undefined {
  const unit = groups.u ?? "";
  const amount = groups.n === "半" ? 0.5 : count(groups.n);
  const sign = /前/.test(groups.a ?? "") ? -1 : 1;
  if (/年/.test(unit)) {
    if (amount === 0.5) return undefined;
    const { year, month, day } = partsOf(today);
    return always(dayFrom(year + sign * amount, month, day), "month", today);
  }
  if (unit === "个月" && amount !== 0.5) {
    const { year, month, day } = partsOf(today);
    const last = partsOf(endOfMonth(year, month + sign * amount)).day;
    return always(dayFrom(year, month + sign * amount, Math.min(day, last)), "day", today);
  }
  const days = unit === "个月" ? 15 : /周|星期|礼拜/.test(unit) ? Math.round(amount * 7) : amount;
  return Number.isInteger(days) ? always(addDays(today, sign * days), "day", today) : undefined;
}

function readBareDay(day: number, today: Day): DateReading | undefined {
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
