import { createHash } from "node:crypto";
import type { Knex } from "knex";
import type { LampColour } from "../domain/lamp-part.js";
import { onceFor } from "../domain/once-for.js";
import type { Period } from "../domain/period.js";
import { decode, encode } from "./codec.js";
import type { Memory } from "./rarely-changed.js";

/** Lamps as they stood at a moment that has a name: when a month closed, in the last digest of a chat. */
export interface LampMarks {
  /** Lamps kept under a mark, by code. */
  lampMarks(mark: string): Promise<Map<string, LampColour>>;
  setLampMarks(mark: string, lamps: ReadonlyMap<string, LampColour>): Promise<void>;
  /** The lamps of closed months since one, by code and month. */
  monthLamps(since: Period, code?: string): Promise<Map<string, Record<Period, LampColour>>>;
}

const MONTH = "month:";
/** The mark under which a closed month's lamps are kept. */
export const monthMark = (month: Period): string => `${MONTH}${month}`;

/** A set's name comes from what is in it. */
const named = onceFor((lamps: ReadonlyMap<string, LampColour>): { id: string; text: string } => {
  const text = encode([...lamps].sort(([a], [b]) => (a < b ? -1 : 1)));
  return { id: createHash("sha256").update(text).digest("base64url"), text };
});

export function lampMarks(db: Knex, memory: Memory): LampMarks {
  async function read(since: Period, code?: string): Promise<Map<string, Record<Period, LampColour>>> {
    // By prefix: where "~" sorts among digits depends on the collation of the database.
    const query = db("lamp_marks").whereLike("mark", `${MONTH}%`).where("mark", ">=", monthMark(since));
    if (code) query.where({ code });
    const lamps = new Map<string, Record<Period, LampColour>>();
    for (const row of await query) {
      const months = lamps.get(row.code) ?? {};
      months[row.mark.slice(MONTH.length)] = row.lamp;
      lamps.set(row.code, months);
    }
    return lamps;
  }
  /** Sets never change, so the one that many chats use is read once. */
  async function setOf(mark: string): Promise<Map<string, LampColour> | null> {
    const use = await db("lamp_set_uses").where({ mark }).first();
    if (!use) return null;
    return memory.recall(`lamp set ${use.set_id}`, async () => {
      const row = await db("lamp_sets").where({ id: use.set_id }).first();
      return new Map(decode<[string, LampColour][]>(row.lamps));
    });
  }

  async function useSet(mark: string, lamps: ReadonlyMap<string, LampColour>): Promise<void> {
    const { id, text } = named(lamps);
    const before = await db("lamp_set_uses").where({ mark }).first();
    if (before?.set_id === id) return;
    const known = await db("lamp_sets").where({ id }).first("id");
    if (!known) await db("lamp_sets").insert({ id, lamps: text }).onConflict("id").ignore();
    await db("lamp_set_uses").insert({ mark, set_id: id }).onConflict("mark").merge();
    if (!before) return;
    const stillUsed = await db("lamp_set_uses").where({ set_id: before.set_id }).first("mark");
    if (!stillUsed) await db("lamp_sets").where({ id: before.set_id }).delete();
  }

  return {
    async lampMarks(mark) {
      const set = await setOf(mark);
      if (set) return set;
      const rows = await db("lamp_marks").where({ mark });
      return new Map(rows.map((row) => [row.code, row.lamp]));
    },
    async setLampMarks(mark, lamps) {
      if (!mark.startsWith(MONTH)) return useSet(mark, lamps);
      await db("lamp_marks").where({ mark }).delete();
      const rows = [...lamps].map(([code, lamp]) => ({ mark, code, lamp }));
      if (rows.length > 0) await db.batchInsert("lamp_marks", rows, 200);
      await memory.changed();
    },
    monthLamps: (since, code) =>
      code ? memory.recall(`lamps ${code} ${since}`, () => read(since, code)) : read(since),
  };
}
