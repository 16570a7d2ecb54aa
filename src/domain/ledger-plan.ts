import type { Entry } from "./ledger-entry.js";
import { periodOfEntry } from "./ledger-entry.js";
import { type Figures, type YearFigures, ytdUpTo } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";
import { yearOf } from "./period.js";

/** More than one point (100 basis points) is a contradiction; below that it is rounding. */
const COMPLETION_TOLERANCE = 100;
const TOO_MANY_TIMES = 10;
/**
 * In per cent of the year's plan. A plan may well be exceeded; where half as much again is said to be done,
 * a figure since the start, of another project or with a digit too many is likelier.
 */
const FAR_ABOVE_PLAN = 150;

/** What does not go with the year's plan. */
export function planWarnings(
  entry: Entry & { measure: "investment" | "completion" | "plan" },
  before: Figures,
  after: Figures,
): Warning[] {
  const period = periodOfEntry(entry);
  const number = entry.measure === "plan" ? (entry.year ?? yearOf(period)) : yearOf(period);
  const year = after.years[number];
  const plan = year?.plan?.yuan;
  if (year === undefined || plan === undefined || plan <= 0) return [];
  const tooMuch = tenTimes(entry, year, plan);
  if (tooMuch.length === 0) tooMuch.push(...farAbove(entry, highest(before.years[number]), year, plan));
  return [...tooMuch, ...contradiction(entry, year, plan)];
}

/** `known` 元 that were above the plan before have been confirmed then: only much more than that is odd again. */
function farAbove(entry: Entry, known: number, year: YearFigures, plan: number): Warning[] {
  if (entry.measure === "completion") return [];
  const said = entry.measure === "investment" ? entry.yuan : 0;
  const done = Math.max(said, highest(year));
  const isFar = (amount: number, of: number) => amount * 100 > of * FAR_ABOVE_PLAN;
  const isConfirmed = entry.measure === "investment" && isFar(known, plan);
  return isFar(done, isConfirmed ? known : plan) ? [{ code: "far-above-plan", done, plan }] : [];
}

/** The highest cumulative of a year. */
function highest(year: YearFigures | undefined): number {
  return Math.max(0, ...Object.values(year?.ytd ?? {}).map(({ yuan }) => yuan));
}

function tenTimes(entry: Entry, year: YearFigures, plan: number): Warning[] {
  const said = entry.measure === "investment" ? entry.yuan : highest(year);
  return said >= TOO_MANY_TIMES * plan ? [{ code: "ten-times-plan", said, plan }] : [];
}

function contradiction(entry: Entry, year: YearFigures, plan: number): Warning[] {
  const { completion } = year;
  // an older 完成率 is history once a newer 累计 is said; one of the same message is not
  if (completion === undefined || completion.saidAt !== entry.saidAt) return [];
  const ytd = ytdUpTo(year.ytd, completion.period);
  if (ytd === undefined) return [];
  const difference = Math.round(completion.value * 100) * plan - ytd.yuan * 10_000;
  const samePeriod = ytd.period === completion.period;
  // against an older 累计 only a lower 完成率 is a contradiction: the months since may have added to it
  const size = samePeriod ? Math.abs(difference) : -difference;
  if (size <= COMPLETION_TOLERANCE * plan) return [];
  const computed = (ytd.yuan / plan) * 100;
  return [{ code: "completion-contradicts", said: completion.value, computed, ytd: ytd.yuan, plan }];
}
