import { readFileSync } from "node:fs";
import { z } from "zod";
import { type Day, isDay } from "./domain/day.js";
import type { OfficeCalendar } from "./domain/workdays.js";

const days = z.array(z.string());
const file = z.record(
  z.string().regex(/^\d{4}$/),
  z.object({ 休: days.optional(), 班: days.optional() }).strict(),
);

/** A notice for a whole year names these as rest days; what lacks one of them adds single days. */
const WHOLE = ["01-01", "05-01", "10-01"];

/**
 * The office's own calendar: the State Council's notice for a year, for years that the state calendar of the
 * package does not hold yet, or that were changed later.
 * `{"2027": {"休": ["2027-01-01", …], "班": ["2027-02-06"]}}`: 休 rests, 班 is a weekend day worked in lieu.
 * Only a year that names 元旦, 劳动节 and 国庆节 counts as known.
 */
export function readWorkdays(path: string): { calendar: OfficeCalendar } | { faults: string[] } {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    return { faults: [`KAOPU_WORKDAYS 指的文件打不开：${path}`] };
  }
  const parsed = file.safeParse(jsonOf(text));
  if (!parsed.success)
    return { faults: [`${path} 要是这样的 JSON：{"2027":{"休":["2027-01-01"],"班":["2027-02-06"]}}`] };
  const faults: string[] = [];
  const works = new Map<Day, boolean>();
  for (const [year, { 休: rests = [], 班: worked = [] }] of Object.entries(parsed.data))
    for (const [list, isWorked] of [
      [rests, false],
      [worked, true],
    ] as const)
      for (const day of list)
        if (!isDay(day) || !day.startsWith(`${year}-`))
          faults.push(`${path} 里 ${year} 年有一个日期不对：${day}`);
        else if (works.get(day) === !isWorked) faults.push(`${path} 里 ${day} 又休又班`);
        else works.set(day, isWorked);
  if (faults.length > 0) return { faults };
  const years = Object.keys(parsed.data).filter((year) =>
    WHOLE.every((day) => works.get(`${year}-${day}`) === false),
  );
  return { calendar: { years: years.map(Number), days: Object.fromEntries(works) } };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
