import { existsSync } from "node:fs";
import { ledgerUrl } from "../config.js";
import { openStore, type Store } from "../store/store.js";

/** Opens the database of the settings, which brings its tables up to date, and closes it after the work. */
export async function withDatabase(work: (store: Store) => Promise<string>): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // Without an app the bot's own settings would choose the sandbox's database.
  const url = ledgerUrl(process.env);
  if (!url) return fail(["DATABASE_URL 要是 sqlite:路径 或 postgres://…"]);
  const store = await openStore(url).catch(() => null);
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
