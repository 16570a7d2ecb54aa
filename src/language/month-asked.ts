import { addMonths, type Period, period, yearOf } from "../domain/period.js";
import type { QueryItem } from "./items.js";

const SPOKEN = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
/** 9月, 2021年12月份, 去年十二月, 本月, 上个月; not the month of a day (9月5日). */
const MONTH =
  /(?:(\d{4}|[今去])年)?(?<![\d一二三四五六七八九十])(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:份|底|末)?(?!\s*\d{1,2}\s*[日号])|(本月|这个?月|当月)|(上个?月)/g;

/**
 * The month that a question names: by the item's days, else by its words; null when it names none. A month
 * without its year is this year's, or last year's where this year's is more than six months ahead.
 */
export function monthAsked(
  { from, to, date }: Pick<QueryItem, "from" | "to" | "date">,
  words: string,
  thisMonth: Period,
): Period | null {
  const day = to ?? date ?? from;
  if (day) return day.slice(0, 7);
  // Of several the last counts: who has not reported for it has not for those before either.
  const match = [...words.normalize("NFKC").matchAll(MONTH)].at(-1);
  if (!match) return null;
  const [, year, month = "", isThis, isLast] = match;
  if (isThis) return thisMonth;
  if (isLast) return addMonths(thisMonth, -1);
  const number = SPOKEN.includes(month) ? SPOKEN.indexOf(month) + 1 : Number(month);
  if (year === "去") return period(yearOf(thisMonth) - 1, number);
  if (year && year !== "今") return period(Number(year), number);
  const here = period(yearOf(thisMonth), number);
  if (year) return here;
  return here > addMonths(thisMonth, 6) ? addMonths(here, -12) : here;
}

/** The same words without the month, for what else they name. */
export const withoutMonth = (words: string): string =>
  words.normalize("NFKC").replace(MONTH, " ").replace(/\s+/g, " ").trim();
