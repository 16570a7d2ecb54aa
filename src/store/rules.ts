import type { Knex } from "knex";
import { defaultLampRules, type LampRules } from "../domain/lamp-rule.js";
import { decode, encode } from "./codec.js";
import type { Memory } from "./rarely-changed.js";

/** A version of the lamp rules that an office has set. */
export interface RuleVersion {
  version: number;
  rules: LampRules;
  /** what was changed, in the office's words */
  what: string;
  /** epoch ms */
  validFrom: number;
  by: string;
  byName: string;
  messageId: string;
}

export interface Rules {
  /** The rules in force, from memory. */
  current(): Promise<LampRules>;
  /** The rules that were in force at an instant, from memory. */
  at(instant: number): Promise<LampRules>;
  /** All versions that were set, newest first; version 1 is built in and not among them. */
  all(): Promise<RuleVersion[]>;
  /** False when that version is there already: somebody else was faster. */
  add(version: RuleVersion): Promise<boolean>;
}

interface Columns {
  version: number;
  rules: string;
  what: string;
  valid_from: number;
  set_by: string;
  set_by_name: string;
  message_id: string;
}

export function rules(db: Knex, memory: Memory): Rules {
  const all = () =>
    memory.recall("lamp rules", async () => {
      const rows: Columns[] = await db("lamp_rules").orderBy("version", "desc");
      return rows.map(
        (row): RuleVersion => ({
          version: row.version,
          rules: decode(row.rules),
          what: row.what,
          validFrom: row.valid_from,
          by: row.set_by,
          byName: row.set_by_name,
          messageId: row.message_id,
        }),
      );
    });
  return {
    all,
    current: async () => (await all())[0]?.rules ?? defaultLampRules,
    at: async (instant) =>
      (await all()).find(({ validFrom }) => validFrom <= instant)?.rules ?? defaultLampRules,
    async add(version) {
      const added = await db("lamp_rules")
        .insert({
          version: version.version,
          rules: encode(version.rules),
          what: version.what,
          valid_from: version.validFrom,
          set_by: version.by,
          set_by_name: version.byName,
          message_id: version.messageId,
        })
        .onConflict("version")
        .ignore()
        .returning("version");
      if (added.length > 0) await memory.changed();
      return added.length > 0;
    },
  };
}
