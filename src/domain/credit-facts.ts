import { CREDIT_RULE, type CreditFact } from "./credit.js";
import { closeDayOf } from "./data-month.js";
import { type Day, dayOf, daysBetween, formatDay } from "./day.js";
import type { LampColour } from "./lamp-part.js";
import type { Entry } from "./ledger-entry.js";
import type { Figures } from "./ledger-figures.js";
import { addMonths, formatPeriod, lastDayOf, type Period, yearOf } from "./period.js";
import type { Problem } from "./problem.js";

/** 四早: 早开工、早竣工、早投产、早投用. */
const FOUR_EARLY: readonly string[] = ["开工", "竣工验收", "完工", "投产", "投用", "通车"];

/** A project with its responsible unit. */
interface Owned {
  project: string;
  unit: string;
}

/** Milestones of 四早 that were reached ten days or more before they were first promised. */
export function earlyFacts({ project, unit }: Owned, { milestones }: Figures, year: number): CreditFact[] {
  return FOUR_EARLY.flatMap((name): CreditFact[] => {
    const { done, firstPlanned } = milestones[name] ?? {};
    if (!done || !firstPlanned || !done.startsWith(`${year}`)) return [];
    const days = daysBetween(done, firstPlanned);
    if (days < CREDIT_RULE.earlyDays) return [];
    const words = `${project} ${name}早${days}天（原定${formatDay(firstPlanned, done)}，${formatDay(done, done)}办成）`;
    return [{ kind: "early", unit, words, on: done }];
  });
}

/** A problem that was closed before it was due, without ever being put off: its lead's, else its project's unit's. */
export function closedFact(problem: Problem, { project, unit }: Owned, year: number): CreditFact[] {
  const { state, due, extensions, lead, last, number } = problem;
  const on = dayOf(last.saidAt);
  if (state !== "closed" || !due || extensions.length > 0 || on >= due || !on.startsWith(`${year}`))
    return [];
  const words = `${project} #${number}（${formatDay(on, due)}销号，早于期限${formatDay(due, on)}）`;
  return [{ kind: "closed-in-time", unit: lead ?? unit, words, on }];
}

/** A red lamp at a month's close, and a green one at the next close that has a colour. */
export function greenFacts(
  { project, unit }: Owned,
  lamps: Readonly<Record<Period, LampColour>>,
): CreditFact[] {
  const months = Object.keys(lamps)
    .filter((month) => lamps[month] !== "grey")
    .sort();
  return months.slice(1).flatMap((month, index): CreditFact[] => {
    const before = months[index];
    if (before === undefined || lamps[before] !== "red" || lamps[month] !== "green") return [];
    const words = `${project} ${formatPeriod(before)}红灯，${formatPeriod(month)}转绿`;
    return [{ kind: "turned-green", unit, words, on: lastDayOf(month) }];
  });
}

/** What a unit was to report of a project, and when something was. */
export interface Reports {
  unit: string;
  firstMonth: Period;
  /** what was said of it and stands */
  entries: readonly Entry[];
}

/** Units of which every project was reported in time for three months running; who was the first is said. */
export function onTimeFacts(reports: readonly Reports[], closed: Period): CreditFact[] {
  const months = Array.from({ length: CREDIT_RULE.monthsInTime }, (_, index) =>
    addMonths(closed, index + 1 - CREDIT_RULE.monthsInTime),
  ).filter((month) => yearOf(month) === yearOf(closed));
  if (months.length < CREDIT_RULE.monthsInTime) return [];
  const ends = months.map((month) => completeBy(reports, month));
  const units = [...new Set(reports.map(({ unit }) => unit))];
  return units.flatMap((unit): CreditFact[] => {
    if (!ends.every((end) => end.has(unit))) return [];
    const first = ends.filter((end) => end.get(unit) === Math.min(...end.values())).length;
    const span = `${formatPeriod(months[0] ?? closed)}至${formatPeriod(closed)}`;
    const words = `${span}连续${months.length}个月按时报齐${first > 0 ? `，${first}次最早` : ""}`;
    return [{ kind: "on-time", unit, words, on: lastDayOf(closed) }];
  });
}

/** Units that reported all that was due of a month before it closed, and when the last of it came; epoch ms. */
function completeBy(reports: readonly Reports[], month: Period): Map<string, number> {
  const last = new Map<string, number | null>();
  const closes: Day = closeDayOf(month);
  for (const { unit, firstMonth, entries } of reports) {
    if (firstMonth > month) continue;
    const times = entries.flatMap((entry) =>
      entry.dataMonth === month && entry.measure !== "plan" && dayOf(entry.saidAt) <= closes
        ? [entry.saidAt]
        : [],
    );
    const known = last.get(unit);
    const at = times.length === 0 || known === null ? null : Math.max(Math.min(...times), known ?? 0);
    last.set(unit, at);
  }
  return new Map([...last].flatMap(([unit, at]) => (at === null ? [] : [[unit, at] as const])));
}
