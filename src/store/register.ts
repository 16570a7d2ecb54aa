import type { Knex } from "knex";
import type { MatterEvent } from "../domain/problem-fold.js";
import { decode, encode } from "./codec.js";
import { isPostgres } from "./dialect.js";
import { locks } from "./locks.js";

/** An event on its way in: what, who, where, in which message. */
export interface NewEvent<C> extends Omit<MatterEvent<C>, "id" | "undone"> {
  chatId: string;
  messageId: string;
}

export interface EventRecord<C> extends MatterEvent<C> {
  chatId: string;
  messageId: string;
}

/** Somebody's last write in a chat: epoch ms. */
export interface RegisterWrite {
  writeId: string;
  saidAt: number;
  recordedAt: number;
  messageId: string;
}

/** Numbered matters, each a head with where it stands and the events that this follows from. */
export interface Register<T, C, H extends Head = Head> {
  /** Enters a matter under the next number. */
  open(event: NewEvent<C>, now: number, columns?: Record<string, string | number | null>): Promise<T>;
  /** Adds what happened to a matter; where it stands then. */
  add(number: number, event: NewEvent<C>, now: number): Promise<T>;
  find(number: number): Promise<T | null>;
  /** By number; those whose heads match, the closed ones only where asked. */
  list(where: Partial<H>, withClosed: boolean): Promise<T[]>;
  /** Oldest first, those taken back among them. */
  events(number: number): Promise<EventRecord<C>[]>;
  /** The numbers of the matters that a write changed and that was not taken back. */
  ofWrite(writeId: string): Promise<number[]>;
  /** The standing steps that a message has taken. */
  ofMessage(messageId: string): Promise<EventRecord<C>[]>;
  lastWrite(chatId: string, openId: string): Promise<RegisterWrite | null>;
  /** All matters as they stood by what had been said up to an instant, by number; without what was taken back. */
  asOf(instant: number): Promise<T[]>;
  /** Takes a write back; what is left of the matter, null when it was its opening. */
  withdraw(number: number, writeId: string, by: Omit<NewEvent<C>, "change">, now: number): Promise<T | null>;
}

export interface Head {
  number: number;
  state: string;
  data: string;
}

/** What sets one register apart from another. */
export interface RegisterKind<T, C, H extends Head> {
  heads: "problems" | "services" | "actions";
  events: "problem_events" | "service_events" | "action_events";
  /** where a matter stands after its events; null when its opening was taken back */
  fold(head: H, events: readonly MatterEvent<C>[]): T | null;
  /** what the head tells of a matter beside its data, for queries */
  columns(matter: T): Omit<Head, "number" | "data">;
}

/** The state of a matter whose opening was taken back. */
const WITHDRAWN = "withdrawn";

/** Beyond any number that was given; PostgreSQL would not take it as one. */
const MOST = 2_147_483_647;

interface Columns {
  id: number;
  number: number;
  data: string;
  said_at: number;
  recorded_at: number;
  said_by: string;
  said_by_name: string;
  chat_id: string;
  message_id: string;
  write_id: string;
}

interface Undo {
  is: "undo";
  writeId: string;
}

/** How an action's opening was taken back once: it names no write. */
interface FormerUndo {
  is: "withdraw";
}

