import type { Knex } from "knex";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../../src/store/database.js";
import { migrations } from "../../../src/store/migrations/index.js";
import type { Kind } from "../../support/databases.js";

async function tablesOf(db: Knex): Promise<string[]> {
  const isSqlite = db.client.config.client === "sqlite3";
  const rows: { name: string }[] = isSqlite
    ? await db("sqlite_master").select("name").where({ type: "table" })
    : await db("pg_tables").select({ name: "tablename" }).where({ schemaname: "public" });
  return rows
    .map(({ name }) => name)
    .filter((name) => !/^(knex|sqlite)_/.test(name))
    .sort();
}

export function migrationsSuite(kind: Kind): void {
  describe("migrations", () => {
    let url: string;
    let database: Database;
    beforeEach(async () => {
      url = await kind.empty();
      database = await openDatabase(url);
    });
    afterEach(() => database.close());

    it("go up, down to nothing, and up again to the same", async () => {
      const { migrate } = database.write;
      const before = await tablesOf(database.write);
      expect(before).toContain("outbox");
      await migrate.rollback({ migrationSource: migrations }, true);
      expect(await tablesOf(database.write)).toEqual([]);
      await migrate.latest({ migrationSource: migrations });
      expect(await tablesOf(database.write)).toEqual(before);
    });

    it("leave an up-to-date database as it is", async () => {
      await database.write("settings").insert({ key: "demo", value: "2022" });
      const again = await openDatabase(url);
      expect(await again.read("settings").select()).toEqual([{ key: "demo", value: "2022" }]);
      await again.close();
    });

    // A file of SQLite has one process.
    if (kind.name === "PostgreSQL")
      it("are run by one of several instances that start together", async () => {
        const shared = await kind.empty();
        const opened = await Promise.all(Array.from({ length: 3 }, () => openDatabase(shared)));
        for (const one of opened) {
          expect(await tablesOf(one.read)).toContain("inbox");
          await one.close();
        }
      });
  });
}
