import { period } from "../domain/period.js";
import type { YearClose } from "../store/years.js";
import { type AtDecember, carryLines, listedAs } from "./carry-list.js";
import type { Turn } from "./turn.js";
import { totalsOf } from "./year-totals-of.js";

/** What December's snapshot of a year has, by code; null while December is not closed. */
export async function atDecember({ tx }: Pick<Turn, "tx">, year: number): Promise<AtDecember | null> {
  const snapshot = await tx.months.snapshot(period(year, 12));
  if (!snapshot) return null;
  return new Map((await tx.months.frozen(snapshot.id)).map((one) => [one.code, one]));
}

/**
 * A year that was frozen before its December closed gets the figures of December's snapshot: its totals, and
 * what the next year's list brings along. Which projects are on the list, and as what, stays as it was frozen.
 */
export async function settleYear(turn: Pick<Turn, "tx" | "now">, year: number): Promise<YearClose | null> {
  const { tx, now } = turn;
  const close = await tx.years.close(year);
  if (!close || close.settledAt !== null) return close;
  const december = await atDecember(turn, year);
  if (!december) return close;
  // What came onto the list after the freeze was not confirmed with it.
  const lines = (await carryLines(turn, year)).filter(({ choice }) => choice !== undefined);
  const byCode = new Map(
    (await tx.projects.standings(year, { withEnded: true })).map((one) => [one.project.code, one]),
  );
  const next = (await tx.years.list(year + 1)).map((listed) => {
    const standing = byCode.get(listed.code);
    return standing ? { ...listed, ...listedAs(standing, year, december) } : listed;
  });
  const fresh = await totalsOf(turn, lines, year, december);
  // The counts are those that were frozen; only the money is December's.
  const totals = {
    classes: close.totals.classes.map((frozen) => {
      const found = fresh.classes.find((one) => one.class === frozen.class);
      if (!found) return frozen;
      const { planYuan, ytdYuan, reported } = found;
      return { ...frozen, planYuan, ytdYuan, reported };
    }),
  };
  await tx.years.settle(year, totals, next, now);
  return tx.years.close(year);
}