export function register<T, C extends { is: string }, H extends Head = Head>(
  db: Knex,
  kind: RegisterKind<T, C, H>,
): Register<T, C, H> {
  const rows = async (number: number): Promise<Columns[]> => db(kind.events).where({ number }).orderBy("id");
  const records = async (number: number) => toRecords<C>(await rows(number));
  const numbersWhere = async (where: Partial<Columns>): Promise<number[]> => {
    const found: { number: number }[] = await db(kind.events)
      .where(where)
      .distinct("number")
      .orderBy("number");
    return found.map(({ number }) => number);
  };

  /** An undo is an event too: nothing is ever taken out of the table. */
  async function insert(number: number, data: C | Undo, event: Omit<NewEvent<C>, "change">, now: number) {
    await db(kind.events).insert({
      number,
      data: encode(data),
      said_at: event.saidAt,
      recorded_at: now,
      said_by: event.saidBy,
      said_by_name: event.saidByName,
      chat_id: event.chatId,
      message_id: event.messageId,
      write_id: event.writeId,
    });
  }

  /** Brings the head in line with its events. */
  async function keepFresh(number: number): Promise<T | null> {
    const head: H = await db(kind.heads).where({ number }).first();
    const matter = kind.fold(head, await records(number));
    await db(kind.heads)
      .where({ number })
      .update(matter ? { ...kind.columns(matter), data: encode(matter) } : { state: WITHDRAWN });
    return matter;
  }

  async function entered(number: number, { change, ...event }: NewEvent<C>, now: number): Promise<T> {
    await insert(number, change, event, now);
    const matter = await keepFresh(number);
    if (!matter) throw new Error(`number ${number} of ${kind.heads} has lost its opening`);
    return matter;
  }

  async function ofWrite(writeId: string): Promise<number[]> {
    const standing: number[] = [];
    for (const number of await numbersWhere({ write_id: writeId }))
      if ((await records(number)).some((event) => event.writeId === writeId && !event.undone))
        standing.push(number);
    return standing;
  }

  return {
    async open(event, now, columns = {}) {
      await locks(db).numbers(kind.heads);
      const last = await db(kind.heads).max({ number: "number" }).first();
      const number = (last?.number ?? 0) + 1;
      await db(kind.heads).insert({ ...columns, number, state: WITHDRAWN, data: "{}" });
      return entered(number, event, now);
    },
    add: entered,
    async find(number) {
      if (number > MOST) return null;
      const row: H | undefined = await db(kind.heads)
        .where({ number })
        .modify((query) => {
          // Of two processes that take a step with it, the second one sees what the first has done.
          if (isPostgres(db) && db.isTransaction) query.forUpdate();
        })
        .first();
      return row && row.state !== WITHDRAWN ? decode<T>(row.data) : null;
    },
    async list(where, withClosed) {
      const found: H[] = await db(kind.heads)
        .where(where)
        .whereNotIn("state", withClosed ? [WITHDRAWN] : ["closed", WITHDRAWN])
        .orderBy("number");
      return found.map(({ data }) => decode<T>(data));
    },
    events: records,
    ofWrite,
    async ofMessage(messageId) {
      const events: EventRecord<C>[] = [];
      for (const number of await numbersWhere({ message_id: messageId }))
        events.push(...(await records(number)).filter((one) => one.messageId === messageId && !one.undone));
      return events;
    },
    async lastWrite(chatId, openId) {
      const found: Columns[] = await db(kind.events)
        .where({ chat_id: chatId, said_by: openId })
        .orderBy("id", "desc")
        .limit(LOOKED_BACK);
      // Of one that changed several matters some may have been taken back, and by somebody else.
      for (const writeId of new Set(found.map((row) => row.write_id))) {
        const row = found.find((one) => one.write_id === writeId);
        if (!row || (await ofWrite(writeId)).length === 0) continue;
        return { writeId, saidAt: row.said_at, recordedAt: row.recorded_at, messageId: row.message_id };
      }
      return null;
    },
    async asOf(instant) {
      const heads: H[] = await db(kind.heads).whereNot({ state: WITHDRAWN }).orderBy("number");
      const all: Columns[] = await db(kind.events).orderBy("id");
      const byNumber = new Map<number, Columns[]>();
      for (const row of all) byNumber.set(row.number, [...(byNumber.get(row.number) ?? []), row]);
      return heads.flatMap((head) => {
        const events = toRecords<C>(byNumber.get(head.number) ?? []);
        return (
          kind.fold(
            head,
            events.filter(({ saidAt }) => saidAt <= instant),
          ) ?? []
        );
      });
    },
    async withdraw(number, writeId, by, now) {
      await insert(number, { is: "undo", writeId }, by, now);
      return keepFresh(number);
    },
  };
}

const isUndo = (change: { is: string }): change is Undo | FormerUndo =>
  change.is === "undo" || change.is === "withdraw";

/** steps of one person in a chat among which the last that stands is looked for */
const LOOKED_BACK = 100;

/** The steps of one matter, in the order of writing; those that were taken back are marked. */
function toRecords<C extends { is: string }>(rows: readonly Columns[]): EventRecord<C>[] {
  const read = rows.map((row) => ({ row, change: decode<C | Undo | FormerUndo>(row.data) }));
  const undone = new Set<string | undefined>();
  for (const { change } of read)
    if (isUndo(change)) undone.add(change.is === "undo" ? change.writeId : rows[0]?.write_id);
  return read.flatMap(({ row, change }) => {
    if (isUndo(change)) return [];
    return [
      {
        id: row.id,
        change,
        saidAt: row.said_at,
        saidBy: row.said_by,
        saidByName: row.said_by_name,
        chatId: row.chat_id,
        messageId: row.message_id,
        writeId: row.write_id,
        ...(undone.has(row.write_id) ? { undone: true as const } : {}),
      },
    ];
  });
}
