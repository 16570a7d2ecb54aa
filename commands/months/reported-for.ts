import type { Turn } from "../../src/bot/turn.js";
import { type Period, yearOf } from "../../src/domain/period.js";
import { hasReported, owesReport } from "../../src/domain/reported.js";

/** Who has reported for a month, of those that are to: how many, and the names of the others. */
export async function reportedFor(
  { tx }: Pick<Turn, "tx">,
  month: Period,
): Promise<{ reported: number; missing: string[] }> {
  const due = (await tx.projects.standings(yearOf(month))).filter(({ project }) =>
    owesReport(project, month),
  );
  const missing = due.filter(({ figures }) => !hasReported(figures, month));
  return { reported: due.length - missing.length, missing: missing.map(({ project }) => project.name) };
}
