import { readFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../paths.js";

/** A file of `seeds/`, which is the project's own data. */
export function seedFile<T>(name: string): T {
  return JSON.parse(readFileSync(join(ROOT, "seeds", name), "utf8")) as T;
}
