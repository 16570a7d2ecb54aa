import { addDays, type Day, weekday } from "./day.js";

/** `2022-W38`: weeks begin on Monday; the week belongs to the year of its Thursday (ISO 8601). */
export function isoWeek(day: Day): string {
  const thursday = addDays(day, 4 - weekday(day));
  const year = thursday.slice(0, 4);
  const days = Math.round((Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000);
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, "0")}`;
}
