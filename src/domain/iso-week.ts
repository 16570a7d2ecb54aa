import dayjs from "dayjs";
import isoWeekPlugin from "dayjs/plugin/isoWeek.js";
import { addDays, at, type Day, dayOf, weekday } from "./day.js";

dayjs.extend(isoWeekPlugin);

/** `2022-W38`: weeks begin on Monday; the week belongs to the year of its Thursday (ISO 8601). */
export function isoWeek(day: Day): string {
  const date = dayjs(day);
  // Thursday decides the year: 2023-01-01, a Sunday, is in 2022-W52.
  return `${date.isoWeekday(4).year()}-W${String(date.isoWeek()).padStart(2, "0")}`;
}

/** The instant at which the week of an instant began: its Monday, 00:00 (epoch ms). */
export function startOfIsoWeek(instant: number): number {
  const day = dayOf(instant);
  return at(addDays(day, 1 - weekday(day)));
}
