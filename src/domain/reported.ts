import type { Figures } from "./ledger-figures.js";
import type { Period } from "./period.js";
import { type Gap, isInGap } from "./report-gap.js";

/**
 * Whether a project has reported for a month: something was said of it, or of a later month, whose figures
 * stand for it as well. The one meaning of 已报 and 未报, for lamps, lists, chases and snapshots alike.
 */
export const hasReported = ({ reported }: Pick<Figures, "reported">, month: Period): boolean =>
  (reported.at(-1) ?? "") >= month;

/** A project owes a report for every month from its first on, but for none in which it was closed or withdrawn. */
export const owesReport = (
  { firstMonth, gaps }: { firstMonth: Period; gaps?: readonly Gap[] },
  month: Period,
): boolean => firstMonth <= month && !isInGap(month, gaps);
