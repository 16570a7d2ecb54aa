import { dayOf } from "../domain/day.js";
import { type Period, yearOf } from "../domain/period.js";
import { type Assessed, assess, type Viewpoint } from "../domain/portfolio.js";
import type { StandingFilter } from "../domain/project.js";
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
  return standings.map((standing) => assess(standing, viewpoint, earlier.get(standing.project.code)));
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
