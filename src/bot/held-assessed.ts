import type { Figures } from "../domain/ledger-figures.js";
import { yearOf } from "../domain/period.js";
import { type Assessed, assess, type Viewpoint } from "../domain/portfolio.js";
import type { Project, Standing, StandingFilter } from "../domain/project.js";
import { countsIn } from "../domain/project-details.js";
import type { Repositories } from "../store/store.js";

/** Where projects stand, with their lamps, as they were last worked out; each good for one state of its project. */
interface Held {
  seenFrom: string;
  byCode: Map<string, { stamp: number | null; one: Assessed }>;
  /** all of them, in the order of the list, and the stamp of all states that they are good for */
  whole?: { stamp: string; list: Assessed[]; inProgress: Assessed[]; counted: Assessed[] };
}

/** projects worked out at once, so that the figures of all of them need not lie in memory together */
const BATCH = 500;

/**
 * Projects with their lamps, in the order of the list. To read and judge 10,000 of them takes the better part
 * of a second, and between two questions few have changed: only those are worked out again. What else a lamp
 * hangs on (class, curve, earlier lamps) is what rarely changes, and with it everything held is forgotten.
 */
export async function heldAssessed(
  tx: Repositories,
  viewpoint: Viewpoint,
  filter?: StandingFilter,
): Promise<readonly Assessed[]> {
  const held = await tx.memory.recall(
    "assessed",
    async (): Promise<Held> => ({ seenFrom: "", byCode: new Map() }),
  );
  const seenFrom = `${viewpoint.month} ${viewpoint.today}`;
  if (held.seenFrom !== seenFrom) {
    held.seenFrom = seenFrom;
    held.byCode = new Map();
    delete held.whole;
  }
  const { list, inProgress, counted } = await wholeList(tx, viewpoint, held);
  const from = filter?.withEnded ? list : filter?.withFinished ? counted : inProgress;
  return filter?.codes || filter?.class || filter?.unit
    ? from.filter(({ project }) => fits(project, filter))
    : from;
}

async function wholeList(
  tx: Repositories,
  viewpoint: Viewpoint,
  held: Held,
): Promise<NonNullable<Held["whole"]>> {
  const stamp = await tx.projects.stampOfAll();
  if (held.whole?.stamp === stamp) return held.whole;
  const { byCode } = held;
  const stamps = await tx.projects.stamps();
  const changed = [...stamps].flatMap(([code, own]) =>
    byCode.has(code) && byCode.get(code)?.stamp === own ? [] : [code],
  );
  for (const [code, one] of await workedOut(tx, viewpoint, changed))
    byCode.set(code, { stamp: stamps.get(code) ?? null, one });
  const list = [...stamps.keys()].flatMap((code) => byCode.get(code)?.one ?? []);
  const inProgress = list.filter(({ project }) => !project.ended);
  const counted = list.filter(({ project }) => countsIn(project, yearOf(viewpoint.month)));
  held.whole = { stamp, list, inProgress, counted };
  return held.whole;
}

const fits = (project: Project, { codes, class: ofClass, unit }: StandingFilter): boolean =>
  (!codes || codes.has(project.code)) &&
  (!ofClass || project.class === ofClass) &&
  (!unit || project.unit === unit);

async function workedOut(
  tx: Repositories,
  viewpoint: Viewpoint,
  codes: readonly string[],
): Promise<Map<string, Assessed>> {
  const found = new Map<string, Assessed>();
  if (codes.length === 0) return found;
  const year = yearOf(viewpoint.month);
  const rules = await tx.rules.current();
  const earlier = await tx.projects.monthLamps(`${year}-01`);
  for (let from = 0; from < codes.length; from += BATCH) {
    const batch = new Set(codes.slice(from, from + BATCH));
    for (const standing of await tx.projects.standings(year, { codes: batch, withEnded: true })) {
      const { code } = standing.project;
      found.set(code, assess(ofLately(standing, year), viewpoint, rules, earlier.get(code)));
    }
  }
  return found;
}

/** Lists look back as far as the year before. */
function ofLately(standing: Standing, year: number): Standing {
  const { figures } = standing;
  const lately = Object.entries(figures.years).filter(([each]) => Number(each) >= year - 1);
  const kept: Figures = { ...figures, years: Object.fromEntries(lately) };
  return { ...standing, figures: kept };
}
