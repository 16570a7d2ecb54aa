import type { Period } from "./period.js";

/** Months in which a project was closed or withdrawn and owed no report, the first and the last. */
export interface Gap {
  from: Period;
  to: Period;
}

/** Whether a month lies in one of the gaps. */
export const isInGap = (month: Period, gaps: readonly Gap[] = []): boolean =>
  gaps.some(({ from, to }) => from <= month && month <= to);
