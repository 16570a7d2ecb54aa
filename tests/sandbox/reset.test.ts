import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, it } from "vitest";
import { ROOT } from "../../src/paths.js";

/** by its address, because the tool is started in a folder of its own */
const TSX = pathToFileURL(join(ROOT, "node_modules/tsx/dist/loader.mjs")).href;
const FILES = ["sandbox.sqlite", "sandbox.sqlite-wal", "sandbox.sqlite-shm", "sandbox-feishu.jsonl"];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kaopu-reset-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function reset(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(
    "node",
    ["--import", TSX, join(ROOT, "src/tools/sandbox-reset.ts")],
    { cwd: folder, env: { PATH: process.env.PATH, ...env }, encoding: "utf8" },
  );
  return { status, stdout, stderr };
}

/** Puts files into a folder; which of them are there now. */
function put(place: string, names: readonly string[]): () => string[] {
  mkdirSync(join(folder, place), { recursive: true });
  for (const name of names) writeFileSync(join(folder, place, name), "x");
  return () => names.filter((name) => existsSync(join(folder, place, name)));
}

it("clears the sandbox that the settings name, and nothing beside it", () => {
  const usual = put("data", FILES);
  const other = put("elsewhere", [...FILES, "kaopu.sqlite"]);
  expect(reset({ DATABASE_URL: "sqlite:./elsewhere/sandbox.sqlite" })).toMatchObject({ status: 0 });
  expect(other()).toEqual(["kaopu.sqlite"]);
  expect(usual()).toEqual(FILES);
  expect(reset({})).toMatchObject({ status: 0, stdout: expect.stringContaining("沙盒已清空") });
  expect(usual()).toEqual([]);
});

it("refuses any other database", () => {
  const ledger = put("data", ["kaopu.sqlite", ...FILES]);
  const answer = reset({ DATABASE_URL: "sqlite:./data/kaopu.sqlite" });
  expect(answer).toMatchObject({ status: 1, stderr: expect.stringContaining("没有清空") });
  expect(ledger()).toHaveLength(5);
});

it("refuses while the sandbox runs", () => {
  const files = put("data", FILES);
  writeFileSync(join(folder, "data/sandbox.pid"), String(process.pid));
  expect(reset({})).toMatchObject({ status: 1, stderr: expect.stringContaining("正在运行") });
  expect(files()).toEqual(FILES);
});
