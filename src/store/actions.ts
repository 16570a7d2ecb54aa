import type { Knex } from "knex";
import {
  type Action,
  type ActionBy,
  type ActionChange,
  type ActionStep,
  afterStep,
  openedAction,
} from "../domain/action.js";
import { decode, encode } from "./codec.js";
import { isPostgres } from "./dialect.js";
import { locks } from "./locks.js";

/** Where a step was taken, in which message. */
export interface ActionSource {
  chatId: string;
  messageId: string;
  writeId: string;
}

export interface ActionRecord extends ActionBy {
  change: ActionChange | { is: "withdraw" };
}

export interface ActionFilter {
  /** closed ones, too */
  withClosed?: boolean;
  meetingId?: number;
  unit?: string;
}

/** Somebody's last write in a chat. */
export interface ActionWrite {
  writeId: string;
  /** epoch ms */
  at: number;
  /** epoch ms */
  recordedAt: number;
  numbers: number[];
}

export interface Actions {
  /** Enters an action under the next number. */
  open(
    change: Extract<ActionChange, { is: "open" }>,
    by: ActionBy,
    source: ActionSource,
    now: number,
  ): Promise<Action>;
  add(
    action: Action,
    change: Extract<ActionChange, { is: ActionStep }>,
    by: ActionBy,
    source: ActionSource,
    now: number,
  ): Promise<Action>;
  find(number: number): Promise<Action | null>;
  /** By number; those withdrawn are never among them. */
  list(filter?: ActionFilter): Promise<Action[]>;
  /** Oldest first. */
  events(number: number): Promise<ActionRecord[]>;
  /** The actions that somebody's last write in a chat has opened and that nothing has happened to since. */
  lastOpened(chatId: string, openId: string): Promise<ActionWrite | null>;
  /** Takes one back that nothing has happened to but its opening. */
  withdraw(number: number, by: ActionBy, source: ActionSource, now: number): Promise<void>;
}

interface Head {
  number: number;
  state: string;
  data: string;
}

const WITHDRAWN = "withdrawn";
/** Beyond any number that was given; PostgreSQL would not take it as one. */
const GREATEST = 2_147_483_647;

export function actions(db: Knex): Actions {
  async function record(
    number: number,
    change: ActionRecord["change"],
    { openId, name, at }: ActionBy,
    { chatId, messageId, writeId }: ActionSource,
    now: number,
  ): Promise<void> {
    await db("action_events").insert({
      number,
      data: encode(change),
      said_at: at,
      recorded_at: now,
      said_by: openId,
      said_by_name: name,
      chat_id: chatId,
      message_id: messageId,
      write_id: writeId,
    });
  }

  return {
    async open(change, by, source, now) {
      await locks(db).actionNumbers();
      const last = await db("actions").max({ number: "number" }).first();
      const action = openedAction((last?.number ?? 0) + 1, change, by);
      const { number, meetingId, unit, state } = action;
      await db("actions").insert({ number, meeting_id: meetingId, unit, state, data: encode(action) });
      await record(number, change, by, source, now);
      return action;
    },
    async add(action, change, by, source, now) {
      const next = afterStep(action, change, by);
      const { number, unit, state } = next;
      await db("actions")
        .where({ number })
        .update({ unit, state, data: encode(next) });
      await record(number, change, by, source, now);
      return next;
    },
    async find(number) {
      if (number > GREATEST) return null;
      const row: Head | undefined = await db("actions")
        .where({ number })
        .modify((query) => {
          // Of two processes that take a step with it, the second one sees what the first has done.
          if (isPostgres(db) && db.isTransaction) query.forUpdate();
        })
        .first();
      return row && row.state !== WITHDRAWN ? decode<Action>(row.data) : null;
    },
    async list({ withClosed = false, meetingId, unit } = {}) {
      const rows: Head[] = await db("actions")
        .whereNotIn("state", withClosed ? [WITHDRAWN] : ["closed", WITHDRAWN])
        .modify((query) => {
          if (meetingId !== undefined) query.where({ meeting_id: meetingId });
          if (unit !== undefined) query.where({ unit });
        })
        .orderBy("number");
      return rows.map((row) => decode<Action>(row.data));
    },
    async events(number) {
      const rows = await db("action_events").where({ number }).orderBy("id");
      return rows.map((row) => ({
        change: decode<ActionRecord["change"]>(row.data),
        openId: row.said_by,
        name: row.said_by_name,
        at: row.said_at,
      }));
    },
    async lastOpened(chatId, openId) {
      const last = await db("action_events")
        .where({ chat_id: chatId, said_by: openId })
        .orderBy("id", "desc")
        .first();
      if (!last) return null;
      const rows = await db("action_events").where({ write_id: last.write_id }).orderBy("id");
      const numbers: number[] = [...new Set<number>(rows.map((row) => row.number))];
      for (const number of numbers) if ((await db("action_events").where({ number })).length > 1) return null;
      return { writeId: last.write_id, at: last.said_at, recordedAt: last.recorded_at, numbers };
    },
    async withdraw(number, by, source, now) {
      await db("actions").where({ number }).update({ state: WITHDRAWN });
      await record(number, { is: "withdraw" }, by, source, now);
    },
  };
}
