import type { SnapshotLine } from "../cards/months/snapshot-card.js";
import { dayOf } from "../domain/day.js";
import { ytdUpTo } from "../domain/ledger-figures.js";
import { yearOf } from "../domain/period.js";
import { isFinishedOn } from "../domain/project-details.js";
import type { Frozen, Snapshot } from "../store/months.js";
import type { Repositories } from "../store/store.js";
import { showsMoney } from "./permissions.js";
import type { Turn } from "./turn.js";

/** A snapshot's projects by name, and what is known of the same month now; `foreseen` of one that is not kept. */
export async function snapshotLines(
  tx: Repositories,
  snapshot: Snapshot,
  foreseen?: readonly Frozen[],
): Promise<SnapshotLine[]> {
  const year = yearOf(snapshot.month);
  const standings = await tx.projects.standings(year, { withEnded: true });
  const closedOn = dayOf(snapshot.countedTo);
  const byCode = new Map(standings.map((standing) => [standing.project.code, standing]));
  return (foreseen ?? (await tx.months.frozen(snapshot.id))).map((frozen) => {
    const known = byCode.get(frozen.code);
    const ytd = known?.figures.years[year]?.ytd ?? {};
    return {
      ...frozen,
      name: known?.project.name ?? frozen.code,
      ...(known && isFinishedOn(known.project, closedOn) ? { isFinished: true as const } : {}),
      nowYuan: ytdUpTo(ytd, snapshot.month)?.yuan ?? null,
    };
  });
}

/** A snapshot's projects as they may be shown here: plots for sale without their sums, which are prices of land. */
export function sumsShown<T extends Frozen>(
  turn: Pick<Turn, "sight">,
  lines: readonly T[],
): { lines: T[]; isPartial: boolean } {
  const shown = lines.map((one) => {
    const hasSums =
      one.ytdYuan !== null || one.planYuan !== null || ("nowYuan" in one && one.nowYuan !== null);
    if (!hasSums || showsMoney(turn, one)) return one;
    return {
      ...one,
      ytdYuan: null,
      planYuan: null,
      ...("nowYuan" in one ? { nowYuan: null } : {}),
      isWithoutSums: true,
    };
  });
  return { lines: shown, isPartial: shown.some((one, index) => one !== lines[index]) };
}
