import { addDays, type Day, dayOf, formatDay, weekday } from "../../domain/day.js";
import { lastDayOf, periodOf } from "../../domain/period.js";
import { addWorkdays } from "../../domain/workdays.js";
import type { Turn } from "../turn.js";

const AHEAD = 120 * 24 * 3_600_000;

/** 本周五, 月底, 下次会前 …: days for what was decided without one. */
export async function dueChoices({ tx, now }: Turn): Promise<{ label: string; day: Day }[]> {
  const today = dayOf(now);
  const friday = addDays(today, (5 - weekday(today) + 7) % 7);
  const isThisWeek = weekday(today) <= 5;
  const next = (await tx.meetings.between(now, now + AHEAD)).find(({ kind }) => kind === "推进会");
  const before = next && addWorkdays(dayOf(next.startsAt), -1);
  const choices = [
    { name: isThisWeek ? "本周五" : "下周五", day: friday },
    { name: "月底", day: lastDayOf(periodOf(today)) },
    ...(before ? [{ name: "下次会前", day: before }] : []),
    { name: "一个月内", day: addDays(today, 30) },
  ];
  const days = new Set<Day>();
  return choices
    .filter(({ day }) => day >= today && !days.has(day) && days.add(day))
    .map(({ name, day }) => ({ label: `${name}（${formatDay(day, today)}）`, day }));
}
