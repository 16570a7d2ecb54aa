import type { Knex } from "knex";
import { type Audit, audit } from "./audit.js";
import { type Cards, cards } from "./cards.js";
import { type Chats, chats } from "./chats.js";
import { type Conversations, conversations } from "./conversations.js";
import { type Database, type DatabaseUrl, openDatabase } from "./database.js";
import { type Inbox, inbox } from "./inbox.js";
import { type Ledger, ledger } from "./ledger.js";
import { type Meetings, meetings } from "./meetings.js";
import { type Outbox, outbox } from "./outbox.js";
import { type People, people } from "./people.js";
import { type Problems, problems } from "./problems.js";
import { type Projects, projects } from "./projects.js";
import { type Memory, memory, RarelyChanged } from "./rarely-changed.js";
import { type Refusals, refusals } from "./refusals.js";
import { type Schedule, schedule } from "./schedule.js";
import { type DutyEvents, ownDuty, PostgresDuty, type SendingDuty } from "./sending-duty.js";
import { type Settings, settings } from "./settings.js";
import { Unchanged } from "./unchanged.js";
import { type Left, readOnly, type UnitOfWork, unitOfWork } from "./unit-of-work.js";

/** All that is kept, bound to one connection or transaction. */
export interface Repositories {
  audit: Audit;
  cards: Cards;
  chats: Chats;
  conversations: Conversations;
  inbox: Inbox;
  ledger: Ledger;
  meetings: Meetings;
  memory: Memory;
  outbox: Outbox;
  people: People;
  problems: Problems;
  projects: Projects;
  refusals: Refusals;
  schedule: Schedule;
  settings: Settings;
}

export interface TransactionOptions {
  /** its first statement writes, so that the write lock need not be taken before */
  writesFirst?: boolean;
}

export interface Store {
  dialect: Database["dialect"];
  /** Commits events as they come in; all else is written in a transaction. */
  keep: Inbox["keep"];
  /** Reads that see what is committed and hold up no write. */
  read: Repositories;
  transaction<T>(work: (tx: Repositories) => Promise<T>, options?: TransactionOptions): Promise<T>;
  /** Applies for sending what goes out; of several processes on a database one gets it. */
  sendingDuty(events: DutyEvents): SendingDuty;
  /** Runs one cheap query; throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

function repositories(db: Knex, held: Memory, work: UnitOfWork): Repositories {
  return {
    audit: audit(db),
    cards: cards(db, work),
    chats: chats(db, held),
    conversations: conversations(db, work),
    memory: held,
    inbox: inbox(db),
    ledger: ledger(db, work),
    meetings: meetings(db),
    outbox: outbox(db, work),
    people: people(db, held),
    problems: problems(db),
    projects: projects(db, held, work),
    refusals: refusals(db),
    schedule: schedule(db),
    settings: settings(db),
  };
}

/** Opens the store; its tables are up to date afterwards. */
export async function openStore(url: DatabaseUrl): Promise<Store> {
  const database = await openDatabase(url);
  const held = new RarelyChanged();
  const unchanged = database.dialect === "sqlite" ? new Unchanged() : null;

  async function transaction<T>(
    work: (tx: Repositories) => Promise<T>,
    { writesFirst = false }: TransactionOptions = {},
  ): Promise<T> {
    let settle = () => {};
    const run = async (trx: Knex.Transaction) => {
      if (!writesFirst) await database.lockForWriting(trx);
      let check: Promise<void> | undefined;
      const left: Left = async () => {
        check ??= unchanged?.check(trx);
        await check;
        return unchanged;
      };
      const unit = unitOfWork(trx, left);
      const seen = memory(trx, held, true, left);
      const result = await work(repositories(trx, seen, unit));
      await unit.flush();
      settle = () => {
        if (!unchanged) return;
        unit.committed(unchanged);
        if (seen.known() !== undefined) unchanged.version = seen.known();
      };
      return result;
    };
    try {
      const result = await database.write.transaction(run);
      settle();
      return result;
    } catch (error) {
      unchanged?.forget();
      throw error;
    }
  }

  return {
    dialect: database.dialect,
    keep: inbox(database.write).keep,
    read: repositories(
      database.read,
      memory(database.read, held, false, async () => null),
      readOnly,
    ),
    transaction,
    sendingDuty: (events) => (database.dialect === "sqlite" ? ownDuty : new PostgresDuty(url, events)),
    ping: async () => {
      await database.read.raw("select 1");
    },
    close: () => database.close(),
  };
}
