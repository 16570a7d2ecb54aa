import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareDatabase } from "../../src/seeding/prepare-database.js";
import { openStore } from "../../src/store/store.js";

export interface Beginning {
  isSandbox: boolean;
  /** epoch ms; the few that pass while an office opens make no difference */
  now: number;
  hasRegister?: boolean;
}

const MINUTE = 60_000;
const folder = mkdtempSync(join(tmpdir(), "kaopu-template-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

/** Databases as offices find them, each written once in this process. */
const written = new Map<string, Promise<string>>();

/** Puts a database in place that is as `beginning` says; to copy one takes a hundredth of writing it. */
export async function copyTemplate(path: string, beginning: Beginning): Promise<void> {
  const key = `${beginning.isSandbox}-${beginning.hasRegister ?? false}-${Math.floor(beginning.now / MINUTE)}`;
  const template = written.get(key) ?? write(join(folder, `${key}.sqlite`), beginning);
  written.set(key, template);
  copyFileSync(await template, path);
}

async function write(path: string, beginning: Beginning): Promise<string> {
  const store = await openStore(`sqlite:${path}`);
  await prepareDatabase(store, beginning);
  await store.close();
  return path;
}
