import { addDays, partsOf } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import { yearSaid } from "../dates/years.js";
import type { Period } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";
import type { Scene, Segment } from "../scene.js";
import { wordsIn } from "./milestone-words.js";
import type { Around } from "./money.js";
import type { Reading, Said } from "./reading.js";

/** The date that the figure's own label names, or one in brackets behind it. */
export function lastDate(
  { dates, body }: Segment,
  figure: Quantity,
  { left, right }: Around,
): DateSpan | undefined {
  const labels = dates.filter(
    ({ start, end, weak }) => end <= figure.start && !weak && left.includes(body.slice(start, end)),
  );
  // 8月份当月: the month that was named, not this one.
  const named = labels.filter(({ start, end }) => !/^当月/.test(body.slice(start, end)));
  const before = untilWhen(named, body) ?? named.at(-1) ?? labels.at(-1);
  const closed =
    /^\s?元?\s?\([^()]*\)/.test(right) ||
    (/^\s?元?\s?\(/.test(right) && figure.end + right.length === body.length);
  const inBrackets = closed
    ? dates.find(
        ({ start }) =>
          start >= figure.end && start <= figure.end + 10 && body.slice(figure.end, start).includes("("),
      )
    : undefined;
  return inBrackets ?? before;
}

/** 8月底本年累计: the month says until when, the year only since when. */
function untilWhen(labels: readonly DateSpan[], body: string): DateSpan | undefined {
  const [month, year] = labels.slice(-2);
  if (!month || year?.precision !== "year" || month.precision === "year") return undefined;
  if (!/^(?:[本今当]年|年内)/.test(body.slice(year.start, year.end))) return undefined;
  const between = body.slice(month.end, year.start);
  return /^(?:为?止|前|的|项目|工程|数据|情况|[，,、:\s\ue000])*$/u.test(between)
    ? { ...month, until: true }
    : undefined;
}

/** Between a date and a percentage: the date is of something else, the figure is of now. */
const OF_NOW = /目前|现在|现已|至今|如今|今天|本[周月]|开工|启动|以来|开始|进场|计划|后/;

/** 去年完成65%, 6月底65%: not where the works are now. */
export function ofNow(
  scene: Scene,
  segment: Segment,
  figure: Quantity,
  around: Around,
  said: Said,
  reading: Reading,
): Reading {
  if (!reading || "ask" in reading) return reading;
  const { year: thisYear } = partsOf(scene.today);
  if ((yearSaid(around.left, scene.today) ?? thisYear) !== thisYear) return { ask: "which-date" };
  return otherMonth(scene, segment, figure, around, said)
    ? { ask: "which-date", options: [reading.measured] }
    : reading;
}

/** So many days before a month's end people speak of it as of now. */
const SOON = 4;

/** The month for which a percentage was said, when it is neither this month nor the one just closed. */
function otherMonth(
  scene: Scene,
  segment: Segment,
  figure: Quantity,
  around: Around,
  { month }: Said,
): Period | undefined {
  const { given } = segment;
  // 3月开工，已完成65%: the month before is that of another matter.
  const own = lastDate(segment, figure, around);
  const date = own ?? (OF_NOW.test(given.label) ? undefined : given.date);
  const beside = date && date.end <= figure.start ? segment.body.slice(date.end, figure.start) : "";
  // 11月投用 设备安装45%: the month is the milestone's.
  if (wordsIn(beside).length > 0) return undefined;
  if (OF_NOW.test(beside) || (!own && OF_NOW.test(around.left))) return undefined;
  const period = date
    ? date.precision === "year" || date.after
      ? undefined
      : (date.period?.("past") ?? date.resolve("past")?.day.slice(0, 7))
    : month?.sentence === segment.clause.sentence
      ? month.period
      : undefined;
  const now = scene.today.slice(0, 7);
  // 上个月形象进度43%: what it was then, or what was told of it? Its end is the closed month's.
  if (own && period !== undefined && /^上个?月(?!份?[底末])/.test(segment.body.slice(own.start, own.end + 2)))
    return period;
  if (date?.fixed === "future" && (date.resolve("future")?.day ?? "") > scene.today) return period;
  // 月底到65%, said ten days before: a plan, or last month's end?
  if (date && period === now && /^(?:本|这个?)?月[底末]$/.test(segment.body.slice(date.start, date.end))) {
    const end = date.resolve("future")?.day ?? "";
    if (end > addDays(scene.today, SOON)) return period;
  }
  if (period === undefined || period === now || period === scene.closedMonth || period === monthBefore(now))
    return undefined;
  return period;
}

function monthBefore(period: Period): Period {
  const [year = 0, month = 0] = period.split("-").map(Number);
  return month > 1 ? `${year}-${String(month - 1).padStart(2, "0")}` : `${year - 1}-12`;
}
