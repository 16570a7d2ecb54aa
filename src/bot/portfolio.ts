import { withoutPrices } from "../cards/land-price.js";
import { closedAt } from "../domain/data-month.js";
import { dayOf } from "../domain/day.js";
import type { LampColour } from "../domain/lamp-part.js";
import { ledgerOf } from "../domain/ledger.js";
import { onceFor } from "../domain/once-for.js";
import { type Period, yearOf } from "../domain/period.js";
import { type Assessed, assess, type Viewpoint } from "../domain/portfolio.js";
import type { Problem } from "../domain/problem.js";
import type { Standing, StandingFilter } from "../domain/project.js";
import type { LedgerRecord } from "../store/ledger.js";
import type { Frozen } from "../store/months.js";
import type { Repositories } from "../store/store.js";
import { heldAssessed } from "./held-assessed.js";
import { showsPrice } from "./permissions.js";
import type { Sight } from "./turn.js";

/** What the lamps are seen from, and by whom: prices of land are left out where they may not be seen. */
export interface SeenFrom extends Viewpoint {
  sight?: Sight;
}

export const viewpointOf = (turn: { closedMonth: Period; now: number; sight?: Sight }): SeenFrom => ({
  month: turn.closedMonth,
  today: dayOf(turn.now),
  ...(turn.sight ? { sight: turn.sight } : {}),
});

export const asSeen = (one: Assessed, sight: Sight | undefined): Assessed =>
  !sight || showsPrice(sight, one.project) ? one : withoutPrices(one);

export async function assessed(
  tx: Repositories,
  viewpoint: SeenFrom,
  filter?: StandingFilter,
): Promise<readonly Assessed[]> {
  if (filter?.codes && isForMany(viewpoint.sight)) {
    const { codes, ...rest } = filter;
    return pickedOf(await assessed(tx, viewpoint, rest))(codes);
  }
  const list = await heldAssessed(tx, viewpoint, filter);
  const key = `${await tx.problems.version()} ${sightKey(viewpoint.sight)}`;
  const known = seen.get(list)?.get(key);
  if (known) return known;
  const problems = await openProblems(tx, filter);
  // Of ten thousand projects a few have problems: the others need no copy.
  const found = list.map((one) => {
    const own = problems.get(one.project.code);
    const shown = asSeen(one, viewpoint.sight);
    return own ? { ...shown, problems: own } : shown;
  });
  seen.set(list, (seen.get(list) ?? new Map()).set(key, found));
  return found;
}

/** What is posted in chats is seen by all who are there; lists for one person's eyes are not kept of all projects. */
const isForMany = (sight: Sight | undefined): boolean => !sight?.pricesOf?.size;

/** Of a list, those of some codes, in its order: chats that are bound to the same share them. */
const pickedOf = onceFor((all: readonly Assessed[]) => {
  const places = new Map(all.map(({ project }, place) => [project.code, place]));
  return onceFor((codes: ReadonlySet<string>): readonly Assessed[] =>
    [...codes]
      .flatMap((code) => places.get(code) ?? [])
      .sort((a, b) => a - b)
      .flatMap((place) => all[place] ?? []),
  );
});

/** The lists made of a held one; two hundred chats that see the same share one. */
const seen = new WeakMap<readonly Assessed[], Map<string, readonly Assessed[]>>();

const sightKey = (sight: Sight | undefined): string =>
  sight?.pricesOf ? [...sight.pricesOf].sort().join(",") || "none" : "all";

/** The lamps of a list, by code. */
export const lampsOf = onceFor(
  (list: readonly Assessed[]): ReadonlyMap<string, LampColour> =>
    new Map(list.map(({ project, lamp }) => [project.code, lamp.lamp])),
);

const changesOf = onceFor((list: readonly Assessed[]) =>
  onceFor((before: ReadonlyMap<string, LampColour>): ReadonlyMap<string, LampColour> => {
    const changes = new Map<string, LampColour>();
    for (const [code, lamp] of lampsOf(list)) {
      const last = before.get(code);
      if (last !== undefined && last !== lamp) changes.set(code, last);
    }
    return changes;
  }),
);

/** The projects whose lamp was another one before, with that one; new projects have not changed. */
export const changedSince = (
  list: readonly Assessed[],
  before: ReadonlyMap<string, LampColour>,
): ReadonlyMap<string, LampColour> => changesOf(list)(before);

async function openProblems(tx: Repositories, filter?: StandingFilter): Promise<Map<string, Problem[]>> {
  const found = new Map<string, Problem[]>();
  for (const problem of await tx.problems.list({ codes: filter?.codes ?? null })) {
    const known = found.get(problem.code);
    if (known) known.push(problem);
    else found.set(problem.code, [problem]);
  }
  return found;
}

/**
 * The projects as they stood when a month closed: from what had been said by then, by the rules of then, and
 * with the lamps that were kept.
 */
export async function assessedAtClose(
  tx: Repositories,
  month: Period,
  filter?: StandingFilter,
  /** when it closed, where it is closing now; epoch ms */
  closing?: number,
): Promise<Assessed[]> {
  const closed = closing ?? closedAt(month, await tx.months.closes());
  const rules = await tx.rules.at(closed);
  const standings = await tx.projects.standings(yearOf(month), filter);
  // Where nothing was said since, things stand as they did: only the others are reckoned from their entries.
  const later = await tx.ledger.saidAfter(closed);
  const moved = standings.map(({ project }) => project.code).filter((code) => later.has(code));
  const entries =
    moved.length > 0 ? await tx.ledger.saidUpTo(closed, moved) : new Map<string, LedgerRecord[]>();
  const earlier = await tx.projects.monthLamps(`${yearOf(month)}-01`);
  const kept = closing === undefined ? await keptLamps(tx, month) : new Map<string, Frozen>();
  return standings.map((standing) => {
    const { code } = standing.project;
    const figures = later.has(code) ? ledgerOf(entries.get(code) ?? []).figures : standing.figures;
    const then: Standing = {
      ...standing,
      figures,
      reportedMonth: figures.reported.at(-1) ?? null,
      lastSaidAt: figures.last?.saidAt ?? null,
    };
    return withKept(assess(then, { month, today: dayOf(closed) }, rules, earlier.get(code)), kept.get(code));
  });
}

/** The lamps that a month was frozen with, by code; none where it is closing now. */
async function keptLamps(tx: Repositories, month: Period): Promise<Map<string, Frozen>> {
  const snapshot = await tx.months.snapshot(month);
  const frozen = snapshot ? await tx.months.frozen(snapshot.id) : [];
  return new Map(frozen.map((one) => [one.code, one]));
}

/** A class or a monthly plan that was changed since does not change a lamp that was frozen. */
const withKept = (one: Assessed, kept: Frozen | undefined): Assessed =>
  kept ? { ...one, lamp: { ...one.lamp, lamp: kept.lamp, base: kept.base } } : one;

export async function assessedOne(
  tx: Repositories,
  viewpoint: Viewpoint,
  code: string,
): Promise<Assessed | null> {
  const year = yearOf(viewpoint.month);
  const standing = await tx.projects.standing(code, year);
  if (!standing) return null;
  const earlier = await tx.projects.monthLamps(`${year}-01`, code);
  return assess(standing, viewpoint, await tx.rules.current(), earlier.get(code));
}
