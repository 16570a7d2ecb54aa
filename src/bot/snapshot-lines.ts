import type { SnapshotLine } from "../cards/months/snapshot-card.js";
import { ytdUpTo } from "../domain/ledger-figures.js";
import { yearOf } from "../domain/period.js";
import type { Snapshot } from "../store/months.js";
import type { Repositories } from "../store/store.js";

/** A snapshot's projects by name, and what is known of the same month now. */
export async function snapshotLines(tx: Repositories, snapshot: Snapshot): Promise<SnapshotLine[]> {
  const year = yearOf(snapshot.month);
  const standings = await tx.projects.standings(year, { withEnded: true });
  const byCode = new Map(standings.map((standing) => [standing.project.code, standing]));
  return (await tx.months.frozen(snapshot.id)).map((frozen) => {
    const known = byCode.get(frozen.code);
    const ytd = known?.figures.years[year]?.ytd ?? {};
    return {
      ...frozen,
      name: known?.project.name ?? frozen.code,
      nowYuan: ytdUpTo(ytd, snapshot.month)?.yuan ?? null,
    };
  });
}
