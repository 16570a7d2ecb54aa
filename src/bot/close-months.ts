import { closeDayOf, closedMonth } from "../domain/data-month.js";
import { at } from "../domain/day.js";
import type { LampColour } from "../domain/lamp-part.js";
import { ledgerOf } from "../domain/ledger.js";
import { addMonths, type Period, periodsFromTo, yearOf } from "../domain/period.js";
import { assess } from "../domain/portfolio.js";
import { monthMark } from "../store/projects.js";
import type { Repositories, Store } from "../store/store.js";

const DAY = 24 * 3_600_000;

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
  const today = closeDayOf(month);
  const entries = await tx.ledger.saidUpTo(at(today) + DAY - 1);
  const earlier = await tx.projects.monthLamps(`${yearOf(month)}-01`);
  const lamps = new Map<string, LampColour>();
  for (const standing of await tx.projects.standings(yearOf(month))) {
    const { code } = standing.project;
    const { figures } = ledgerOf(entries.get(code) ?? []);
    lamps.set(code, assess({ ...standing, figures }, { month, today }, earlier.get(code)).lamp.base);
  }
  await tx.projects.setLampMarks(monthMark(month), lamps);
  await tx.settings.set("closed", month);
}
