import { closedAt, closedMonthBy } from "../domain/data-month.js";
import { ytdUpTo } from "../domain/ledger-figures.js";
import { addMonths, monthNumber, type Period, periodsFromTo, yearOf } from "../domain/period.js";
import type { Assessed } from "../domain/portfolio.js";
import { hasReported } from "../domain/reported.js";
import type { Frozen, Snapshot } from "../store/months.js";
import { monthMark } from "../store/projects.js";
import type { Repositories, Store } from "../store/store.js";
import { assessedAtClose } from "./portfolio.js";
import { settleYear } from "./settle-year.js";

/** Who closes a month before its day, and when. */
export interface EarlyCloser {
  openId: string;
  name: string;
  /** epoch ms */
  at: number;
}

/**
 * Freezes each month as it stood when it closed: figures and lamps. Months that closed while the bot was down
 * are made up from the ledger.
 */
export async function closeMonths(store: Store, now: number): Promise<void> {
  const last = closedMonthBy(now, await store.read.months.closes());
  const known = await store.read.settings.get("closed");
  if (known !== null && known >= last) return;
  // A new ledger begins here: earlier months have nothing to keep.
  const from = known === null ? last : addMonths(known, 1);
  for (const month of periodsFromTo(from, last)) await store.transaction((tx) => closeMonth(tx, month));
}

/** Null when somebody else has closed it meanwhile. */
export async function closeMonth(
  tx: Repositories,
  month: Period,
  early?: EarlyCloser,
): Promise<Snapshot | null> {
  // A report that is being written is in it whole, or comes after it and is 更正.
  await tx.ledger.holdAll();
  const countedTo = early?.at ?? closedAt(month);
  const { all, snapshot, frozen } = await atClosing(tx, month, countedTo, early);
  const taken = await tx.months.take(snapshot, frozen);
  if (!taken) return null;
  const lamps = all.map(({ project, lamp }) => [project.code, lamp.base] as const);
  await tx.projects.setLampMarks(monthMark(month), new Map(lamps));
  await tx.settings.set("closed", month);
  if (monthNumber(month) === 12) await settleYear({ tx, now: countedTo }, yearOf(month));
  return taken;
}

/** A month that has not closed, as it would be frozen with what is known now. Writes nothing. */
export async function asIfClosed(tx: Repositories, month: Period): Promise<Foreseen> {
  const { snapshot, frozen } = await atClosing(tx, month, closedAt(month));
  return { snapshot: { id: 0, ...snapshot }, frozen };
}

export interface Foreseen {
  /** `id` is none */
  snapshot: Snapshot;
  frozen: Frozen[];
}

async function atClosing(tx: Repositories, month: Period, countedTo: number, early?: EarlyCloser) {
  const all = await assessedAtClose(tx, month, { withFinished: true }, countedTo);
  const snapshot: Omit<Snapshot, "id"> = {
    month,
    number: 1,
    countedTo,
    takenAt: countedTo,
    by: early?.openId ?? BOT,
    byName: early?.name ?? BOT,
    early: early !== undefined,
    rule: all[0]?.lamp.version ?? (await tx.rules.at(countedTo)).default.version,
  };
  return { all, snapshot, frozen: all.map((one) => frozenOf(one, month)) };
}

/** who closes a month on its day */
const BOT = "靠谱";

function frozenOf({ project, figures, lamp }: Assessed, month: Period): Frozen {
  const year = figures.years[yearOf(month)];
  return {
    code: project.code,
    class: project.class,
    // A report for the running month may have come already; it is no figure of this one.
    ytdYuan: ytdUpTo(year?.ytd ?? {}, month)?.yuan ?? null,
    planYuan: year?.plan?.yuan ?? null,
    percent: figures.percent?.value ?? null,
    lamp: lamp.lamp,
    base: lamp.base,
    reported: hasReported(figures, month),
  };
}
