import { type Day, dayOf, daysBetween, formatDay } from "../../domain/day.js";
import { formatMoney } from "../../domain/money.js";
import { addMonths, formatPeriod, monthOf, periodOf } from "../../domain/period.js";
import { findDates } from "../../language/dates/dates.js";
import type { ReportItem } from "../../language/items.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";
import type { Beside } from "./hold-odd.js";
import type { AskedSection } from "./sections.js";

/** days before the end of a month in which it is reported */
const LAST_DAYS = 3;

/** 10月底累计1.3亿, said on the 10th of October: a cumulative up to a day that is still to come. */
export const isOverYet = ({ saidAt }: Pick<Turn, "saidAt">, item: ReportItem): boolean =>
  dayToCome(item, dayOf(saidAt)) === undefined;

/** The day of this month, later than today, up to which the sum is said to reach. */
export function dayToCome(item: ReportItem, today: Day): Day | undefined {
  if (item.measure !== "investment" || item.scope !== "ytd") return undefined;
  const month = item.period ?? periodOf(today);
  if (month !== periodOf(today)) return undefined;
  const { text } = normalise(item.text ?? "");
  for (const date of findDates(text, today)) {
    if (date.weak || date.wholeMonth || date.precision === "year") continue;
    const day = date.resolve("future")?.day;
    if (day === undefined || day <= today || periodOf(day) !== month) continue;
    // 12月底累计, on the 30th: the month is reported in its last days, and nothing else can be meant.
    const isMonthEnd = date.precision !== "day" || !/[日号]/.test(text.slice(date.start, date.end));
    if (!(isMonthEnd && daysBetween(today, day) <= LAST_DAYS)) return day;
  }
  return undefined;
}

/** As of today, as of the end of the month before, or a plan, which is not written. */
export function notOverYet(item: ReportItem, { turn, today, project }: Beside): AskedSection | null {
  const day = dayToCome(item, today);
  if (day === undefined || item.measure !== "investment") return null;
  const before = addMonths(monthOf(turn.saidAt), -1);
  const { period: _, ...bare } = item;
  const sum = formatMoney(item.yuan);
  return {
    is: "asked",
    project: project.name,
    question: `${formatDay(day, today)}还没到，累计 ${sum} 没有记。是到哪天的数？`,
    options: [
      {
        label: `到今天（${formatDay(today, today)}）累计 ${sum}`,
        items: [{ ...bare, period: periodOf(today), settled: true }],
      },
      {
        label: `截至${formatPeriod(before, periodOf(today))}累计 ${sum}`,
        items: [{ ...bare, period: before, settled: true }],
      },
      { label: "是计划，不记", items: [], answersNo: true },
    ],
    isEitherOr: true,
  };
}
