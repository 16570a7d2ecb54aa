import type { Day } from "../items.js";
import { always, count, type Groups } from "./basics.js";
import { dayFrom, endOfMonth, partsOf, periodFrom } from "./calendar.js";
import { yearOf } from "./months.js";
import type { DateReading, Precision } from "./span.js";

export function readQuarter(groups: Groups, today: Day): DateReading {
  const now = partsOf(today);
  const year = yearOf(groups.y ?? groups.y2, today);
  if (groups.r) {
    const ahead = groups.r.startsWith("下") ? 1 : groups.r.startsWith("上") ? -1 : 0;
    const end = endOfMonth(now.year, (Math.ceil(now.month / 3) + ahead) * 3);
    return ahead === 0
      ? { precision: "quarter", resolve: () => ({ day: end }) }
      : always(end, "quarter", today);
  }
  const quarter = count(groups.q ?? groups.qq?.slice(1));
  const reading = untilMonth(year, quarter * 3, quarter * 3 - 2, "quarter", today);
  return quarter === 1 ? { ...reading, fromNewYear: true } : reading;
}

export function readHalf(groups: Groups, today: Day): DateReading {
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
      if (direction === "past")
        return { day: endOfMonth(first <= now.month ? now.year : now.year - 1, last) };
      return { day: endOfMonth(last >= now.month ? now.year : now.year + 1, last) };
    },
    period: (direction) =>
      periodFrom(year ?? (direction === "past" && first > now.month ? now.year - 1 : now.year), last),
    ...(year !== undefined && endOfMonth(year, last) < today ? { fixed: "past" as const } : {}),
  };
}

export function readYear(groups: Groups, today: Day): DateReading | undefined {
  const year = yearOf(groups.y, today) ?? partsOf(today).year;
  const part = groups.p ?? groups.q;
  const end = dayFrom(year, 12, 31);
  if (part === "中" && !groups.y) {
    const [day, other] = [dayFrom(year, 6, 30), dayFrom(year + 1, 6, 30)];
    return { precision: "half-year", resolve: () => (day < today ? { day: other, other: day } : { day }) };
  }
  if (part === "中") return always(dayFrom(year, 6, 30), "half-year", today);
  if (part === "初")
    return {
      ...always(dayFrom(year, 1, 31), "month", today),
      resolve: () => ({ day: dayFrom(year, 1, 31), other: dayFrom(year, 3, 31) }),
    };
  // 年前 is by the end of December for some and by 春节 for others.
  if (part === "前" || part === "后") {
    return {
      precision: "year",
      resolve: () => ({ day: end, other: dayFrom(year + 1, 1, 31) }),
      fixed: "future",
    };
  }
  return {
    ...always(end, "year", today),
    ...(year === partsOf(today).year ? { fixed: undefined } : {}),
  } as DateReading;
}
