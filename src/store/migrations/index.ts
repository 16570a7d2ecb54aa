import type { Knex } from "knex";
import { migration as ledger } from "./0001-ledger.js";
import { migration as people } from "./0002-people-and-chats.js";
import { migration as traffic } from "./0003-traffic.js";
import { migration as cardsByMessage } from "./0004-cards-by-message.js";
import { migration as questionsWait } from "./0005-questions-wait.js";
import { migration as problems } from "./0006-problems.js";
import { migration as audit } from "./0007-audit.js";

interface Migration {
  up(knex: Knex): Promise<void>;
  down(knex: Knex): Promise<void>;
}

/** By static import, and with names that carry no file ending: the same from `src`, `dist` and vitest. */
const all: Record<string, Migration> = {
  "0001-ledger": ledger,
  "0002-people-and-chats": people,
  "0003-traffic": traffic,
  "0004-cards-by-message": cardsByMessage,
  "0005-questions-wait": questionsWait,
  "0006-problems": problems,
  "0007-audit": audit,
};

export const migrations: Knex.MigrationSource<string> = {
  getMigrations: async () => Object.keys(all),
  getMigrationName: (name) => name,
  getMigration: async (name) => {
    const migration = all[name];
    if (!migration) throw new Error(`unknown migration ${name}`);
    return migration;
  },
};
