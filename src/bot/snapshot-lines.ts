import type { SnapshotLine } from "../cards/months/snapshot-card.js";
import { dayOf } from "../domain/day.js";
import { type LampRules, lampRuleFor } from "../domain/lamp-rule.js";
import { ytdUpTo } from "../domain/ledger-figures.js";
import { dueShare, planAt } from "../domain/pace.js";
import { monthNumber, type Period, yearOf } from "../domain/period.js";
import type { Standing } from "../domain/project.js";
import { isFinishedOn } from "../domain/project-details.js";
import { owesReport } from "../domain/reported.js";
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
  const rules = await tx.rules.at(snapshot.countedTo);
  const byCode = new Map(standings.map((standing) => [standing.project.code, standing]));
  return (foreseen ?? (await tx.months.frozen(snapshot.id))).map((frozen) => {
    const known = byCode.get(frozen.code);
    const ytd = known?.figures.years[year]?.ytd ?? {};
    return {
      ...frozen,
      name: known?.project.name ?? frozen.code,
      ...(known && isFinishedOn(known.project, closedOn) ? { isFinished: true as const } : {}),
      ...(known && !owesReport(known.project, snapshot.month) ? { isNotOwed: true as const } : {}),
      nowYuan: ytdUpTo(ytd, snapshot.month)?.yuan ?? null,
      dueYuan: dueOf(frozen, known, snapshot.month, rules),
    };
  });
}

/** What was due of the frozen plan by the month's end, in 元; null where nothing is judged by it. */
function dueOf(
  { class: ofClass, planYuan }: Frozen,
  known: Standing | undefined,
  month: Period,
  rules: LampRules,
): number | null {
  if (planYuan === null || planYuan <= 0 || !lampRuleFor(rules, ofClass).investment) return null;
  const plan = known ? planAt(planYuan, known.pace) : { yuan: planYuan };
  const { part, of } = dueShare(monthNumber(month), plan);
  return Math.round((planYuan * part) / of);
}

/** A snapshot's projects as they may be shown here: plots for sale without their sums, which are prices of land. */
export const sumsShown = (turn: Pick<Turn, "sight">, lines: readonly SnapshotLine[]): SnapshotLine[] =>
  lines.map((one) => {
    const hasSums = one.ytdYuan !== null || one.planYuan !== null || one.nowYuan !== null;
    return !hasSums || showsMoney(turn, one)
      ? one
      : { ...one, ytdYuan: null, planYuan: null, dueYuan: null, nowYuan: null, isWithoutSums: true };
  });
