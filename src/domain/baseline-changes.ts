import type { Frozen, PlanVersion } from "./baseline.js";
import type { Entry } from "./ledger-entry.js";

/** One change of a signed target: who, when, why. */
export interface TargetChange {
  /** epoch ms */
  at: number;
  byName: string;
  what: "plan" | "node" | "curve";
  /** of a milestone */
  name?: string;
  /** 元, a day, or nothing for 月度计划 */
  from?: number | string;
  to?: number | string;
  reason: string | null;
}

type Told = Entry & { saidByName: string };

/**
 * What was changed after the signing, oldest first: plan and milestones from the ledger, 月度计划 from its versions.
 *
 * @param entries those of the project that stand, in the order of saying
 */
export function targetChanges(
  frozen: Frozen,
  versions: readonly PlanVersion[],
  entries: readonly Told[],
): TargetChange[] {
  const [signed, ...later] = versions;
  const since = signed?.at ?? 0;
  let plan = frozen.yuan ?? undefined;
  const days: Record<string, string> = { ...frozen.milestones };
  const changes: TargetChange[] = [];
  for (const entry of entries) {
    if (entry.saidAt < since) continue;
    const { saidAt: at, saidByName: byName } = entry;
    if (entry.measure === "plan" && isOfYear(entry, frozen.year) && entry.yuan !== plan) {
      changes.push({ at, byName, what: "plan", ...of(plan), to: entry.yuan, reason: entry.reason ?? null });
      plan = entry.yuan;
    }
    if (entry.measure !== "milestone" || entry.status !== "planned") continue;
    const { milestone: name, date: to } = entry;
    const from = days[name];
    if (from === undefined || from === to) continue;
    changes.push({ at, byName, what: "node", name, from, to, reason: entry.reason ?? null });
    days[name] = to;
  }
  let curve = JSON.stringify(frozen.curve);
  for (const { plan: version, at, byName, reason } of later) {
    const next = JSON.stringify(version.curve);
    if (next !== curve) changes.push({ at, byName, what: "curve", reason });
    curve = next;
  }
  return changes.sort((a, b) => a.at - b.at);
}

const isOfYear = ({ year, dataMonth }: Told & { measure: "plan" }, of: number): boolean =>
  (year ?? Number(dataMonth.slice(0, 4))) === of;

const of = (from: number | undefined): { from?: number } => (from === undefined ? {} : { from });
