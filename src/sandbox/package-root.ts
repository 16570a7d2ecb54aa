import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The nearest directory above this file that has the path: the same from src/ and from the build. */
export function findUp(path: string): string {
  let directory = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    const candidate = join(directory, path);
    if (existsSync(candidate)) return candidate;
    const parent = dirname(directory);
    if (parent === directory) throw new Error(`${path} is nowhere above ${import.meta.url}`);
    directory = parent;
  }
}

/** The package's own directory. */
export const packageRoot = (): string => dirname(findUp("package.json"));
