import { closeDayOf } from "../domain/data-month.js";
import { at, dayOf } from "../domain/day.js";
import { ledgerOf } from "../domain/ledger.js";
import { type Period, yearOf } from "../domain/period.js";
import { type Assessed, assess, type Viewpoint } from "../domain/portfolio.js";
import type { Problem } from "../domain/problem.js";
import type { Standing, StandingFilter } from "../domain/project.js";
import type { Repositories } from "../store/store.js";

export const viewpointOf = (turn: { closedMonth: Period; now: number }): Viewpoint => ({
  month: turn.closedMonth,
  today: dayOf(turn.now),
});

export async function assessed(
  tx: Repositories,
  viewpoint: Viewpoint,
  filter?: StandingFilter,
): Promise<Assessed[]> {
  const year = yearOf(viewpoint.month);
  const standings = await tx.projects.standings(year, filter);
  const earlier = await tx.projects.monthLamps(`${year}-01`);
  const problems = await openProblems(tx, filter);
  return standings.map((standing) => {
    const { code } = standing.project;
    return { ...assess(standing, viewpoint, earlier.get(code)), problems: problems.get(code) ?? [] };
  });
}

async function openProblems(tx: Repositories, filter?: StandingFilter): Promise<Map<string, Problem[]>> {
  const found = new Map<string, Problem[]>();
  for (const problem of await tx.problems.list({ codes: filter?.codes ?? null })) {
    const known = found.get(problem.code);
    if (known) known.push(problem);
    else found.set(problem.code, [problem]);
  }
  return found;
}

const DAY = 24 * 3_600_000;

/** The projects as they stood when a month closed: from what had been said by then. */
export async function assessedAtClose(
  tx: Repositories,
  month: Period,
  filter?: StandingFilter,
): Promise<Assessed[]> {
  const today = closeDayOf(month);
  const standings = await tx.projects.standings(yearOf(month), filter);
  const codes = standings.map(({ project }) => project.code);
  const entries = await tx.ledger.saidUpTo(at(today) + DAY - 1, codes);
  const earlier = await tx.projects.monthLamps(`${yearOf(month)}-01`);
  return standings.map((standing) => {
    const { code } = standing.project;
    const { figures } = ledgerOf(entries.get(code) ?? []);
    const then: Standing = {
      ...standing,
      figures,
      reportedMonth: figures.reported.at(-1) ?? null,
      lastSaidAt: figures.last?.saidAt ?? null,
    };
    return assess(then, { month, today }, earlier.get(code));
  });
}

export async function assessedOne(
  tx: Repositories,
  viewpoint: Viewpoint,
  code: string,
): Promise<Assessed | null> {
  const year = yearOf(viewpoint.month);
  const standing = await tx.projects.standing(code, year);
  if (!standing) return null;
  const earlier = await tx.projects.monthLamps(`${year}-01`, code);
  return assess(standing, viewpoint, earlier.get(code));
}
