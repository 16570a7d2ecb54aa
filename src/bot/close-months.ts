import { closedMonth } from "../domain/data-month.js";
import { addMonths, type Period, periodsFromTo } from "../domain/period.js";
import { monthMark } from "../store/projects.js";
import type { Repositories, Store } from "../store/store.js";
import { assessedAtClose } from "./portfolio.js";

/**
 * Keeps the lamps of each month as they stood when it closed: two yellow months running make a red one.
 * Months that closed while the bot was down are made up from the ledger.
 */
export async function closeMonths(store: Store, now: number): Promise<void> {
  const last = closedMonth(now);
  const known = await store.read.settings.get("closed");
  if (known !== null && known >= last) return;
  // A new ledger begins here: earlier months have nothing to keep.
  const from = known === null ? last : addMonths(known, 1);
  for (const month of periodsFromTo(from, last)) await store.transaction((tx) => closeMonth(tx, month));
}

export async function closeMonth(tx: Repositories, month: Period): Promise<void> {
  const lamps = (await assessedAtClose(tx, month)).map(
    ({ project, lamp }) => [project.code, lamp.base] as const,
  );
  await tx.projects.setLampMarks(monthMark(month), new Map(lamps));
  await tx.settings.set("closed", month);
}
