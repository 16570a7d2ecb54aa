import type { Day } from "../items.js";
import { always, count, type Groups } from "./basics.js";
import { addDays, dayFrom, endOfMonth, partsOf, weekdayOf } from "./calendar.js";
import type { DateReading } from "./span.js";

export function readWeekday(groups: Groups, today: Day): DateReading {
  const word = groups.r ?? "";
  const ahead = word.startsWith("上上")
    ? -2
    : word.startsWith("上")
      ? -1
      : word.startsWith("下下")
        ? 2
        : word.startsWith("下")
          ? 1
          : 0;
  const spoken = groups.d ?? "";
  const weekday = spoken === "末" || spoken === "日" || spoken === "天" ? 7 : count(spoken);
  const day = addDays(today, ahead * 7 + weekday - weekdayOf(today));
  if (word !== "" && ahead !== 0) return always(day, "day", today);
  const reading = always(day, "day", today);
  if (day >= today || word !== "") return reading;
  // 周一 said on a Tuesday: yesterday in a report, next week in a plan.
  const next = addDays(day, 7);
  return {
    precision: "day",
    resolve: (direction) => (direction === "past" ? { day } : { day: next, other: day }),
  };
}

export function readWeek(groups: Groups, today: Day): DateReading {
  const word = groups.r ?? "";
  const ahead = word.startsWith("上") ? -1 : word.startsWith("下") ? 1 : 0;
  const sunday = addDays(today, ahead * 7 + 7 - weekdayOf(today));
  return { ...always(sunday, "ten-day", today), ...(ahead === 0 ? { fixed: undefined } : {}) } as DateReading;
}

export function readNear(word: string, today: Day): DateReading {
  const ahead: Record<string, number> = {
    大后: 3,
    后天: 2,
    明天: 1,
    明日: 1,
    明早: 1,
    明晚: 1,
    昨天: -1,
    昨日: -1,
    昨晚: -1,
    大前: -3,
    前天: -2,
  };
  return always(addDays(today, ahead[word.slice(0, 2)] ?? 0), "day", today);
}

export function readDistance(groups: Groups, today: Day): DateReading | undefined {
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
