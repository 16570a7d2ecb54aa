import type { Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { hasReported, owesReport } from "../../domain/reported.js";
import type { Repositories } from "../../store/store.js";
import { assessed, viewpointOf } from "../portfolio.js";

interface Looking {
  tx: Repositories;
  now: number;
  closedMonth: Period;
}

/** How many projects owe a report for a month, and those of which nothing was reported for it. */
export async function reportsOf(
  turn: Looking,
  month: Period,
  codes: ReadonlySet<string> | null = null,
): Promise<{ owed: number; missing: Assessed[] }> {
  const all = await assessed(turn.tx, viewpointOf(turn), { codes });
  const owing = all.filter(({ project }) => owesReport(project, month));
  return { owed: owing.length, missing: owing.filter(({ figures }) => !hasReported(figures, month)) };
}

export const missingReports = async (
  turn: Looking,
  month: Period,
  codes: ReadonlySet<string> | null = null,
): Promise<Assessed[]> => (await reportsOf(turn, month, codes)).missing;
