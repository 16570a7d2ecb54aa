import type { Day } from "../items.js";
import { count, type Groups } from "./basics.js";
import { partsOf } from "./calendar.js";
import {
  monthDay,
  readBareDay,
  readDays,
  readMonth,
  readMonths,
  readRelativeMonth,
  wholeMonth,
} from "./months.js";
import { readHalf, readQuarter, readYear } from "./seasons.js";
import type { DateReading } from "./span.js";
import { readDistance, readNear, readWeek, readWeekday } from "./weeks.js";

/** A way of writing dates: a pattern and what its groups mean on a given day. */
export interface DateRule {
  pattern: RegExp;
  read(groups: Groups, today: Day): DateReading | undefined;
}

const N = "(?:\\d{1,2}|[一二三四五六七八九十]{1,3})";
const YEAR =
  "今年|本年|明年|后年|去年|前年|上年|(?:20\\d\\d|二零[零一二三四五六七八九]{2}|(?<!\\d)[23]\\d)\\s?年";
/** Not a day of a month: a figure with a unit of its own goes on here. */
const NO_FIGURE = "(?![\\d.,%万亿千百w亩户层元成个家米户点]|\\s?(?:万|亿|%))";
const PART = "底|末|初(?![步设])|中下旬|上中旬|中旬|上旬|下旬|中|上半月|下半月";
/** 推一下月底前: 一下 is no month. */
const MONTH_AHEAD = "本|这个?|当|(?<!一)上个?|下下个?|(?<![一下])下个?|次";

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
    pattern: new RegExp(
      `(?<y>${YEAR})?\\s?(?<![\\d.一二三四五六七八九十])(?<from>${N})月?\\s?[-~至到]\\s?(?<m>${N})\\s?月份?`,
      "g",
    ),
    read: readMonths,
  },
  {
    // 9月1日至19日, 8-10号: a stretch of days is no month; its last day counts.
    pattern: new RegExp(
      `(?<![\\d.月#第一二三四五六七八九十-])(?:(?<m>${N})月)?(?<from>${N})[日号]?[-~至到](?:(?<m2>${N})月)?(?<d>${N})[日号](?!线|楼|院|地块|桥|墩|房)`,
      "g",
    ),
    read: readDays,
  },
  {
    // 7、8月 are two months; 1、8月 is the first item of a list.
    pattern: new RegExp(
      `(?<![\\d.一二三四五六七八九十]|(?:分别|依次)[于在]?)(?<from>${N})月?[、和及](?<m>${N})(?:月份?|两个?月)`,
      "g",
    ),
    read: ({ from, m }, today) => (count(m) === count(from) + 1 ? readMonths({ from, m }, today) : undefined),
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
    pattern: new RegExp(
      `(?<r>${MONTH_AHEAD})月份?(?!度计划)(?:(?<d>${N})[日号](?!线|楼|院)|的?(?<p>${PART}))?`,
      "g",
    ),
    read: readRelativeMonth,
  },
  {
    pattern: /(?<![个\d年一二三四五六七八九十])月(?<p>底|末|初|中|内)|(?<![月底])(?<q>上中|中下|[上中下])旬/g,
    read: ({ p, q }, today) => {
      const { year, month } = partsOf(today);
      return wholeMonth(year, month, q ? `${q}旬` : p, today);
    },
  },
  {
    pattern: new RegExp(
      `(?<y>${YEAR})?第?(?<q>[一二三四1-4])季度(?:[末底内]|之内)?|(?<y2>${YEAR})?(?<qq>q[1-4])(?![\\da-z])|(?<r>本|这个?|下个?|上个?)季度[末底内]?`,
      "g",
    ),
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
    pattern: new RegExp(
      `(?<y>${YEAR})(?!度)(?:年?(?<p>底|末|内|之内|初|中))?|(?<![\\d一二三四五六七八九十两多几半])年(?<q>底|末|内|中|前|后)(?!度)`,
      "g",
    ),
    read: readYear,
  },
  {
    // 节前 without a festival's name: the calendar does not say which.
    pattern: /(?<![庆春明午秋阳宵动军童环])节[前后]|放假[前后]|长假[前后]/g,
    read: () => ({ precision: "day", resolve: () => undefined }),
  },
  {
    pattern:
      /(?<r>上上个?|上个?|下下个?|下个?|本|这个?)?(?:周|星期|礼拜)(?<d>[一二三四五六日天末1-6])(?![月\d])/g,
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
    pattern:
      /(?<n>\d{1,3}|[一二两三四五六七八九十]{1,3}|半)(?<u>天|日|周|个?星期|个?礼拜|个月|年)(?<a>之?内|以内|之?后|以后|之?前|以前)/g,
    read: readDistance,
  },
  {
    pattern: new RegExp(
      `(?<![\\d.月#第一二三四五六七八九十-])(?<d>${N})[号日](?![\\d线楼院地门机塔桥墩房泵井坑会库厂车站孔轴机标点公商出])`,
      "g",
    ),
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
