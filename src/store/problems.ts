import type { Knex } from "knex";
import { type Problem, type ProblemChange, type ProblemEvent, problemOf } from "../domain/problem.js";
import { decode, encode } from "./codec.js";
import { isPostgres } from "./dialect.js";
import { locks } from "./locks.js";

/** An event on its way in: what, who, where, in which message. */
export interface NewProblemEvent extends Omit<ProblemEvent, "id" | "undone"> {
  chatId: string;
  messageId: string;
}

export interface ProblemRecord extends ProblemEvent {
  chatId: string;
  messageId: string;
}

export interface ProblemFilter {
  /** codes of the projects that may be seen; null = all */
  codes: ReadonlySet<string> | null;
  /** of one project */
  code?: string;
  /** closed ones, too */
  withClosed?: boolean;
}

/** Somebody's last write in a chat: which problems it changed, and when; epoch ms. */
export interface ProblemWrite {
  writeId: string;
  saidAt: number;
  messageId: string;
}

export interface Problems {
  /** Enters a problem under the next number. */
  open(code: string, event: NewProblemEvent, now: number): Promise<Problem>;
  /** Adds what happened to a problem; where it stands then. */
  add(number: number, event: NewProblemEvent, now: number): Promise<Problem>;
  find(number: number): Promise<Problem | null>;
  /** By number. */
  list(filter: ProblemFilter): Promise<Problem[]>;
  /** Oldest first, those taken back among them. */
  events(number: number): Promise<ProblemRecord[]>;
  /** The numbers of the problems that a write changed and that was not taken back. */
  ofWrite(writeId: string): Promise<number[]>;
  /** The standing steps that a message has taken. */
  ofMessage(messageId: string): Promise<ProblemRecord[]>;
  lastWrite(chatId: string, openId: string): Promise<ProblemWrite | null>;
  /** Takes a write back; what is left of the problem, null when it was its opening. */
  withdraw(
    number: number,
    writeId: string,
    by: Omit<NewProblemEvent, "change">,
    now: number,
  ): Promise<Problem | null>;
}

interface Head {
  number: number;
  code: string;
  state: string;
  data: string;
}

interface Columns {
  id: number;
  number: number;
  data: string;
  said_at: number;
  said_by: string;
  said_by_name: string;
  chat_id: string;
  message_id: string;
  write_id: string;
}

/** An undo is an event too: nothing is ever taken out of the table. */
type Data = ProblemChange | { is: "undo"; writeId: string };

const WITHDRAWN = "withdrawn";

export function problems(db: Knex): Problems {
  const rows = async (number: number): Promise<Columns[]> =>
    db("problem_events").where({ number }).orderBy("id");

  async function insert(number: number, data: Data, event: Omit<NewProblemEvent, "change">, now: number) {
    await db("problem_events").insert({
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
  async function keepFresh(number: number): Promise<Problem | null> {
    const head: Head = await db("problems").where({ number }).first();
    const problem = problemOf(number, head.code, toRecords(await rows(number)));
    await db("problems")
      .where({ number })
      .update(problem ? { state: problem.state, data: encode(problem) } : { state: WITHDRAWN });
    return problem;
  }

  return {
    async open(code, { change, ...event }, now) {
      await locks(db).problemNumbers();
      const last = await db("problems").max({ number: "number" }).first();
      const number = (last?.number ?? 0) + 1;
      await db("problems").insert({ number, code, state: WITHDRAWN, data: "{}" });
      await insert(number, change, event, now);
      return surely(number, await keepFresh(number));
    },
    async add(number, { change, ...event }, now) {
      await insert(number, change, event, now);
      return surely(number, await keepFresh(number));
    },
    async find(number) {
      // Beyond any number that was given; PostgreSQL would not take it as one.
      if (number > 2_147_483_647) return null;
      const row: Head | undefined = await db("problems")
        .where({ number })
        .modify((query) => {
          // Of two processes that take a step with it, the second one sees what the first has done.
          if (isPostgres(db) && db.isTransaction) query.forUpdate();
        })
        .first();
      return row && row.state !== WITHDRAWN ? decode<Problem>(row.data) : null;
    },
    async list({ codes, code, withClosed = false }) {
      const found: Head[] = await db("problems")
        .whereNotIn("state", withClosed ? [WITHDRAWN] : ["closed", WITHDRAWN])
        .modify((query) => {
          if (code !== undefined) query.where({ code });
        })
        .orderBy("number");
      return found
        .filter((row) => codes === null || codes.has(row.code))
        .map((row) => decode<Problem>(row.data));
    },
    async events(number) {
      return toRecords(await rows(number));
    },
    async ofWrite(writeId) {
      const found: { number: number }[] = await db("problem_events")
        .where({ write_id: writeId })
        .distinct("number")
        .orderBy("number");
      const standing: number[] = [];
      for (const { number } of found)
        if (toRecords(await rows(number)).some((event) => event.writeId === writeId && !event.undone))
          standing.push(number);
      return standing;
    },
    async ofMessage(messageId) {
      const found: { number: number }[] = await db("problem_events")
        .where({ message_id: messageId })
        .distinct("number")
        .orderBy("number");
      const events: ProblemRecord[] = [];
      for (const { number } of found)
        events.push(
          ...toRecords(await rows(number)).filter((one) => one.messageId === messageId && !one.undone),
        );
      return events;
    },
    async lastWrite(chatId, openId) {
      const found: Columns[] = await db("problem_events")
        .where({ chat_id: chatId, said_by: openId })
        .orderBy("id", "desc");
      const undone = new Set(found.flatMap(undoneWrite));
      const row = found.find((one) => undoneWrite(one) === undefined && !undone.has(one.write_id));
      return row ? { writeId: row.write_id, saidAt: row.said_at, messageId: row.message_id } : null;
    },
    async withdraw(number, writeId, by, now) {
      await insert(number, { is: "undo", writeId }, by, now);
      return keepFresh(number);
    },
  };
}

const undoneWrite = ({ data }: Pick<Columns, "data">): string | undefined => {
  const change = decode<Data>(data);
  return change.is === "undo" ? change.writeId : undefined;
};

function toRecords(rows: readonly Columns[]): ProblemRecord[] {
  const undone = new Set(rows.flatMap((row) => undoneWrite(row) ?? []));
  return rows.flatMap((row) => {
    const change = decode<Data>(row.data);
    if (change.is === "undo") return [];
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

function surely(number: number, problem: Problem | null): Problem {
  if (!problem) throw new Error(`problem #${number} has lost its opening`);
  return problem;
}
