import type { Knex } from "knex";
import type { LampColour } from "../domain/lamp-part.js";
import type { Period } from "../domain/period.js";
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
  return {
    async lampMarks(mark) {
      const rows = await db("lamp_marks").where({ mark });
      return new Map(rows.map((row) => [row.code, row.lamp]));
    },
    async setLampMarks(mark, lamps) {
      await db("lamp_marks").where({ mark }).delete();
      const rows = [...lamps].map(([code, lamp]) => ({ mark, code, lamp }));
      if (rows.length > 0) await db.batchInsert("lamp_marks", rows, 200);
      if (mark.startsWith(MONTH)) await memory.changed();
    },
    monthLamps: (since, code) =>
      code ? memory.recall(`lamps ${code} ${since}`, () => read(since, code)) : read(since),
  };
}
