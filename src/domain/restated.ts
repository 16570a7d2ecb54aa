import type { Figures } from "./ledger-figures.js";
import { type Period, yearOf } from "./period.js";

/** A figure of a closed month that a later report has changed. */
export interface Restated {
  month: Period;
  /** 本年累计 at its end, 当月完成, or 形象进度 */
  field: "ytd" | "month" | "percent";
  /** 元 or per cent; null where there was no figure, or is none any more */
  old: number | null;
  new: number | null;
}

/** 更正: what differs of the months up to the closed one; oldest month first. Empty for nearly every report. */
export function restatedBy(before: Figures, after: Figures, closed: Period): Restated[] {
  const found: Restated[] = [];
  for (const year of new Set([...Object.keys(before.years), ...Object.keys(after.years)])) {
    if (Number(year) > yearOf(closed)) continue;
    const [was, is] = [before.years[year], after.years[year]];
    if (was === is) continue;
    found.push(...differing("ytd", was?.ytd, is?.ytd, closed));
    // What a month added is told by the cumulative, where that has changed too.
    found.push(
      ...differing("month", was?.months, is?.months, closed).filter(
        ({ month }) => !found.some((one) => one.month === month),
      ),
    );
  }
  const [was, is] = [before.percent, after.percent];
  const month = is?.dataMonth ?? was?.dataMonth;
  // The latest per cent alone is kept: where another month's takes its place, no month was put right.
  const isSameMonth = (was?.dataMonth ?? month) === (is?.dataMonth ?? month);
  if (month !== undefined && month <= closed && isSameMonth && was?.value !== is?.value)
    found.push({ month, field: "percent", old: was?.value ?? null, new: is?.value ?? null });
  return found.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0));
}

type ByMonth = Readonly<Record<Period, { yuan: number }>>;

function differing(field: "ytd" | "month", was: ByMonth = {}, is: ByMonth = {}, closed: Period): Restated[] {
  if (was === is) return [];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((month) => month <= closed && was[month]?.yuan !== is[month]?.yuan)
    .map((month) => ({ month, field, old: was[month]?.yuan ?? null, new: is[month]?.yuan ?? null }));
}

/** Several 更正 of one figure, the oldest first, come to one: the first old and the last new; none where they cancel out. */
export function netRestated(list: readonly Restated[]): Restated[] {
  const net = new Map<string, Restated>();
  for (const { month, field, old, new: now } of list) {
    const key = `${month} ${field}`;
    net.set(key, { month, field, old: net.has(key) ? (net.get(key)?.old ?? null) : old, new: now });
  }
  return [...net.values()].filter((one) => one.old !== one.new);
}
