import { currentYtd } from "../domain/ledger-figures.js";
import { countsIn } from "../domain/project-details.js";
import { CARRIED_CLASSES, type YearTotals } from "../domain/year-close.js";
import { yearTotals } from "../domain/year-totals.js";
import type { AtDecember, CarryLine } from "./carry-list.js";
import type { Turn } from "./turn.js";

/**
 * The year's totals by class: as the lines stand now, or as December's snapshot has them. What was given up in
 * the year is counted among the projects, and its money in no sum.
 */
export async function totalsOf(
  { tx }: Pick<Turn, "tx">,
  lines: readonly CarryLine[],
  year: number,
  december?: AtDecember,
): Promise<YearTotals> {
  const planned = (await tx.projects.controlTotals(year)).flatMap((total) =>
    total.projects === undefined ? [] : [[total.class, total.projects] as const],
  );
  const projects = lines.map(({ standing: { project, figures }, choice }) => {
    const now = {
      planYuan: figures.years[year]?.plan?.yuan ?? null,
      ytdYuan: currentYtd(figures, year)?.yuan ?? null,
    };
    const money = countsIn(project, year) ? (december?.get(project.code) ?? now) : NO_MONEY;
    return {
      class: project.class ?? "",
      ...(choice ? { choice } : {}),
      planYuan: money.planYuan,
      ytdYuan: money.ytdYuan,
    };
  });
  return yearTotals(projects, CARRIED_CLASSES, new Map(planned));
}

const NO_MONEY = { planYuan: null, ytdYuan: null };
