import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Database, openDatabase } from "../../src/store/database.js";
import { migrations } from "../../src/store/migrations/index.js";
import { openStore } from "../../src/store/store.js";

let folder: string;
let url: string;
let database: Database;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-sqlite-"));
  url = `sqlite:${join(folder, "new", "ledger.sqlite")}`;
  database = await openDatabase(url);
});
afterEach(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const pragma = async (name: string, connection: "write" | "read" = "write") =>
  Object.values((await database[connection].raw(`pragma ${name}`))[0])[0];

describe("migrations", () => {
  it("come in the order of their numbers: a new database is made as an old one has grown", async () => {
    const names = await migrations.getMigrations([]);
    expect(names).toEqual([...names].sort());
  });
});

describe("SQLite", () => {
  it("has what was acknowledged on the disk before it says so, and keeps references whole", async () => {
    const FULL = 2;
    expect(await pragma("journal_mode")).toBe("wal");
    expect(await pragma("synchronous")).toBe(FULL);
    expect(await pragma("foreign_keys")).toBe(1);
    expect(await pragma("busy_timeout")).toBe(5000);
  });

  it("reads through connections that cannot write", async () => {
    expect(await pragma("query_only", "read")).toBe(1);
    await expect(database.read("settings").insert({ key: "demo", value: "1" })).rejects.toThrow(/readonly/i);
  });

  it("reads while a transaction is open, and sees it once it is committed", async () => {
    const store = await openStore(url);
    await store.transaction(async (tx) => {
      await tx.settings.set("demo", "2022");
      expect(await store.read.settings.get("demo")).toBeNull();
    });
    expect(await store.read.settings.get("demo")).toBe("2022");
    await store.close();
  });

  it("lets one transaction wait for another instead of failing", async () => {
    const store = await openStore(url);
    const other = await openStore(url);
    const write = (one: typeof store, key: string) =>
      one.transaction((tx) =>
        tx.chats.keep({ chatId: key, type: "p2p", name: "", external: false, office: false }, 0),
      );
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(i % 2 ? store : other, `oc_${i}`)));
    expect(await database.read("chats").count({ n: "*" })).toEqual([{ n: 20 }]);
    await store.close();
    await other.close();
  });
});
