import type { Knex } from "knex";
import type { Memory } from "./rarely-changed.js";

/** office: 推进办; reporter: 填报; leader: 领导; guest: not registered, or from outside. */
export type Role = "office" | "reporter" | "leader" | "guest";

export interface Person {
  openId: string;
  name: string;
  unit: string | null;
  section: string | null;
  role: Role;
}

export interface People {
  find(openId: string): Promise<Person | null>;
  /** Registers, or changes what is registered. */
  register(person: Person, by: string, now: number): Promise<void>;
  /** Writes somebody out: from then on they are a stranger, who is told nothing unasked. */
  writeOut(openId: string): Promise<void>;
  /** Whether somebody was written out and not registered again since. */
  hasLeft(openId: string): Promise<boolean>;
  ofUnit(unit: string): Promise<Person[]>;
  office(): Promise<Person[]>;
  all(): Promise<Person[]>;
}

interface Columns {
  open_id: string;
  name: string;
  unit: string | null;
  section: string | null;
  role: Role;
}

const toPerson = (row: Columns): Person => ({
  openId: row.open_id,
  name: row.name,
  unit: row.unit,
  section: row.section,
  role: row.role,
});

/** As a Chinese list is ordered, by sound; databases differ in it, so it is not left to them. */
const { compare } = new Intl.Collator("zh-Hans-CN");
const byName = (a: Person, b: Person): number => compare(a.name, b.name);

export function people(db: Knex, memory: Memory): People {
  const table = () => db<Columns>("people");
  const writtenOut = () =>
    memory.recall("written out", async () => new Set<string>(await db("written_out").pluck("open_id")));
  const listed = async (where: Partial<Columns>) =>
    (await table().where(where).orderBy("open_id")).map(toPerson).sort(byName);
  return {
    find: (openId) =>
      memory.recall(`person ${openId}`, async () => {
        const row = await table().where({ open_id: openId }).first();
        return row ? toPerson(row) : null;
      }),
    async register(person, by, now) {
      await db("people")
        .insert({
          open_id: person.openId,
          name: person.name,
          unit: person.unit,
          section: person.section,
          role: person.role,
          registered_by: by,
          registered_at: now,
        })
        .onConflict("open_id")
        .merge();
      await db("written_out").where({ open_id: person.openId }).delete();
      await memory.changed();
    },
    async writeOut(openId) {
      await table().where({ open_id: openId }).delete();
      await db("written_out").insert({ open_id: openId }).onConflict("open_id").ignore();
      await memory.changed();
    },
    hasLeft: async (openId) => (await writtenOut()).has(openId),
    ofUnit: (unit) => listed({ unit }),
    office: () => listed({ role: "office" }),
    all: () => listed({}),
  };
}
