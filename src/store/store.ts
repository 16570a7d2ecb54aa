import type { Knex } from "knex";
import { type Cards, cards } from "./cards.js";
import { type Chats, chats } from "./chats.js";
import { type Database, type DatabaseUrl, openDatabase } from "./database.js";
import { type Inbox, inbox } from "./inbox.js";
import { type Ledger, ledger } from "./ledger.js";
import { type Meetings, meetings } from "./meetings.js";
import { type Outbox, outbox } from "./outbox.js";
import { type People, people } from "./people.js";
import { type Projects, projects } from "./projects.js";
import { type Refusals, refusals } from "./refusals.js";
import { type Schedule, schedule } from "./schedule.js";
import { type Settings, settings } from "./settings.js";

/** All that is kept, bound to one connection or transaction. */
export interface Repositories {
  cards: Cards;
  chats: Chats;
  inbox: Inbox;
  ledger: Ledger;
  meetings: Meetings;
  outbox: Outbox;
  people: People;
  projects: Projects;
  refusals: Refusals;
  schedule: Schedule;
  settings: Settings;
}

export interface Store {
  dialect: Database["dialect"];
  /** The writer, outside of a transaction. Inside one use what the transaction hands over: a query beside an open transaction waits for itself. */
  now: Repositories;
  /** Reads that see what is committed and hold up no write. */
  read: Repositories;
  transaction<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
  /** Runs one cheap query; throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

function repositories(db: Knex): Repositories {
  return {
    cards: cards(db),
    chats: chats(db),
    inbox: inbox(db),
    ledger: ledger(db),
    meetings: meetings(db),
    outbox: outbox(db),
    people: people(db),
    projects: projects(db),
    refusals: refusals(db),
    schedule: schedule(db),
    settings: settings(db),
  };
}

/** Opens the store; its tables are up to date afterwards. */
export async function openStore(url: DatabaseUrl): Promise<Store> {
  const database = await openDatabase(url);
  return {
    dialect: database.dialect,
    now: repositories(database.write),
    read: repositories(database.read),
    transaction: (work) => database.write.transaction((trx) => work(repositories(trx))),
    ping: async () => {
      await database.read.raw("select 1");
    },
    close: () => database.close(),
  };
}
