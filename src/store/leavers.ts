import { randomUUID } from "node:crypto";
import type { Knex } from "knex";
import { isPostgres } from "./dialect.js";
import type { Memory } from "./rarely-changed.js";
import type { UnitOfWork } from "./unit-of-work.js";

/**
 * 忘记: the contact of somebody who has left goes, the record stays. Whatever kept their open_id keeps a mark
 * in its place, one of its own for each leaver, so that rows that must be unique stay so; nobody can be
 * written to by it, or recognised. Found by their columns, so that a table that comes later is covered.
 */
export interface Leavers {
  forget(openId: string, now: number): Promise<void>;
}

/** tables of knex's own */
const OWN = /^(?:knex_|sqlite_)/;

export function leavers(db: Knex, memory: Memory, work: UnitOfWork): Leavers {
  return {
    async forget(openId, now) {
      // What this transaction is still to write would bring the contact back.
      await work.flush();
      await dropPrivate(db, openId, now);
      await db("people").where({ open_id: openId }).delete();
      await db("written_out").where({ open_id: openId }).delete();
      await db("attendance").where({ open_id: openId }).delete();
      await db("conversations").where({ open_id: openId }).delete();
      await db("absences").where({ open_id: openId }).delete();
      await db("absences")
        .where({ deputy_open_id: openId })
        .update({ deputy_name: null, deputy_open_id: null });
      await db("unit_contacts").where({ open_id: openId }).delete();
      await db("team").where({ open_id: openId }).update({ open_id: null });
      await markAll(db, openId, `已离开:${randomUUID().slice(0, 8)}`);
      await memory.changed();
    },
  };
}

/** What passed between the person and the bot alone. */
async function dropPrivate(db: Knex, openId: string, now: number): Promise<void> {
  const chats = await privateChats(db, openId);
  for (const lane of [openId, ...chats]) {
    // The keys stay, so that what the platform delivers again is still known to have been answered.
    await db("inbox").where({ lane }).update({ payload: "{}" });
    await db("inbox").where({ lane, status: "waiting" }).update({ status: "done", ended_at: now });
    await db("outbox").where({ lane }).delete();
    await db("outbox").where({ target: lane }).delete();
    for (const table of ["cards", "conversations", "subscriptions", "chat_projects", "chats"])
      await db(table).where({ chat_id: lane }).delete();
  }
}

/** The chats in which this person, and nobody else, speaks with the bot. */
async function privateChats(db: Knex, openId: string): Promise<string[]> {
  const spokenIn = [
    db("cards").select("chat_id").where({ owner: openId }),
    db("conversations").select("chat_id").where({ open_id: openId }),
    db("refusals").select("chat_id").where({ open_id: openId }),
    db("entries").select("chat_id").where({ said_by: openId }),
    db("inbox").select("lane").where("payload", "like", `%"senderId":"${openId}"%`),
  ];
  // Words of others may be handed on in private: such a chat is not theirs.
  const ofOthers = db("cards").select("chat_id").whereNotNull("owner").whereNot({ owner: openId });
  const known: string[] = await db("chats").where({ person: openId }).pluck("chat_id");
  const found = new Set<string>(known);
  for (const chats of spokenIn) {
    const own = db("chats").where({ type: "p2p" }).whereIn("chat_id", chats);
    for (const chat of await own.whereNotIn("chat_id", ofOthers.clone()).pluck("chat_id")) found.add(chat);
  }
  return [...found];
}

async function markAll(db: Knex, openId: string, mark: string): Promise<void> {
  for (const table of await tables(db)) {
    const columns = await db(table).columnInfo();
    for (const [column, { type }] of Object.entries(columns)) {
      if (!/text|char/i.test(type)) continue;
      await db(table)
        .where(column, "like", `%${openId}%`)
        .update({ [column]: db.raw("replace(??, ?, ?)", [column, openId, mark]) });
    }
  }
}

async function tables(db: Knex): Promise<string[]> {
  const names: string[] = isPostgres(db)
    ? await db("information_schema.tables")
        .whereRaw("table_schema = current_schema() and table_type = 'BASE TABLE'")
        .pluck("table_name")
    : await db("sqlite_master").where({ type: "table" }).pluck("name");
  return names.filter((name) => !OWN.test(name));
}
