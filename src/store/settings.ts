import type { Knex } from "knex";

/**
 * Small facts about this database: `demo` (carries the demonstration year), `closed` (the last month whose
 * lamps are kept), `chased CHAT` (when 催报 was last sent from a chat by hand, epoch ms), `units CHAT` (names
 * of the units that a group is bound to, a JSON list), `bulletins YEAR` (how many 通报 of a year were issued
 * before the bot gave them numbers), `posts` (since when each post has been there, JSON: name → epoch ms), `brief PERSON` (the
 * day of a leader's last 领导简报 and the numbers of the problems in it, JSON).
 */
export type SettingKey =
  | "demo"
  | "closed"
  | "posts"
  | `chased ${string}`
  | `brief ${string}`
  | `units ${string}`
  | `bulletins ${number}`;

export interface Settings {
  get(key: SettingKey): Promise<string | null>;
  set(key: SettingKey, value: string): Promise<void>;
}

export function settings(db: Knex): Settings {
  return {
    async get(key) {
      const row = await db("settings").where({ key }).first();
      return row?.value ?? null;
    },
    async set(key, value) {
      await db("settings").insert({ key, value }).onConflict("key").merge();
    },
  };
}
