import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DemoYear } from "../../seeds/demo-year.js";
import { at, type Day } from "../domain/day.js";
import { type Sandbox, startSandbox } from "../sandbox/sandbox.js";
import { seedFile } from "../seeding/seed-file.js";
import type { DatabaseUrl } from "../store/database.js";
import { type RunLog, runLog } from "../store/run-log.js";
import { openStore, type Store } from "../store/store.js";
import { castOf, type Player, sceneOf } from "./cast.js";
import { prepareYear } from "./prepare.js";
import { type Deed, scriptOf } from "./script.js";
import { Watch } from "./watch.js";

/** The stage on which a year, or a part of it, is played: a local Feishu, a ledger at its beginning, and the script. */
export interface Stage {
  demo: DemoYear;
  cast: readonly Player[];
  sandbox: Sandbox;
  store: Store;
  database: DatabaseUrl;
  runs: RunLog;
  watch: Watch;
  /** of the projects, by code */
  names: ReadonlyMap<string, string>;
  deeds: readonly Deed[];
  close(): Promise<void>;
}

/** The demonstration's year; the first workday of 2022 is 4 January. */
export const YEAR = 2022;
export const BEGINS: Day = "2022-01-01";
/** December closes on 5 January 2023, and what lacks of it is chased to the 10th. */
export const ENDS: Day = "2023-01-13";

/** Sets the stage; the play may begin on a later day of the year, with nothing reported before. */
export async function setStage(from: Day = BEGINS): Promise<Stage> {
  const demo = seedFile<DemoYear>("demo-2022.json");
  const cast = castOf(demo);
  const folder = mkdtempSync(join(tmpdir(), "kaopu-year-"));
  const database = `sqlite:${join(folder, "year.sqlite")}`;
  const sandbox = await startSandbox({ scene: sceneOf(cast), startAt: at(from) });
  const store = await openStore(database);
  await store.transaction((tx) => prepareYear(tx, demo, cast, at(from)));
  const names = new Map((await store.read.projects.all()).map(({ code, name }) => [code, name]));
  const runs = await runLog(database);
  return {
    demo,
    cast,
    sandbox,
    store,
    database,
    runs,
    watch: new Watch(sandbox, runs, cast),
    names,
    deeds: scriptOf(demo, cast, names),
    async close() {
      await runs.close();
      await store.close();
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
