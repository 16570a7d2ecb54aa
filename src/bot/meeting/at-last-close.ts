import { snapshotNumber } from "../../cards/months/snapshot-words.js";
import { type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { asSeen, assessedAtClose } from "../portfolio.js";
import type { FactsTurn } from "./carried-over.js";

/** The last closed month as it was frozen. */
export interface AtClose {
  /** `2022-10-1`: what the snapshot is called by */
  snapshot: string;
  all: readonly Assessed[];
}

/** What a meeting speaks of on its day: figures that nobody can move any more; null without a snapshot. */
export async function atLastClose(
  { tx, closedMonth: month, sight }: FactsTurn,
  codes: ReadonlySet<string> | null,
): Promise<AtClose | null> {
  const snapshot = await tx.months.snapshot(month);
  if (!snapshot) return null;
  const all = await assessedAtClose(tx, month, { codes, withFinished: true });
  return { snapshot: snapshotNumber(snapshot), all: all.map((one) => asSeen(upTo(one, month), sight)) };
}

/** A report for the running month may have come before the close; it is no figure of the closed one. */
function upTo(one: Assessed, month: Period): Assessed {
  const year = one.figures.years[yearOf(month)];
  if (!year) return one;
  const ytd = Object.fromEntries(Object.entries(year.ytd).filter(([each]) => each <= month));
  const years = { ...one.figures.years, [yearOf(month)]: { ...year, ytd } };
  return { ...one, figures: { ...one.figures, years } };
}
