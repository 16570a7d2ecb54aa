import type { Knex } from "knex";
import { isPostgres } from "./dialect.js";

/**
 * What several processes on one PostgreSQL must not do at the same time. The locks end with the transaction
 * they are taken in. On SQLite a transaction that writes is alone anyway, so there is nothing to take.
 */
export interface Locks {
  /** Of these lanes those whose rows this transaction may work off; the others are worked on elsewhere. */
  freeLanes(lanes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Waits until nobody else keeps events of these lanes: a row's sequence is then the order of its commit. */
  keeping(lanes: readonly string[]): Promise<void>;
  /** Waits until nobody else changes what is known of these projects, and no month is being closed. */
  projects(codes: readonly string[]): Promise<void>;
  /** Waits until nobody changes what is known of any project. */
  allProjects(): Promise<void>;
  /** Waits until nobody else gives numbers in a table. */
  numbers(table: string): Promise<void>;
}

/** Kinds of advisory locks; the second half of a lock's key is a hash, and two that share one merely wait. */
const WORK = 1;
const KEEP = 2;
const PROJECT = 3;
const NUMBERS = 4;
const ALL_PROJECTS = 5;

export function locks(db: Knex): Locks {
  if (!isPostgres(db))
    return {
      freeLanes: async (lanes) => new Set(lanes),
      keeping: async () => {},
      projects: async () => {},
      allProjects: async () => {},
      numbers: async () => {},
    };
  return {
    async freeLanes(lanes) {
      const { rows } = await db.raw(
        "select lane from unnest(?::text[]) as lane where pg_try_advisory_xact_lock(?::int, hashtext(lane))",
        [[...new Set(lanes)], WORK],
      );
      return new Set(rows.map((row: { lane: string }) => row.lane));
    },
    keeping: (lanes) => inOneOrder(db, KEEP, lanes),
    async projects(codes) {
      // Outside of a transaction it would be let go of at once.
      if (!db.isTransaction) return;
      await db.raw("select pg_advisory_xact_lock_shared(?::int, 0)", [ALL_PROJECTS]);
      await inOneOrder(db, PROJECT, codes);
    },
    async allProjects() {
      // One lock for all: as many as there are projects would be more than the server has room for.
      await db.raw("select pg_advisory_xact_lock(?::int, 0)", [ALL_PROJECTS]);
    },
    async numbers(table) {
      await db.raw("select pg_advisory_xact_lock(?::int, hashtext(?))", [NUMBERS, table]);
    },
  };
}

/** All of them by one statement and in one order, so that two processes never wait for each other. */
async function inOneOrder(db: Knex, kind: number, keys: readonly string[]): Promise<void> {
  await db.raw(
    `select pg_advisory_xact_lock(?::int, hash)
       from (select distinct hashtext(key) as hash from unnest(?::text[]) as key order by hash) as hashes`,
    [kind, [...keys]],
  );
}
