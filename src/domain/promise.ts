import type { Day } from "./day.js";

/** A day that somebody promised something for: a 节点, a problem's due date, a 议定事项. */
export interface Commitment {
  unit: string;
  what: "节点" | "问题" | "议定";
  /** 敦煌南路 施工许可证, #12 征收 …: as typed */
  name: string;
  /** the first promised day: what comes later is measured by it */
  first: Day;
  /** the day promised last, where it was put off or brought forward */
  moved?: Day;
  reason?: string;
  done?: Day;
}

/** kept: done on or before the first day; late: done after it; missed: the day is past and it is not done. */
export type Outcome = "kept" | "late" | "missed";

/** Null while it may still be kept. A promise that was moved is held to its first day all the same. */
export function outcomeOf({ first, done }: Commitment, today: Day): Outcome | null {
  if (done !== undefined && done <= today) return done <= first ? "kept" : "late";
  return first < today ? "missed" : null;
}

/** 说到做到率 of one unit: of what it promised for the span, how much it kept. */
export interface PromiseRate {
  unit: string;
  kept: number;
  late: number;
  missed: number;
  /** of late and missed: put off, with or without a reason */
  moved: number;
  /** promises that were not kept, by their first day */
  broken: readonly Commitment[];
}

export interface Span {
  from: Day;
  to: Day;
}

/**
 * By unit, in the order in which units first appear. Counted are promises whose first day lies in the span
 * and whose outcome is known today; a later promise never takes the place of the first.
 */
export function promiseRates(promises: readonly Commitment[], { from, to }: Span, today: Day): PromiseRate[] {
  const byUnit = new Map<string, { rate: PromiseRate; broken: Commitment[] }>();
  for (const promise of promises) {
    if (promise.first < from || promise.first > to) continue;
    const outcome = outcomeOf(promise, today);
    if (outcome === null) continue;
    const known = byUnit.get(promise.unit) ?? {
      rate: { unit: promise.unit, kept: 0, late: 0, missed: 0, moved: 0, broken: [] },
      broken: [],
    };
    byUnit.set(promise.unit, known);
    known.rate[outcome] += 1;
    if (outcome === "kept") continue;
    known.broken.push(promise);
    if (promise.moved !== undefined) known.rate.moved += 1;
  }
  return [...byUnit.values()].map(({ rate, broken }) => ({
    ...rate,
    broken: broken.sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : 0)),
  }));
}

export const promised = ({ kept, late, missed }: Pick<PromiseRate, "kept" | "late" | "missed">): number =>
  kept + late + missed;
