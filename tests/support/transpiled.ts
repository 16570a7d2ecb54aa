import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../../src/paths.js";

/** The program as node runs it, file by file, beside the packages it needs. */
export interface Transpiled {
  /** path of `src/main.js` in it */
  main: string;
  remove(): void;
}

/** Strips the types from the whole program in half a second: with a loader every start would take two more. */
export async function transpiled(): Promise<Transpiled> {
  // Not in node_modules: there no package.json above says that these are modules.
  const builds = join(ROOT, "dist");
  mkdirSync(builds, { recursive: true });
  const outdir = mkdtempSync(join(builds, "tests-"));
  await build({
    entryPoints: ["src", "commands", "jobs", "seeds"].map((folder) => join(ROOT, folder, "**/*.ts")),
    outdir,
    outbase: ROOT,
    format: "esm",
    platform: "node",
  });
  return {
    main: join(outdir, "src/main.js"),
    remove: () => rmSync(outdir, { recursive: true, force: true }),
  };
}
