import type { Knex } from "knex";
import type { Unchanged } from "./unchanged.js";

/** What earlier transactions have left, checked at first use; null where nobody tells whether it still holds. */
export type Left = () => Promise<Unchanged | null>;

export type Row = Readonly<Record<string, string | number | boolean | null>>;
type Table = "outbox" | "cards" | "entries" | "project_state";

/**
 * Rows that a transaction will write, gathered and written with one statement a table. Many turns share a
 * transaction, and most of what a turn costs is its statements. Whoever reads such a table within the
 * transaction calls `flush` first.
 */
export interface UnitOfWork {
  add(table: Table, rows: readonly Row[]): Promise<void>;
  /** The row of a key as it will be; a later one takes the place of an earlier one. */
  put(table: "project_state", key: string, row: Row): Promise<void>;
  /** A row as this transaction sees it: put before, held from an earlier transaction, or loaded. */
  find(table: "project_state", key: string, load: () => Promise<Row | undefined>): Promise<Row | undefined>;
  /** Ids for rows to be added, ascending; nobody else gets them. */
  ids(table: "entries", count: number): Promise<number[]>;
  flush(): Promise<void>;
  /** After the commit: what was written is what the next transaction finds. */
  committed(unchanged: Unchanged): void;
}

/** values of one statement; PostgreSQL takes 65,535 */
const MOST_VALUES = 20_000;

export function unitOfWork(db: Knex, left: Left): UnitOfWork {
  const added = new Map<Table, Row[]>();
  const kept = new Map<string, Row>();
  const flushed = new Map<string, Row>();
  let lastId: number | undefined;
  return {
    async add(table, rows) {
      const known = added.get(table);
      if (known) known.push(...rows);
      else added.set(table, [...rows]);
    },
    async put(_table, key, row) {
      kept.set(key, row);
    },
    async find(_table, key, load) {
      const own = kept.get(key) ?? flushed.get(key);
      if (own) return own;
      const unchanged = await left();
      const known = unchanged?.state(key);
      if (known) return known;
      const row = await load();
      if (row) unchanged?.hold(key, row);
      return row;
    },
    async ids(table, count) {
      if (isPostgres(db)) return sequenceIds(db, table, count);
      // The transaction holds SQLite's write lock, so the highest id stays the highest.
      lastId ??= (await left())?.lastId ?? (await highestId(db, table));
      const first = lastId + 1;
      lastId += count;
      return Array.from({ length: count }, (_, index) => first + index);
    },
    async flush() {
      for (const [table, rows] of added) await insertRows(db, table, rows);
      added.clear();
      if (kept.size > 0) await insertRows(db, "project_state", [...kept.values()], "code");
      for (const [key, row] of kept) flushed.set(key, row);
      kept.clear();
    },
    committed(unchanged) {
      for (const [key, row] of flushed) unchanged.hold(key, row);
      if (lastId !== undefined) unchanged.lastId = lastId;
    },
  };
}

/** Outside of a transaction there is nothing to wait for. */
export function atOnce(db: Knex, unchanged: Unchanged | null): UnitOfWork {
  return {
    async add(table, rows) {
      unchanged?.forget();
      await insertRows(db, table, rows);
    },
    async put(table, _key, row) {
      unchanged?.forget();
      await insertRows(db, table, [row], "code");
    },
    find: (_table, _key, load) => load(),
    async ids(table, count) {
      if (isPostgres(db)) return sequenceIds(db, table, count);
      const highest = await highestId(db, table);
      return Array.from({ length: count }, (_, index) => highest + 1 + index);
    },
    async flush() {},
    committed() {},
  };
}

const isPostgres = (db: Knex): boolean => db.client.config.client === "pg";

async function highestId(db: Knex, table: string): Promise<number> {
  const row = await db(table).max({ id: "id" }).first();
  return row?.id ?? 0;
}

async function sequenceIds(db: Knex, table: string, count: number): Promise<number[]> {
  const { rows } = await db.raw(
    "select nextval(pg_get_serial_sequence(?, 'id')) as id from generate_series(1, ?::int)",
    [table, count],
  );
  return rows.map((row: { id: number }) => row.id);
}

/**
 * Writes rows with as few statements as go; with `key`, a row that is there is brought up to date. Not by
 * knex's own insert: for SQLite that makes a compound select of many rows, which takes long to parse. There
 * the rows go as one JSON text, so that the thread of the driver unpacks them and not the event loop.
 */
async function insertRows(db: Knex, table: Table, rows: readonly Row[], key?: string): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const merged = columns.filter((column) => column !== key);
  const conflict = key
    ? ` on conflict (${key}) do update set ${merged.map((column) => `${column} = excluded.${column}`).join(", ")}`
    : "";
  const into = `insert into ${table} (${columns.join(", ")})`;
  if (!isPostgres(db)) {
    const fields = columns.map((_, index) => `value ->> ${index}`).join(", ");
    const json = JSON.stringify(rows.map((row) => columns.map((column) => row[column] ?? null)));
    await db.raw(`${into} select ${fields} from json_each(?) where true${conflict}`, [json]);
    return;
  }
  const marks = `(${columns.map(() => "?").join(", ")})`;
  const size = Math.floor(MOST_VALUES / columns.length);
  for (let from = 0; from < rows.length; from += size) {
    const part = rows.slice(from, from + size);
    await db.raw(
      `${into} values ${part.map(() => marks).join(", ")}${conflict}`,
      part.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
