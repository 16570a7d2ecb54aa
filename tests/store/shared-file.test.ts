import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { noFigures } from "../../src/domain/ledger-figures.js";
import { seedProjects } from "../../src/seeding/seed-projects.js";
import type { NewRecord } from "../../src/store/ledger.js";
import { openStore, type Store } from "../../src/store/store.js";
import { atOnce } from "./suites/parts.js";

const NOW = Date.parse("2022-09-20T10:00:00+08:00");
const PROJECT = "S-06";

let folder: string;
let one: Store;
let other: Store;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-shared-"));
  const url = `sqlite:${join(folder, "office.sqlite")}`;
  one = await openStore(url);
  other = await openStore(url);
  await one.transaction((tx) => seedProjects(tx, NOW));
});

afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const percent = (value: number) => ({
  ...noFigures,
  percent: { value, dataMonth: "2022-09", entry: 1, saidAt: NOW },
});
const write = (store: Store, value: number) =>
  store.transaction((tx) => tx.ledger.keepFigures(PROJECT, percent(value), 2022));
const read = async (store: Store) =>
  (await store.transaction((tx) => tx.ledger.figures(PROJECT))).percent?.value;
const entry = (writeId: string): NewRecord => ({
  measure: "percent",
  value: 1,
  code: PROJECT,
  saidAt: NOW,
  dataMonth: "2022-09",
  saidBy: null,
  saidByName: "张伟",
  chatId: null,
  messageId: null,
  words: "1%",
  writeId,
  source: "chat",
});

it("what another process has written is seen, although this one holds what it wrote last", async () => {
  await write(one, 10);
  expect(await read(one)).toBe(10);
  await write(other, 20);
  expect(await read(one)).toBe(20);
  await write(one, 30);
  expect(await read(other)).toBe(30);
});

it("what was rolled back was never held", async () => {
  await write(one, 10);
  const failed = one.transaction(async (tx) => {
    await tx.ledger.keepFigures(PROJECT, percent(99), 2022);
    await tx.ledger.ofProject(PROJECT);
    throw new Error("no");
  });
  await expect(failed).rejects.toThrow("no");
  expect(await read(one)).toBe(10);
});

it("ids of entries stay unique whoever writes in between", async () => {
  const ids: number[] = [];
  for (const [index, store] of [one, one, other, one, other].entries())
    ids.push(...(await store.transaction((tx) => tx.ledger.append([entry(`w${index}`)], NOW))));
  expect(new Set(ids).size).toBe(5);
  expect(ids).toEqual([...ids].sort((a, b) => a - b));
});

it("a person registered by another process is known at the next turn", async () => {
  const find = () => one.transaction((tx) => tx.people.find("ou_new"));
  expect(await find()).toBeNull();
  await atOnce(other).people.register(
    { openId: "ou_new", name: "新人", unit: null, section: null, role: "reporter" },
    "test",
    NOW,
  );
  expect((await find())?.name).toBe("新人");
});

it("a person registered outside of a transaction is known at the next turn", async () => {
  const find = () => one.transaction((tx) => tx.people.find("ou_new"));
  expect(await find()).toBeNull();
  await atOnce(one).people.register(
    { openId: "ou_new", name: "新人", unit: null, section: null, role: "reporter" },
    "test",
    NOW,
  );
  expect((await find())?.name).toBe("新人");
});
