import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import { type Database, openDatabase } from "../../src/store/database.js";
import { openStore, type Store } from "../../src/store/store.js";
import { kinds } from "../support/databases.js";
import { actionsSuite } from "./suites/actions.js";
import { appendOnlySuite } from "./suites/append-only.js";
import { bulletinsSuite } from "./suites/bulletins.js";
import { inboxSuite } from "./suites/inbox.js";
import { ledgerSuite } from "./suites/ledger.js";
import { memorySuite } from "./suites/memory.js";
import { migrationsSuite } from "./suites/migrations.js";
import { monthsSuite } from "./suites/months.js";
import { onceSuite } from "./suites/once.js";
import { outboxSuite } from "./suites/outbox.js";
import { peopleSuite } from "./suites/people.js";
import { problemsSuite } from "./suites/problems.js";
import { projectsSuite } from "./suites/projects.js";
import { scoresSuite } from "./suites/scores.js";
import { severalProcessesSuite } from "./suites/several-processes.js";
import { teamsSuite } from "./suites/teams.js";
import { workerSuite } from "./suites/worker.js";

// One file for all, so that PostgreSQL is started once a run.
describe.each(kinds)("the store on $name", (kind) => {
  let tables: Database;
  let store: Store;

  beforeAll(async () => {
    await kind.start();
    const url = await kind.empty();
    tables = await openDatabase(url);
    store = await openStore(url);
  });
  beforeEach(() => kind.wipe(tables.write));
  afterAll(async () => {
    await store.close();
    await tables.close();
    await kind.stop();
  });

  migrationsSuite(kind);
  const parts = { store: () => store, tables: () => tables.write };
  inboxSuite(parts);
  outboxSuite(parts);
  monthsSuite(parts);
  onceSuite(parts);
  ledgerSuite(parts);
  projectsSuite(parts);
  problemsSuite(parts);
  peopleSuite(parts);
  teamsSuite(parts);
  actionsSuite(parts);
  scoresSuite(parts);
  bulletinsSuite(parts);
  memorySuite(parts);
  workerSuite(parts);
  appendOnlySuite(parts);
  severalProcessesSuite(kind, parts);
});
