import type { Knex } from "knex";
import { decode, encode } from "./codec.js";
import { isPostgres } from "./dialect.js";
import { locks } from "./locks.js";

/** An event as it is kept until it is worked off. */
export interface InboxRow<Event = unknown> {
  seq: number;
  lane: string;
  event: Event;
  receivedAt: number;
  attempts: number;
}

export interface NewInboxRow {
  /** message_id for messages, one of its own for a recall, else event_id */
  key: string;
  eventId: string | null;
  lane: string;
  event: unknown;
}

interface Columns {
  seq: number;
  lane: string;
  payload: string;
  received_at: number;
  attempts: number;
}

export interface Inbox {
  /** Keeps what is new; what came before (same key or event_id) is passed over. One commit for all. */
  keep(rows: NewInboxRow[], now: number): Promise<{ seq: number; key: string }[]>;
  /** The oldest rows that may be worked on now, in order; a lane whose head waits is left out whole. */
  ready(now: number, limit: number): Promise<InboxRow[]>;
  /** When the next lane may be worked on, by its head, epoch ms; null when no row waits. */
  nextAt(): Promise<number | null>;
  /** Of these lanes those that no other process works on; they are this transaction's until it ends. */
  takeLanes(lanes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Ends what still waits, and says which: what another worker has ended is not to be done again. */
  end(seqs: number[], now: number): Promise<number[]>;
  /** @param attempts as they were when the row was taken: another worker may have put it off since */
  postpone(seq: number, notBefore: number, reason: string, attempts?: number): Promise<void>;
  /** False when it waits no longer: another worker has ended it in the meantime. */
  fail(seq: number, now: number, reason: string): Promise<boolean>;
  /** The event that was kept under a key; null when there was none, or it is forgotten. */
  find(key: string): Promise<unknown>;
  failed(limit: number): Promise<{ seq: number; lane: string; endedAt: number; reason: string }[]>;
  /** Drops ended rows older than `before`; duplicates can come for hours, so callers keep days. */
  forget(before: number): Promise<number>;
}

const insert = (db: Knex, rows: NewInboxRow[], now: number): Promise<{ seq: number; key: string }[]> =>
  db("inbox")
    .insert(
      rows.map((row) => ({
        key: row.key,
        event_id: row.eventId,
        lane: row.lane,
        payload: encode(row.event),
        received_at: now,
        status: "waiting",
        attempts: 0,
        not_before: now,
      })),
    )
    .onConflict()
    .ignore()
    .returning(["seq", "key"]);

export function inbox(db: Knex): Inbox {
  const table = () => db("inbox");
  const { freeLanes } = locks(db);
  const heads = () => table().min("seq").where("status", "waiting").groupBy("lane");
  return {
    async keep(rows, now) {
      if (rows.length === 0) return [];
      if (!isPostgres(db)) return insert(db, rows, now);
      return db.transaction(async (trx) => {
        await locks(trx).keeping(rows.map(({ lane }) => lane));
        return insert(trx, rows, now);
      });
    },
    async ready(now, limit) {
      const blocked = table().distinct("lane").where("status", "waiting").where("not_before", ">", now);
      const rows: Columns[] = await table()
        .select("seq", "lane", "payload", "received_at", "attempts")
        .where("status", "waiting")
        .whereNotIn("lane", blocked)
        .orderBy("seq")
        .limit(limit);
      return rows.map((row) => ({
        seq: row.seq,
        lane: row.lane,
        event: decode(row.payload),
        receivedAt: row.received_at,
        attempts: row.attempts,
      }));
    },
    takeLanes: freeLanes,
    async nextAt() {
      const row = await table().whereIn("seq", heads()).min({ at: "not_before" }).first();
      return row?.at ?? null;
    },
    async end(seqs, now) {
      const rows = await table()
        .whereIn("seq", seqs)
        .where("status", "waiting")
        .update({ status: "done", ended_at: now })
        .returning("seq");
      return rows.map((row) => row.seq);
    },
    async postpone(seq, notBefore, reason, attempts) {
      await table()
        .where({ seq, status: "waiting", ...(attempts === undefined ? {} : { attempts }) })
        .update({ not_before: notBefore, reason, attempts: db.raw("attempts + 1") });
    },
    async fail(seq, now, reason) {
      const failed = await table()
        .where({ seq, status: "waiting" })
        .update({ status: "failed", ended_at: now, reason });
      return failed > 0;
    },
    async find(key) {
      const row = await table().where({ key }).first("payload");
      return row ? decode(row.payload) : null;
    },
    async failed(limit) {
      const rows = await table().where("status", "failed").orderBy("seq", "desc").limit(limit);
      return rows.map((row) => ({
        seq: row.seq,
        lane: row.lane,
        endedAt: row.ended_at,
        reason: row.reason ?? "",
      }));
    },
    async forget(before) {
      return table().where("status", "done").where("ended_at", "<", before).delete();
    },
  };
}
