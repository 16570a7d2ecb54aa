import type { Knex } from "knex";
import { type Actions, actions } from "./actions.js";
import { type Audit, audit } from "./audit.js";
import { type Bulletins, bulletins } from "./bulletins.js";
import { type Cards, cards } from "./cards.js";
import { type Chats, chats } from "./chats.js";
import { type Conversations, conversations } from "./conversations.js";
import { type Credits, credits } from "./credit.js";
import { type Database, type DatabaseUrl, openDatabase } from "./database.js";
import { type Files, files } from "./files.js";
import { type Inbox, inbox } from "./inbox.js";
import { type Land, land } from "./land.js";
import { type Leavers, leavers } from "./leavers.js";
import { type Ledger, ledger } from "./ledger.js";
import { type LiveCards, liveCards } from "./live-cards.js";
import { type Meetings, meetings } from "./meetings.js";
import { type Months, months } from "./months.js";
import { type Outbox, outbox } from "./outbox.js";
import { type Outsiders, outsiders } from "./outsiders.js";
import { type People, people } from "./people.js";
import { type Plans, plans } from "./plans.js";
import { type Problems, problems } from "./problems.js";
import { type Projects, projects } from "./projects.js";
import { type Memory, memory, RarelyChanged } from "./rarely-changed.js";
import { type Refusals, refusals } from "./refusals.js";
import { type Rules, rules } from "./rules.js";
import { type Schedule, schedule } from "./schedule.js";
import { type Scores, scores } from "./scores.js";
import { type DutyEvents, ownDuty, PostgresDuty, type SendingDuty } from "./sending-duty.js";
import { type Services, services } from "./service.js";
import { type Settings, settings } from "./settings.js";
import { type Tax, tax } from "./tax.js";
import { type Teams, teams } from "./teams.js";
import { Unchanged } from "./unchanged.js";
import { type Left, readOnly, type UnitOfWork, unitOfWork } from "./unit-of-work.js";
import { type Years, years } from "./years.js";

/** All that is kept, bound to one connection or transaction. */
export interface Repositories {
  actions: Actions;
  audit: Audit;
  bulletins: Bulletins;
  cards: Cards;
  chats: Chats;
  conversations: Conversations;
  credits: Credits;
  files: Files;
  inbox: Inbox;
  leavers: Leavers;
  land: Land;
  ledger: Ledger;
  liveCards: LiveCards;
  meetings: Meetings;
  memory: Memory;
  months: Months;
  outbox: Outbox;
  outsiders: Outsiders;
  people: People;
  plans: Plans;
  problems: Problems;
  projects: Projects;
  refusals: Refusals;
  rules: Rules;
  schedule: Schedule;
  scores: Scores;
  services: Services;
  settings: Settings;
  tax: Tax;
  teams: Teams;
  years: Years;
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
    actions: actions(db),
    audit: audit(db),
    bulletins: bulletins(db),
    cards: cards(db, work),
    chats: chats(db, held),
    conversations: conversations(db, work),
    credits: credits(db),
    memory: held,
    months: months(db, held),
    files: files(db),
    inbox: inbox(db),
    leavers: leavers(db, held, work),
    land: land(db),
    ledger: ledger(db, work),
    liveCards: liveCards(db),
    meetings: meetings(db),
    outbox: outbox(db, work),
    outsiders: outsiders(db, held),
    people: people(db, held),
    plans: plans(db, held),
    problems: problems(db),
    projects: projects(db, held, work),
    refusals: refusals(db),
    rules: rules(db, held),
    schedule: schedule(db),
    scores: scores(db, work),
    services: services(db),
    settings: settings(db),
    tax: tax(db),
    teams: teams(db, held),
    years: years(db),
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
