import type { Day } from "./day.js";
import type { Period } from "./period.js";

/**
 * What was said of a project. `period` is the month a figure was said to stand for; without one it
 * stands for the entry's data month.
 */
export type Measured =
  /** 形象进度 in per cent; `part` (桩基, 幕墙 …) when only a part of the works is meant */
  | { measure: "percent"; value: number; part?: string }
  /** 投资 in 元: of a month (当月), of the year so far (本年累计), on top (又完成), or since the start (开工以来) */
  | { measure: "investment"; scope: "month" | "ytd" | "increment" | "total"; yuan: number; period?: Period }
  /** 年度完成率 in per cent, as people compute it themselves */
  | { measure: "completion"; value: number; period?: Period }
  /** 收储 or 出让 area, cumulative for the year */
  | { measure: "area"; mu: number; period?: Period }
  /** 收储资金 or 出让金 in 元, cumulative for the year */
  | { measure: "funds"; yuan: number; period?: Period }
  /** 年度计划投资 in 元; `year` when another than the data month's; `reason`: why it changes, as said */
  | { measure: "plan"; yuan: number; year?: number; reason?: string }
  /** `waived` is 容缺: it may be made up by the day; `reason`: why a planned day moves, as said */
  | {
      measure: "milestone";
      milestone: string;
      status: "planned" | "done" | "waived";
      date: Day;
      reason?: string;
    }
  /** 成交价 of a plot in 元: shown to few, by the act `land.price` */
  | { measure: "price"; yuan: number }
  /** 竞得人 of a plot */
  | { measure: "buyer"; buyer: string }
  | { measure: "note"; note: string }
  /** 无变化: everything stands as it was */
  | { measure: "unchanged" };

export interface EntryHead {
  /** ascending in the order of recording; decides between entries said at the same instant */
  id: number;
  /** the message's own time (epoch ms): what an entry counts from, however late it arrives */
  saidAt: number;
  dataMonth: Period;
  /** 约 */
  approx?: true;
  /** the id of the entry that this one puts right; it then stands in that one's place and month */
  corrects?: number;
  /** 已撤销: the entry stays in the list and counts for nothing */
  undone?: true;
}

/** One line of a project's ledger. Never changed once written, but for `undone`. */
export type Entry = EntryHead & Measured;

/** The month an entry's figure stands for. */
export function periodOfEntry(entry: Entry): Period {
  return "period" in entry && entry.period !== undefined ? entry.period : entry.dataMonth;
}

/** Earlier said first; of the same instant, the earlier recorded. */
export function compareSaid(a: EntryHead, b: EntryHead): number {
  return a.saidAt - b.saidAt || a.id - b.id;
}

/**
 * The entries that count, in the order in which they count: without what was undone, and each correction
 * in the place (time and data month) of the entry it corrects. Of several corrections the last said
 * counts; when that is undone, the one before it does again.
 */
export function effectiveEntries(entries: readonly Entry[]): Entry[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const standing = new Map<Entry, Entry>();
  for (const entry of entries) {
    if (entry.undone) continue;
    const place = rootOf(entry, byId);
    const rival = standing.get(place);
    if (rival === undefined || compareSaid(rival, entry) < 0) standing.set(place, entry);
  }
  return [...standing]
    .sort(([a], [b]) => compareSaid(a, b))
    .map(([place, entry]) => ({ ...entry, saidAt: place.saidAt, dataMonth: place.dataMonth }));
}

/** Those that count, as they were said: neither taken back nor put right by a later one. */
export function standingOf<T extends Entry>(entries: readonly T[]): T[] {
  const ids = new Set(effectiveEntries(entries).map(({ id }) => id));
  return entries.filter(({ id }) => ids.has(id));
}

function rootOf(entry: Entry, byId: ReadonlyMap<number, Entry>): Entry {
  let root = entry;
  while (root.corrects !== undefined) {
    const corrected = byId.get(root.corrects);
    // only what was recorded before can be corrected: this also ends a circle in damaged data
    if (corrected === undefined || corrected.id >= root.id) break;
    root = corrected;
  }
  return root;
}
