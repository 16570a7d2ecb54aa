import { onceFor } from "../../domain/once-for.js";
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
): Promise<Reports> {
  return reportsIn(await assessed(turn.tx, viewpointOf(turn), { codes }))(month);
}

interface Reports {
  owed: number;
  missing: readonly Assessed[];
}

/** Two hundred chats that see the same list share what is found of it. */
const reportsIn = onceFor((all: readonly Assessed[]) => {
  const found = new Map<Period, Reports>();
  return (month: Period): Reports => {
    const known = found.get(month);
    if (known) return known;
    const owing = all.filter(({ project }) => owesReport(project, month));
    const reports = {
      owed: owing.length,
      missing: owing.filter(({ figures }) => !hasReported(figures, month)),
    };
    found.set(month, reports);
    return reports;
  };
});

export const missingReports = async (
  turn: Looking,
  month: Period,
  codes: ReadonlySet<string> | null = null,
): Promise<readonly Assessed[]> => (await reportsOf(turn, month, codes)).missing;
