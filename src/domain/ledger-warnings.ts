import { betweenWarnings } from "./ledger-between.js";
import { type Entry, periodOfEntry } from "./ledger-entry.js";
import { currentYtd, type Figures, ytdUpTo } from "./ledger-figures.js";
import { leapWarnings } from "./ledger-leap.js";
import { nodeWarnings } from "./ledger-node.js";
import { planWarnings } from "./ledger-plan.js";
import type { Warning } from "./ledger-warning.js";
import { yearOf } from "./period.js";

/**
 * In points of 形象进度. Monthly reports move by single points and a busy quarter by ten or twenty; more than
 * half of the works at once is likelier a slip, or the figure of a part.
 */
const LEAP_POINTS = 50;

/** What is odd about `entry`, given the figures right before and right after it counts. */
export function warningsOf(entry: Entry, before: Figures, after: Figures): Warning[] {
  const warnings: Warning[] = isNegative(entry) ? [{ code: "negative" }] : [];
  switch (entry.measure) {
    case "percent":
      return [...warnings, ...percentWarnings(entry, before)];
    case "investment":
      return [...warnings, ...investmentWarnings(entry, before, after)];
    case "milestone":
      return nodeWarnings(entry, before);
    case "plan":
    case "completion":
      return [...warnings, ...planWarnings(entry, before, after)];
    default:
      return warnings;
  }
}

function isNegative(entry: Entry): boolean {
  return (
    ("value" in entry && entry.value < 0) ||
    ("yuan" in entry && entry.yuan < 0) ||
    ("mu" in entry && entry.mu < 0)
  );
}

function investmentWarnings(
  entry: Entry & { measure: "investment" },
  before: Figures,
  after: Figures,
): Warning[] {
  if (entry.scope === "total") return leapWarnings(entry, before, after);
  const overYtd = monthWarnings(entry, before);
  const againstPlan = planWarnings(entry, before, after);
  return [
    ...ytdWarnings(entry, before),
    ...besideWarnings(entry, before),
    ...overYtd,
    ...againstPlan,
    ...(overYtd.length > 0 || againstPlan.length > 0 ? [] : betweenWarnings(entry, before)),
    ...(againstPlan.length > 0 ? [] : leapWarnings(entry, before, after)),
  ];
}

function percentWarnings(entry: Entry & { measure: "percent" }, before: Figures): Warning[] {
  const last = entry.part === undefined ? before.percent : before.parts[entry.part];
  const part = entry.part === undefined ? {} : { part: entry.part };
  const warnings: Warning[] = [];
  if (entry.value > 100) warnings.push({ code: "percent-over-100", said: entry.value });
  if (last !== undefined && entry.value < last.value) {
    warnings.push({ code: "percent-falls", last: last.value, said: entry.value, ...part });
  }
  if (last !== undefined && entry.value <= 100 && entry.value - last.value > LEAP_POINTS) {
    warnings.push({ code: "percent-leaps", last: last.value, said: entry.value, ...part });
  }
  return warnings;
}

function ytdWarnings(entry: Entry & { measure: "investment" }, before: Figures): Warning[] {
  if (entry.scope !== "ytd") return [];
  const period = periodOfEntry(entry);
  const ytd = before.years[yearOf(period)]?.ytd ?? {};
  const warnings: Warning[] = [];
  const last = ytdUpTo(ytd, period);
  if (last !== undefined && entry.yuan < last.yuan) {
    warnings.push({
      code: "ytd-below-last",
      last: last.yuan,
      lastPeriod: last.period,
      said: entry.yuan,
    });
  }
  const lower = Object.values(ytd).find((later) => later.period > period && later.yuan < entry.yuan);
  // what was derived from months is carried along by the new one (see ledger-money), the rest stands against it
  if (lower !== undefined && (lower.from === undefined || lower.from === "increment")) {
    warnings.push({
      code: "ytd-above-later",
      later: lower.yuan,
      laterPeriod: lower.period,
      said: entry.yuan,
    });
  }
  return warnings;
}

/** 又完成100万, where 100万 of the month, or of one before, were reported and wait for a month before: they would be lost. */
function besideWarnings(entry: Entry & { measure: "investment" }, before: Figures): Warning[] {
  if (entry.scope !== "increment") return [];
  const period = periodOfEntry(entry);
  const { months = {} } = before.years[yearOf(period)] ?? {};
  const latest = currentYtd(before, yearOf(period));
  if (latest === undefined) return [];
  const beside = Object.values(months)
    .filter((month) => month.period > latest.period && month.period <= period)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const own = beside.at(-1);
  if (own === undefined) return [];
  const becomes = latest.yuan + beside.reduce((sum, { yuan }) => sum + yuan, 0) + entry.yuan;
  const earlier = own.period === period ? {} : { ownPeriod: own.period };
  return [{ code: "month-beside", said: entry.yuan, period, own: own.yuan, ...earlier, becomes }];
}

/** Held against the first cumulative that was said for the month or after it: it contains the month. */
function monthWarnings(entry: Entry & { measure: "investment" }, before: Figures): Warning[] {
  if (entry.scope !== "month") return [];
  const period = periodOfEntry(entry);
  const [over] = Object.values(before.years[yearOf(period)]?.ytd ?? {})
    .filter((known) => known.from === undefined && known.period >= period)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  if (over === undefined || entry.yuan <= over.yuan) return [];
  return [{ code: "month-above-ytd", said: entry.yuan, ytd: over.yuan, period: over.period }];
}
