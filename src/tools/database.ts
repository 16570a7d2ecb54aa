import { existsSync } from "node:fs";
import { readConfig } from "../config.js";
import { openStore, type Store } from "../store/store.js";

/** Opens the database of the settings, which brings its tables up to date, and closes it after the work. */
export async function withDatabase(work: (store: Store) => Promise<string>): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // The ledger's own database: without an app the settings would choose the sandbox's.
  const url = process.env.DATABASE_URL ?? "sqlite:./data/kaopu.sqlite";
  const read = readConfig({ ...process.env, DATABASE_URL: url });
  if ("faults" in read) return fail(["设置有误：", ...read.faults]);
  const store = await openStore(read.config.databaseUrl).catch(() => null);
  if (!store) return fail(["数据库打不开，请检查 DATABASE_URL"]);
  try {
    process.stdout.write(`${await work(store)}\n`);
  } finally {
    await store.close();
  }
}

function fail(lines: string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
