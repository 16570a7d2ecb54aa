import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import knex, { type Knex } from "knex";
import pg from "pg";
import { migrations } from "./migrations/index.js";

/** Where the ledger lives: `sqlite:PATH` or `postgres://…`. */
export type DatabaseUrl = string;

export interface Database {
  dialect: "sqlite" | "postgres";
  /** The one connection that writes (SQLite), or the pool (PostgreSQL). */
  write: Knex;
  /** For lists and reports, so that a long read never holds up an inbox commit. */
  read: Knex;
  /**
   * Takes the write lock at a transaction's start: on SQLite one that reads first and writes later can fail
   * beside another process's, whatever time-out is set, and knex has no `begin immediate`.
   */
  lockForWriting(trx: Knex.Transaction): Promise<void>;
  close(): Promise<void>;
}

/** The driver stands in one place, so that a change of driver is one line. */
const SQLITE_CLIENT = "sqlite3";

/** Errors name the statement with its placeholders: what people wrote must not reach the log through them. */
const QUIET_ERRORS = { compileSqlOnError: false };

/**
 * `synchronous = FULL`: in WAL mode a commit is on the disk before it returns, so a message that was
 * acknowledged survives a power cut, not only a crash.
 */
const WRITER_PRAGMAS = [
  "journal_mode = WAL",
  "synchronous = FULL",
  "foreign_keys = ON",
  "busy_timeout = 5000",
  "wal_autocheckpoint = 2000",
];
const READER_PRAGMAS = ["query_only = ON", "busy_timeout = 5000"];

interface RawSqlite {
  exec(sql: string, done: (error: Error | null) => void): void;
}

function sqlite(filename: string, pragmas: string[], connections: number): Knex {
  return knex({
    ...QUIET_ERRORS,
    client: SQLITE_CLIENT,
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: connections,
      afterCreate(connection: RawSqlite, done: (error: Error | null, connection: RawSqlite) => void) {
        connection.exec(pragmas.map((pragma) => `PRAGMA ${pragma};`).join("\n"), (error) =>
          done(error, connection),
        );
      },
    },
  });
}

/** Opens the database and brings its tables up to date. */
export async function openDatabase(url: DatabaseUrl): Promise<Database> {
  const database = url.startsWith("sqlite:") ? openSqlite(url.slice("sqlite:".length)) : openPostgres(url);
  try {
    await migrate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** Any number of our own. */
const MIGRATION_LOCK = 20_220_920;

async function migrate({ dialect, write }: Database): Promise<void> {
  const latest = () => write.migrate.latest({ migrationSource: migrations });
  if (dialect === "sqlite") await latest();
  // knex's own lock is a row in a table, and instances that start together would race to create that table.
  else
    await write.transaction(async (trx) => {
      await trx.raw("select pg_advisory_xact_lock(?)", [MIGRATION_LOCK]);
      await latest();
    });
}

function openSqlite(path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  const write = sqlite(path, WRITER_PRAGMAS, 1);
  const read = sqlite(path, READER_PRAGMAS, 2);
  return {
    dialect: "sqlite",
    write,
    read,
    async lockForWriting(trx) {
      await trx.raw("delete from settings where key = ''");
    },
    async close() {
      // The last one to close brings the write-ahead log into the file, which a reader may not.
      await read.destroy();
      await write.destroy();
    },
  };
}

const POSTGRES_INT8 = 20;

function openPostgres(url: string): Database {
  // 元 fit a double exactly up to 2^53, so bigint columns come back as numbers.
  pg.types.setTypeParser(POSTGRES_INT8, Number);
  const write = knex({ ...QUIET_ERRORS, client: "pg", connection: url, pool: { min: 0, max: 8 } });
  return {
    dialect: "postgres",
    write,
    read: write,
    lockForWriting: async () => {},
    close: () => write.destroy(),
  };
}
