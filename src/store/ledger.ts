import { randomInt } from "node:crypto";
import type { Knex } from "knex";
import type { Entry, EntryHead, Measured } from "../domain/ledger-entry.js";
import { currentYtd, type Figures, noFigures } from "../domain/ledger-figures.js";
import type { Period } from "../domain/period.js";
import { decode, encode } from "./codec.js";
import { locks } from "./locks.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** An entry with who said it, where, and in which words. */
export type LedgerRecord = Entry & {
  code: string;
  saidBy: string | null;
  saidByName: string;
  chatId: string | null;
  messageId: string | null;
  words: string;
  writeId: string;
  source: "chat" | "demo";
};

export type NewRecord = Measured &
  Omit<EntryHead, "id" | "undone"> &
  Pick<
    LedgerRecord,
    "code" | "saidBy" | "saidByName" | "chatId" | "messageId" | "words" | "writeId" | "source"
  >;

/** What one message wrote. */
export interface Write {
  writeId: string;
  saidBy: string | null;
  chatId: string | null;
  /** when it came into the ledger; epoch ms */
  recordedAt: number;
  records: LedgerRecord[];
}

export interface Ledger {
  /** As they are now; within a transaction nobody else changes them until it ends. */
  figures(code: string): Promise<Figures>;
  /** As they are now, for whoever changes nothing: waits for nobody and keeps nobody waiting. */
  figuresToShow(code: string): Promise<Figures>;
  /**
   * Waits until nobody else changes the figures of these projects. Whoever changes those of several takes them
   * at once: two that take them one by one in different orders wait for each other.
   */
  hold(codes: readonly string[]): Promise<void>;
  /** Waits until nobody changes the figures of any project: what is read then is whole. */
  holdAll(): Promise<void>;
  /** Every entry of a project, oldest said first; what was undone is marked. */
  ofProject(code: string): Promise<LedgerRecord[]>;
  /** The latest entries, newest said first. */
  latest(code: string, limit: number): Promise<LedgerRecord[]>;
  /** The latest entries of a data month that measure one of these, newest said first. */
  latestOf(
    code: string,
    dataMonth: Period,
    measures: readonly Measured["measure"][],
    limit: number,
  ): Promise<LedgerRecord[]>;
  /** All entries of these projects said up to an instant, by project: how things stood then. */
  saidUpTo(instant: number, codes: readonly string[]): Promise<Map<string, LedgerRecord[]>>;
  /** Codes of the projects of which something was said after an instant, epoch ms. */
  saidAfter(instant: number): Promise<ReadonlySet<string>>;
  append(records: NewRecord[], recordedAt: number): Promise<number[]>;
  keepFigures(code: string, figures: Figures, year: number): Promise<void>;
  write(writeId: string): Promise<Write | null>;
  /** The last write of a person in a chat that was not taken back. */
  lastWrite(chatId: string, openId: string): Promise<Write | null>;
  /** Writes that came from a message and still stand. */
  ofMessage(messageId: string): Promise<Write | null>;
  /** False when it was taken back before. */
  withdraw(writeId: string, by: string, messageId: string | null, now: number): Promise<boolean>;
}

interface Columns {
  id: number;
  code: string;
  measure: string;
  data: string;
  data_month: Period;
  said_at: number;
  recorded_at: number;
  said_by: string | null;
  said_by_name: string;
  chat_id: string | null;
  message_id: string | null;
  words: string;
  write_id: string;
  source: "chat" | "demo";
  withdrawn_at: number | null;
}

/** What of an entry goes into its JSON: the measured value and the two marks beside it. */
type Data = Omit<Measured, "measure"> & { approx?: true; corrects?: number };

function toRecord(row: Columns): LedgerRecord {
  return {
    ...decode<Data>(row.data),
    measure: row.measure,
    id: row.id,
    saidAt: row.said_at,
    dataMonth: row.data_month,
    ...(row.withdrawn_at === null ? {} : { undone: true as const }),
    code: row.code,
    saidBy: row.said_by,
    saidByName: row.said_by_name,
    chatId: row.chat_id,
    messageId: row.message_id,
    words: row.words,
    writeId: row.write_id,
    source: row.source,
  } as LedgerRecord;
}

/** so small that the sum of a million of them is still exact */
const LARGEST_STAMP = 2 ** 32;

const NEWEST_FIRST = [
  { column: "said_at", order: "desc" },
  { column: "id", order: "desc" },
];

