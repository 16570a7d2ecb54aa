import type { Turn } from "../../src/bot/turn.js";
import { type Period, yearOf } from "../../src/domain/period.js";

/** Who has reported for a month, of those that are to: how many, and the names of the others. */
export async function reportedFor(
  { tx }: Pick<Turn, "tx">,
  month: Period,
): Promise<{ reported: number; missing: string[] }> {
  const due = (await tx.projects.standings(yearOf(month))).filter(
    ({ project }) => project.firstMonth <= month,
  );
  const missing = due.filter(({ reportedMonth }) => reportedMonth === null || reportedMonth < month);
  return { reported: due.length - missing.length, missing: missing.map(({ project }) => project.name) };
}
