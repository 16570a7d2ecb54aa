import type { Knex } from "knex";
import type { Closes } from "../domain/data-month.js";
import type { LampColour } from "../domain/lamp-part.js";
import type { Period } from "../domain/period.js";
import type { Restated } from "../domain/restated.js";
import type { Memory } from "./rarely-changed.js";

/** A closed month, frozen. `${month}-${number}` is what people call it by. */
export interface Snapshot {
  id: number;
  month: Period;
  number: number;
  /** entries said up to then are in it; epoch ms */
  countedTo: number;
  takenAt: number;
  /** open_id; 靠谱 at the close day */
  by: string;
  byName: string;
  /** closed by a person before its close day */
  early: boolean;
  /** 规则 v1 */
  rule: string;
}

/** A project in a snapshot. */
export interface Frozen {
  code: string;
  class: string | null;
  /** 本年累计 at the month's end, or the last known one before it; null where there was none */
  ytdYuan: number | null;
  planYuan: number | null;
  percent: number | null;
  lamp: LampColour;
  base: LampColour;
  reported: boolean;
}

/** A figure of a closed month that changed after its close: 更正. */
export interface Restatement extends Restated {
  code: string;
  at: number;
  by: string;
  byName: string;
  /** where it was said; null for what was kept before this was */
  chatId: string | null;
  messageId: string;
  /** as typed */
  words: string;
}

export interface Months {
  /** When each month was closed that has been; from memory. */
  closes(): Promise<Closes>;
  /** The month's latest snapshot. */
  snapshot(month: Period): Promise<Snapshot | null>;
  snapshots(year: number): Promise<Snapshot[]>;
  frozen(snapshot: number): Promise<Frozen[]>;
  frozenOne(month: Period, code: string): Promise<(Frozen & { snapshot: Snapshot }) | null>;
  /** Null when that month has a snapshot of this number: somebody else was faster. */
  take(snapshot: Omit<Snapshot, "id">, projects: readonly Frozen[]): Promise<Snapshot | null>;
  restate(list: readonly Restatement[]): Promise<void>;
  /** Oldest first. */
  restatements(month: Period): Promise<Restatement[]>;
  /** How often figures of each month of a year were restated. */
  restatedCounts(year: number): Promise<Map<Period, number>>;
}

interface Columns {
  id: number;
  month: Period;
  number: number;
  counted_to: number;
  taken_at: number;
  taken_by: string;
  taken_by_name: string;
  early: boolean | number;
  rule: string;
}

interface ProjectColumns {
  code: string;
  class: string | null;
  ytd_yuan: number | null;
  plan_yuan: number | null;
  percent: number | null;
  lamp: LampColour;
  base: LampColour;
  reported: boolean | number;
}

interface RestatementColumns extends Omit<Restatement, "byName" | "messageId" | "chatId"> {
  by_name: string;
  chat_id: string | null;
  message_id: string;
}

const toSnapshot = (row: Columns): Snapshot => ({
  id: row.id,
  month: row.month,
  number: row.number,
  countedTo: row.counted_to,
  takenAt: row.taken_at,
  by: row.taken_by,
  byName: row.taken_by_name,
  early: Boolean(row.early),
  rule: row.rule,
});

const toFrozen = (row: ProjectColumns): Frozen => ({
  code: row.code,
  class: row.class,
  ytdYuan: row.ytd_yuan,
  planYuan: row.plan_yuan,
  percent: row.percent,
  lamp: row.lamp,
  base: row.base,
  reported: Boolean(row.reported),
});

/** A per cent has two decimals at most; kept in hundredths, so that all figures are whole numbers. */
const toWhole = (field: Restatement["field"], value: number | null): number | null =>
  value === null || field !== "percent" ? value : Math.round(value * 100);
const fromWhole = (field: Restatement["field"], value: number | null): number | null =>
  value === null || field !== "percent" ? value : value / 100;

export function months(db: Knex, memory: Memory): Months {
  const latest = (month: Period) => db("snapshots").where({ month }).orderBy("number", "desc").first();
  return {
    closes: () =>
      memory.recall("closes", async () => {
        const rows: Columns[] = await db("snapshots").orderBy("number", "desc");
        return Object.fromEntries(rows.map((row) => [row.month, row.counted_to]));
      }),
    async snapshot(month) {
      const row: Columns | undefined = await latest(month);
      return row ? toSnapshot(row) : null;
    },
    async snapshots(year) {
      const rows: Columns[] = await db("snapshots")
        .whereLike("month", `${year}-%`)
        .orderBy(["month", "number"]);
      return rows.map(toSnapshot);
    },
    async frozen(snapshot) {
      const rows: ProjectColumns[] = await db("snapshot_projects").where({ snapshot }).orderBy("code");
      return rows.map(toFrozen);
    },
    async frozenOne(month, code) {
      const head: Columns | undefined = await latest(month);
      if (!head) return null;
      const row: ProjectColumns | undefined = await db("snapshot_projects")
        .where({ snapshot: head.id, code })
        .first();
      return row ? { ...toFrozen(row), snapshot: toSnapshot(head) } : null;
    },
    async take(snapshot, projects) {
      const [row]: { id: number }[] = await db("snapshots")
        .insert({
          month: snapshot.month,
          number: snapshot.number,
          counted_to: snapshot.countedTo,
          taken_at: snapshot.takenAt,
          taken_by: snapshot.by,
          taken_by_name: snapshot.byName,
          early: snapshot.early,
          rule: snapshot.rule,
        })
        .onConflict(["month", "number"])
        .ignore()
        .returning("id");
      if (!row) return null;
      const rows = projects.map((one) => ({
        snapshot: row.id,
        code: one.code,
        class: one.class,
        ytd_yuan: one.ytdYuan,
        plan_yuan: one.planYuan,
        percent: one.percent,
        lamp: one.lamp,
        base: one.base,
        reported: one.reported,
      }));
      if (rows.length > 0) await db.batchInsert("snapshot_projects", rows, 80);
      await memory.changed();
      return { id: row.id, ...snapshot };
    },
    async restate(list) {
      if (list.length === 0) return;
      await db("restatements").insert(
        list.map(({ byName, chatId, messageId, ...one }) => ({
          ...one,
          old: toWhole(one.field, one.old),
          new: toWhole(one.field, one.new),
          by_name: byName,
          chat_id: chatId,
          message_id: messageId,
        })),
      );
    },
    async restatements(month) {
      const rows: RestatementColumns[] = await db("restatements").where({ month }).orderBy("id");
      return rows.map(({ by_name: byName, chat_id: chatId, message_id: messageId, ...row }) => ({
        month: row.month,
        code: row.code,
        field: row.field,
        old: fromWhole(row.field, row.old),
        new: fromWhole(row.field, row.new),
        at: row.at,
        by: row.by,
        byName,
        chatId,
        messageId,
        words: row.words,
      }));
    },
    async restatedCounts(year) {
      const rows: { month: Period; count: number | string }[] = await db("restatements")
        .whereLike("month", `${year}-%`)
        .groupBy("month")
        .select("month")
        .count({ count: "*" });
      return new Map(rows.map(({ month, count }) => [month, Number(count)]));
    },
  };
}
