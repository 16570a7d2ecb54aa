import type { Day } from "./day.js";
import type { Measured } from "./ledger-entry.js";
import type { Figures } from "./ledger-figures.js";
import type { Warning } from "./ledger-warning.js";

/** 年度目标, as frozen at the signing: what the year is judged against, whatever is changed later. */
export interface Frozen {
  year: number;
  /** 集中签约 */
  signedOn: Day;
  /** 签约单位 */
  unit: string | null;
  /** 年度计划投资 in 元; null where the project has none */
  yuan: number | null;
  /** 月度计划: cumulative per cent at the end of each month, or null for month/12 */
  curve: number[] | null;
  startMonth: number | null;
  /** 节点 and the day each was signed for */
  milestones: Readonly<Record<string, Day>>;
}

/** One version of a year's plan: the first is the baseline, each later one a change with its reason. */
export interface PlanVersion {
  version: number;
  /** what it then was: of the baseline all of it, of a later one 月度计划 */
  plan: Frozen;
  reason: string | null;
  /** epoch ms */
  at: number;
  byName: string;
}

/** What was signed, and what it is now. */
export interface Moved<T> {
  signed: T;
  now: T;
}

/** 原计划 and 现计划 in 元, where they differ. */
export function movedPlan(frozen: Frozen | undefined, figures: Figures): Moved<number> | null {
  const now = frozen && figures.years[frozen.year]?.plan?.yuan;
  if (!frozen || frozen.yuan === null || now === undefined || now === frozen.yuan) return null;
  return { signed: frozen.yuan, now };
}

/** The day a milestone was signed for, where another one is planned by now. */
export function movedDay(frozen: Frozen | undefined, name: string, planned: Day | undefined): Day | null {
  const signed = frozen?.milestones[name];
  return signed === undefined || planned === undefined || signed === planned ? null : signed;
}

/**
 * What would change a signed target without saying why: to be asked before anything is written.
 *
 * @param year of the entry's data month
 */
export function frozenWarnings(
  measured: Measured,
  frozen: Frozen | undefined,
  figures: Figures,
  year: number,
): Warning[] {
  if (!frozen || !("reason" in measured ? measured.reason === undefined : true)) return [];
  if (measured.measure === "plan") {
    if ((measured.year ?? year) !== frozen.year || frozen.yuan === null) return [];
    const from = figures.years[frozen.year]?.plan?.yuan ?? frozen.yuan;
    return measured.yuan === from
      ? []
      : [{ code: "frozen-plan", from, to: measured.yuan, signed: frozen.yuan, signedOn: frozen.signedOn }];
  }
  if (measured.measure !== "milestone" || measured.status !== "planned") return [];
  const signed = frozen.milestones[measured.milestone];
  const known = figures.milestones[measured.milestone];
  if (signed === undefined || known?.done !== undefined) return [];
  const from = known?.planned ?? signed;
  const { milestone, date: to } = measured;
  return from === to ? [] : [{ code: "frozen-node", milestone, from, to, signed, signedOn: frozen.signedOn }];
}
