import type { CarryLine } from "../../src/bot/carry-list.js";
import type { Turn } from "../../src/bot/turn.js";
import { currentYtd } from "../../src/domain/ledger-figures.js";
import { CARRIED_CLASSES, type YearTotals } from "../../src/domain/year-close.js";
import { yearTotals } from "../../src/domain/year-totals.js";

/** The year's totals by class, as the lines stand now. */
export async function totalsOf({ tx }: Turn, lines: readonly CarryLine[], year: number): Promise<YearTotals> {
  const planned = (await tx.projects.controlTotals(year)).flatMap((total) =>
    total.projects === undefined ? [] : [[total.class, total.projects] as const],
  );
  const projects = lines.map(({ standing: { project, figures }, choice }) => ({
    class: project.class ?? "",
    ...(choice ? { choice } : {}),
    planYuan: figures.years[year]?.plan?.yuan ?? null,
    ytdYuan: currentYtd(figures, year)?.yuan ?? null,
  }));
  return yearTotals(projects, CARRIED_CLASSES, new Map(planned));
}
