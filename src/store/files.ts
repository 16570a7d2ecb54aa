import type { Knex } from "knex";

/** A document that goes into a chat as a file. */
export interface FileRecord {
  id: string;
  /** with its ending: 8月通报.docx */
  name: string;
  bytes: Buffer;
}

export interface Files {
  /** Nothing happens where there is a file of the id already. */
  add(file: FileRecord, now: number): Promise<void>;
  /** Whether all of them are there. */
  has(ids: readonly string[]): Promise<boolean>;
  /** Keeps files as if they were made now; whether all of them are there. */
  renew(ids: readonly string[], now: number): Promise<boolean>;
  find(id: string): Promise<FileRecord | null>;
  /** Drops files made before an instant, epoch ms; what was sent stays with the platform. */
  forget(before: number): Promise<number>;
}

export function files(db: Knex): Files {
  const table = () => db("files");
  return {
    async add({ id, name, bytes }, now) {
      await table().insert({ id, name, bytes, made_at: now }).onConflict("id").ignore();
    },
    async has(ids) {
      return (await table().select("id").whereIn("id", ids)).length === ids.length;
    },
    async renew(ids, now) {
      return (await table().whereIn("id", ids).update({ made_at: now })) === ids.length;
    },
    async find(id) {
      const row = await table().where({ id }).first();
      return row ? { id: row.id, name: row.name, bytes: row.bytes } : null;
    },
    forget: (before) => table().where("made_at", "<", before).delete(),
  };
}
