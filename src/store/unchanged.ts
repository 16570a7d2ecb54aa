import type { Knex } from "knex";

/** A row of a table as it is written. */
export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** rows held at a time */
const MOST = 5000;

/**
 * What this process wrote or read last, good for as long as no other connection has changed the database:
 * SQLite tells by `data_version`. So a transaction that follows another one need not read it again. (On
 * PostgreSQL nobody tells, and nothing is held.)
 */
export class Unchanged {
  private dataVersion: number | undefined;
  private readonly states = new Map<string, Row>();
  /** the highest id of the entries */
  lastId: number | undefined;
  /** of what rarely changes */
  version: string | undefined;

  /** At a transaction's start, under the write lock: forgets everything if somebody else has written. */
  async check(trx: Knex.Transaction): Promise<void> {
    const [{ data_version: current }] = await trx.raw("pragma data_version");
    if (current !== this.dataVersion) this.forget();
    this.dataVersion = current;
  }

  /** After a rollback, too: what was read in it may never have been. */
  forget(): void {
    this.states.clear();
    this.lastId = undefined;
    this.version = undefined;
  }

  state(key: string): Row | undefined {
    return this.states.get(key);
  }

  hold(key: string, row: Row): void {
    if (this.states.size >= MOST) this.states.clear();
    this.states.set(key, row);
  }
}
