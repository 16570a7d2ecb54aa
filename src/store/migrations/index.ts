import type { Knex } from "knex";
import { migration as ledger } from "./0001-ledger.js";
import { migration as people } from "./0002-people-and-chats.js";
import { migration as traffic } from "./0003-traffic.js";
import { migration as cardsByMessage } from "./0004-cards-by-message.js";
import { migration as questionsWait } from "./0005-questions-wait.js";
import { migration as problems } from "./0006-problems.js";
import { migration as audit } from "./0007-audit.js";
import { migration as projects } from "./0008-projects.js";
import { migration as rulesAndMonths } from "./0009-rules-and-months.js";
import { migration as meetingsAndActions } from "./0010-meetings-and-actions.js";
import { migration as teams } from "./0011-teams.js";
import { migration as scores } from "./0012-scores.js";
import { migration as land } from "./0013-land.js";
import { migration as taxCreditService } from "./0014-tax-credit-service.js";
import { migration as appendOnly } from "./0015-append-only.js";
import { migration as forLists } from "./0016-for-lists.js";
import { migration as files } from "./0017-files.js";
import { migration as mutes } from "./0018-mutes.js";
import { migration as liveCards } from "./0019-live-cards.js";
import { migration as outsiders } from "./0020-outsiders.js";
import { migration as bulletins } from "./0021-bulletins.js";
import { migration as lampSets } from "./0022-lamp-sets.js";
import { migration as restatementChats } from "./0023-restatement-chats.js";
import { migration as moreAppendOnly } from "./0024-more-append-only.js";
import { migration as yearEnds } from "./0025-year-ends.js";
import { migration as postingHours } from "./0027-posting-hours.js";
import { migration as bulletinHands } from "./0028-bulletin-hands.js";
import { migration as bulletinCards } from "./0029-bulletin-cards.js";

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
  "0008-projects": projects,
  "0009-rules-and-months": rulesAndMonths,
  "0010-meetings-and-actions": meetingsAndActions,
  "0011-teams": teams,
  "0012-scores": scores,
  "0013-land": land,
  "0014-tax-credit-service": taxCreditService,
  "0015-append-only": appendOnly,
  "0016-for-lists": forLists,
  "0017-files": files,
  "0018-mutes": mutes,
  "0019-live-cards": liveCards,
  "0020-outsiders": outsiders,
  "0021-bulletins": bulletins,
  "0022-lamp-sets": lampSets,
  "0023-restatement-chats": restatementChats,
  "0024-more-append-only": moreAppendOnly,
  "0025-year-ends": yearEnds,
  "0027-posting-hours": postingHours,
  "0028-bulletin-hands": bulletinHands,
  "0029-bulletin-cards": bulletinCards,
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
