import type { Knex } from "knex";
import type { Memory } from "./rarely-changed.js";

/** People of other organisations, known by what the platform told when they spoke. */
export interface Outsiders {
  has(openId: string): Promise<boolean>;
  keep(openId: string): Promise<void>;
}

export function outsiders(db: Knex, memory: Memory): Outsiders {
  const all = () =>
    memory.recall("outsiders", async () => new Set<string>(await db("outsiders").pluck("open_id")));
  return {
    has: async (openId) => (await all()).has(openId),
    async keep(openId) {
      if ((await all()).has(openId)) return;
      await db("outsiders").insert({ open_id: openId }).onConflict("open_id").ignore();
      await memory.changed();
    },
  };
}