export function ledger(db: Knex, work: UnitOfWork): Ledger {
  const standing = async () => {
    await work.flush("entries");
    return { query: db("entries").leftJoin("withdrawals", "withdrawals.write_id", "entries.write_id") };
  };
  const entries = async () => {
    const { query } = await standing();
    return { query: query.select("entries.*", "withdrawals.withdrawn_at") };
  };
  const toWrite = (rows: Columns[]): Write | null => {
    const records = rows.map(toRecord);
    const [first] = records;
    if (!first) return null;
    const { writeId, saidBy, chatId } = first;
    return { writeId, saidBy, chatId, recordedAt: rows[0]?.recorded_at ?? 0, records };
  };
  const write = async (writeId: string) =>
    toWrite(await (await entries()).query.where("entries.write_id", writeId).orderBy("entries.id"));

  const figuresToShow = async (code: string) => {
    const row = await work.findState(code, () =>
      db("project_state").select("figures").where({ code }).first(),
    );
    return row ? decode<Figures>(String(row.figures)) : noFigures;
  };

  return {
    async figures(code) {
      await locks(db).projects([code]);
      return figuresToShow(code);
    },
    figuresToShow,
    hold: (codes) => locks(db).projects(codes),
    holdAll: () => locks(db).allProjects(),
    async ofProject(code) {
      return (await (await entries()).query.where({ code }).orderBy(["said_at", "id"])).map(toRecord);
    },
    async latest(code, limit) {
      const { query } = await entries();
      return (await query.where({ code }).orderBy(NEWEST_FIRST).limit(limit)).map(toRecord);
    },
    async latestOf(code, dataMonth, measures, limit) {
      const { query } = await entries();
      const rows = await query
        .where({ code, data_month: dataMonth })
        .whereIn("measure", measures)
        .orderBy(NEWEST_FIRST)
        .limit(limit);
      return rows.map(toRecord);
    },
    async saidUpTo(instant, codes) {
      const found = new Map<string, LedgerRecord[]>();
      const { query } = await entries();
      query.where("said_at", "<=", instant).whereIn("code", codes).orderBy(["said_at", "id"]);
      for (const row of await query) {
        const record = toRecord(row);
        const known = found.get(record.code);
        if (known) known.push(record);
        else found.set(record.code, [record]);
      }
      return found;
    },
    async saidAfter(instant) {
      await work.flush("entries");
      // The latest of each project is the end of its stretch of the index.
      const rows = await db("entries")
        .groupBy("code")
        .havingRaw("max(said_at) > ?", [instant])
        .select("code");
      return new Set(rows.map(({ code }) => code));
    },
    async append(records, recordedAt) {
      if (records.length === 0) return [];
      const ids = await work.entryIds(records.length);
      await work.add(
        "entries",
        records.map((record, index) => ({ id: ids[index] ?? 0, ...toColumns(record, recordedAt) })),
      );
      return ids;
    },
    async keepFigures(code, figures, year) {
      const inYear = figures.years[year];
      const columns = {
        figures: encode(figures),
        stamp: randomInt(LARGEST_STAMP),
        year,
        ytd_yuan: currentYtd(figures, year)?.yuan ?? null,
        plan_yuan: inYear?.plan?.yuan ?? null,
        funds_yuan: inYear?.funds?.yuan ?? null,
        area_mu: inYear?.area?.mu ?? null,
        percent: figures.percent?.value ?? null,
        reported_month: figures.reported.at(-1) ?? null,
        last_said_at: figures.last?.saidAt ?? null,
      };
      await work.putState(code, { code, ...columns });
    },
    write,
    async lastWrite(chatId, openId) {
      const { query } = await standing();
      const row = await query
        .where({ chat_id: chatId, said_by: openId })
        .whereNull("withdrawn_at")
        .orderBy("entries.id", "desc")
        .first("entries.write_id as writeId");
      return row ? write(row.writeId) : null;
    },
    async ofMessage(messageId) {
      const { query } = await entries();
      return toWrite(
        await query
          .where({ "entries.message_id": messageId })
          .whereNull("withdrawn_at")
          .orderBy("entries.id"),
      );
    },
    async withdraw(writeId, by, messageId, now) {
      const rows = await db("withdrawals")
        .insert({ write_id: writeId, withdrawn_at: now, withdrawn_by: by, message_id: messageId })
        .onConflict("write_id")
        .ignore()
        .returning("write_id");
      return rows.length > 0;
    },
  };
}

function toColumns(record: NewRecord, recordedAt: number) {
  const {
    measure,
    code,
    saidAt,
    dataMonth,
    saidBy,
    saidByName,
    chatId,
    messageId,
    words,
    writeId,
    source,
    ...data
  } = record;
  return {
    code,
    measure,
    data: encode(data),
    data_month: dataMonth,
    said_at: saidAt,
    recorded_at: recordedAt,
    said_by: saidBy,
    said_by_name: saidByName,
    chat_id: chatId,
    message_id: messageId,
    words,
    write_id: writeId,
    source,
  };
}
