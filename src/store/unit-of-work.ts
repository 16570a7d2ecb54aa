import type { Knex } from "knex";
import { isPostgres } from "./dialect.js";
import { OUTGOING } from "./sending-duty.js";
import type { Row, Unchanged } from "./unchanged.js";

/** What earlier transactions have left, checked at first use; null where nobody tells whether it still holds. */
export type Left = () => Promise<Unchanged | null>;

type Table = "outbox" | "cards" | "entries" | "project_state" | "conversations";

/**
 * Rows that a transaction will write, gathered and written with one statement a table. Many turns share a
 * transaction, and most of what a turn costs is its statements. Whoever reads such a table within the
 * transaction calls `flush` for it first.
 */
export interface UnitOfWork {
  add(table: Table, rows: readonly Row[]): Promise<void>;
  /** A row of which only the last counts; `id` tells which ones are the same. */
  put(table: "conversations", id: string, row: Row): Promise<void>;
  /** Such a row as this transaction sees it: put before, held from an earlier one, or loaded. */
  findPut(table: "conversations", id: string, load: () => Promise<Row | undefined>): Promise<Row | undefined>;
  /** A project's state as it will be; a later one takes the place of an earlier one. */
  putState(code: string, row: Row): Promise<void>;
  /** A project's state as this transaction sees it: put before, held from an earlier one, or loaded. */
  findState(code: string, load: () => Promise<Row | undefined>): Promise<Row | undefined>;
  /** Ids for entries to be added, ascending; nobody else gets them. */
  entryIds(count: number): Promise<number[]>;
  flush(table?: Table): Promise<void>;
  /** After the commit: what was written is what the next transaction finds. */
  committed(unchanged: Unchanged): void;
}

/** values of one statement; PostgreSQL takes 65,535 */
const MOST_VALUES = 20_000;

export function unitOfWork(db: Knex, left: Left): UnitOfWork {
  const added = new Map<Table, Row[]>();
  const spoken = new Map<string, Row>();
  const told = new Map<string, Row>();
  const states = new Map<string, Row>();
  const flushed = new Map<string, Row>();
  let lastId: number | undefined;
  const heldOrLoaded = async (id: string, load: () => Promise<Row | undefined>) => {
    const unchanged = await left();
    const known = unchanged?.state(id);
    if (known) return known;
    const row = await load();
    if (row) unchanged?.hold(id, row);
    return row;
  };
  return {
    async add(table, rows) {
      const known = added.get(table);
      if (known) known.push(...rows);
      else added.set(table, [...rows]);
    },
    async put(_table, id, row) {
      spoken.set(id, row);
    },
    async findPut(_table, id, load) {
      return spoken.get(id) ?? told.get(id) ?? heldOrLoaded(id, load);
    },
    async putState(code, row) {
      states.set(code, row);
    },
    async findState(code, load) {
      return states.get(code) ?? flushed.get(code) ?? heldOrLoaded(code, load);
    },
    async entryIds(count) {
      if (isPostgres(db)) return sequenceIds(db, count);
      // The transaction holds SQLite's write lock, so the highest id stays the highest.
      lastId ??= (await left())?.lastId ?? (await highestId(db));
      const ids = idsAfter(lastId, count);
      lastId += count;
      return ids;
    },
    async flush(only) {
      // What is written is taken out first: two that flush at the same time must not write it twice.
      for (const [table, rows] of [...added]) {
        if (only && table !== only) continue;
        added.delete(table);
        await insertRows(db, table, rows);
        if (isPostgres(db) && table === "outbox") await db.raw("select pg_notify(?, '')", [OUTGOING]);
      }
      if (!only || only === "conversations") {
        const rows = [...spoken.values()];
        for (const [id, row] of spoken) told.set(id, row);
        spoken.clear();
        await insertRows(db, "conversations", rows, ["chat_id", "open_id"]);
      }
      if (only && only !== "project_state") return;
      const rows = [...states.values()];
      for (const [code, row] of states) flushed.set(code, row);
      states.clear();
      await insertRows(db, "project_state", rows, ["code"]);
    },
    committed(unchanged) {
      for (const [id, row] of [...flushed, ...told]) unchanged.hold(id, row);
      if (lastId !== undefined) unchanged.lastId = lastId;
    },
  };
}

const outside = async (): Promise<never> => {
  throw new Error("what is written is written in a transaction");
};

/** Outside of a transaction one reads. */
export const readOnly: UnitOfWork = {
  add: outside,
  put: outside,
  findPut: (_table, _id, load) => load(),
  putState: outside,
  entryIds: outside,
  findState: (_code, load) => load(),
  async flush() {},
  committed() {},
};

const idsAfter = (highest: number, count: number): number[] =>
  Array.from({ length: count }, (_, index) => highest + 1 + index);

async function highestId(db: Knex): Promise<number> {
  const row = await db("entries").max({ id: "id" }).first();
  return row?.id ?? 0;
}

async function sequenceIds(db: Knex, count: number): Promise<number[]> {
  const { rows } = await db.raw(
    "select nextval(pg_get_serial_sequence('entries', 'id')) as id from generate_series(1, ?::int)",
    [count],
  );
  return rows.map((row: { id: number }) => row.id);
}

/**
 * Writes rows with as few statements as go; with `key`, a row that is there is brought up to date. Not by
 * knex's own insert: for SQLite that makes a compound select of many rows, which takes long to parse. There
 * the rows go as one JSON text, so that the thread of the driver unpacks them and not the event loop.
 */
async function insertRows(
  db: Knex,
  table: Table,
  rows: readonly Row[],
  key?: readonly string[],
): Promise<void> {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const merged = columns.filter((column) => !key?.includes(column));
  const conflict = key
    ? ` on conflict (${key.join(", ")}) do update set ${merged.map((column) => `${column} = excluded.${column}`).join(", ")}`
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
