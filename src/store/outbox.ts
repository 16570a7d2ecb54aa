import type { Knex } from "knex";
import type { UnitOfWork } from "./unit-of-work.js";

export type OutboxOp = "create" | "reply" | "patch";
export type OutboxStatus = "waiting" | "sent" | "dead" | "uncertain" | "superseded";

/** A message on its way out. */
export interface OutboxRow {
  seq: number;
  /** chat_id, or the open_id of a person's private chat: rows of a lane leave in order of seq */
  lane: string;
  op: OutboxOp;
  /** create: chat_id or open_id; reply: message_id; patch: message_id, or the card's id before it is sent */
  target: string;
  msgType: "interactive" | "text" | "post" | "file";
  /** of a file its id in the store: it gets the platform's key when it leaves */
  content: string;
  /** at most 50 characters; the platform sends one message an hour for each */
  uuid: string;
  cardId: string | null;
  attempts: number;
  createdAt: number;
  /** the first attempt whose outcome is not known began at this instant */
  unclearSince: number | null;
  /** epoch ms: after it the message makes no sense; null = what holds for all */
  expiresAt: number | null;
}

/** When a message may leave. */
export interface Leave {
  /** only in posting hours: nobody has asked for it */
  inHours: boolean;
  expiresAt: number | null;
}

export interface NewOutboxRow extends Partial<Leave> {
  lane: string;
  op: OutboxOp;
  target: string;
  msgType: OutboxRow["msgType"];
  content: string;
  uuid: string;
  cardId: string | null;
  /** `inbox:SEQ`, `run:ID`, `nudge:DAY` or `card:ID` */
  cause: string;
}

/** A row as it was read before its attempt. */
type Attempted = Pick<OutboxRow, "seq" | "unclearSince">;

interface Columns {
  seq: number;
  lane: string;
  op: OutboxOp;
  target: string;
  msg_type: OutboxRow["msgType"];
  content: string;
  uuid: string;
  card_id: string | null;
  attempts: number;
  created_at: number;
  unclear_since: number | null;
  in_hours: boolean | number;
  expires_at: number | null;
}

export interface Outbox {
  add(rows: NewOutboxRow[], now: number): Promise<void>;
  /**
   * The heads of the lanes that may leave now, oldest first. Only heads: a lane with a thousand rows must
   * not crowd out the others. Outside posting hours (`mayPost` false) what waits for them is passed over,
   * and the first of the others is its lane's head.
   */
  ready(
    now: number,
    limit: number,
    lanesInFlight: readonly string[],
    mayPost?: boolean,
  ): Promise<OutboxRow[]>;
  /** The first instant later than `after` for which the head of a lane waits; null when none does. */
  nextAt(after?: number, mayPost?: boolean): Promise<number | null>;
  /** Whether anything waits that leaves only in posting hours. */
  hasHeld(): Promise<boolean>;
  /** What holds for a card's message while it waits; null when it has left. */
  leaveOfCard(cardId: string): Promise<Leave | null>;
  /**
   * Written before an attempt, so that after a crash its unclear outcome is known to be unclear. Gives the
   * rows that still wait; one that was superseded in the meantime is not among them.
   */
  begin(seqs: number[], now: number): Promise<number[]>;
  sent(done: { seq: number; messageId: string | null }[], now: number): Promise<void>;
  /** The attempt surely had no effect: try again at `notBefore`. What was unclear before it stays unclear. */
  retry(row: Attempted, notBefore: number, reason: string): Promise<void>;
  /** The outcome is not known: the same uuid is tried again at `notBefore`. */
  unclear(seq: number, notBefore: number, reason: string): Promise<void>;
  putAside(
    seq: number,
    status: "dead" | "uncertain" | "superseded",
    now: number,
    reason: string,
  ): Promise<void>;
  /** A reply whose original is gone leaves as a plain message to the chat. */
  withoutReply(row: Attempted, chatId: string): Promise<void>;
  /** The platform's message that carries a card; null while it has not been sent. */
  messageOfCard(cardId: string): Promise<string | null>;
  /** Older changes of a card that have not left yet give way to a newer one. */
  supersedePatches(cardId: string, now: number): Promise<void>;
  aside(
    limit: number,
  ): Promise<{ seq: number; lane: string; status: OutboxStatus; endedAt: number; reason: string }[]>;
  waiting(): Promise<number>;
  forget(before: number): Promise<number>;
}

function toRow(row: Columns): OutboxRow {
  return {
    seq: row.seq,
    lane: row.lane,
    op: row.op,
    target: row.target,
    msgType: row.msg_type,
    content: row.content,
    uuid: row.uuid,
    cardId: row.card_id,
    attempts: row.attempts,
    createdAt: row.created_at,
    unclearSince: row.unclear_since,
    expiresAt: row.expires_at,
  };
}

export function outbox(db: Knex, work: UnitOfWork): Outbox {
  const table = () => db("outbox");
  const heads = (mayPost: boolean) => {
    const first = table().min("seq").where("status", "waiting").groupBy("lane");
    return mayPost ? first : first.where("in_hours", false);
  };
  return {
    async add(rows, now) {
      await work.add(
        "outbox",
        rows.map((row) => ({
          lane: row.lane,
          op: row.op,
          target: row.target,
          msg_type: row.msgType,
          content: row.content,
          uuid: row.uuid,
          card_id: row.cardId,
          cause: row.cause,
          created_at: now,
          status: "waiting",
          attempts: 0,
          not_before: now,
          in_hours: row.inHours ?? false,
          expires_at: row.expiresAt ?? null,
        })),
      );
    },
    async ready(now, limit, lanesInFlight, mayPost = true) {
      const rows: Columns[] = await table()
        .whereIn("seq", heads(mayPost))
        .where("not_before", "<=", now)
        .whereNotIn("lane", [...lanesInFlight])
        .orderBy("seq")
        .limit(limit);
      return rows.map(toRow);
    },
    async nextAt(after = 0, mayPost = true) {
      const row = await table()
        .whereIn("seq", heads(mayPost))
        .where("not_before", ">", after)
        .min({ at: "not_before" })
        .first();
      return row?.at ?? null;
    },
    async hasHeld() {
      return (await table().where({ status: "waiting", in_hours: true }).first("seq")) !== undefined;
    },
    async leaveOfCard(cardId) {
      const row = await table()
        .where({ card_id: cardId, status: "waiting" })
        .whereNot("op", "patch")
        .first("in_hours", "expires_at");
      return row ? { inHours: Boolean(row.in_hours), expiresAt: row.expires_at } : null;
    },
    async begin(seqs, now) {
      const rows = await table()
        .whereIn("seq", seqs)
        .where("status", "waiting")
        .update({
          unclear_since: db.raw("coalesce(unclear_since, ?)", [now]),
          attempts: db.raw("attempts + 1"),
        })
        .returning("seq");
      return rows.map((row) => row.seq);
    },
    async sent(done, now) {
      if (done.length === 0) return;
      const cases = done.map(() => "when ? then ?").join(" ");
      await table()
        .whereIn(
          "seq",
          done.map((row) => row.seq),
        )
        .update({
          status: "sent",
          ended_at: now,
          unclear_since: null,
          message_id: db.raw(
            `case seq ${cases} end`,
            done.flatMap((row) => [row.seq, row.messageId]),
          ),
        });
    },
    async retry({ seq, unclearSince }, notBefore, reason) {
      await table().where({ seq }).update({ not_before: notBefore, reason, unclear_since: unclearSince });
    },
    async unclear(seq, notBefore, reason) {
      await table().where({ seq }).update({ not_before: notBefore, reason });
    },
    async putAside(seq, status, now, reason) {
      await table().where({ seq }).update({ status, ended_at: now, reason });
    },
    async withoutReply({ seq, unclearSince }, chatId) {
      await table().where({ seq }).update({ op: "create", target: chatId, unclear_since: unclearSince });
    },
    async messageOfCard(cardId) {
      const row = await table()
        .select("message_id")
        .where({ card_id: cardId, status: "sent" })
        .whereNot("op", "patch")
        .first();
      return row?.message_id ?? null;
    },
    async supersedePatches(cardId, now) {
      await work.flush("outbox");
      await table()
        .where({ card_id: cardId, op: "patch", status: "waiting", attempts: 0 })
        .update({ status: "superseded", ended_at: now });
    },
    async aside(limit) {
      const rows = await table().whereIn("status", ["dead", "uncertain"]).orderBy("seq", "desc").limit(limit);
      return rows.map((row) => ({
        seq: row.seq,
        lane: row.lane,
        status: row.status,
        endedAt: row.ended_at,
        reason: row.reason ?? "",
      }));
    },
    async waiting() {
      const row = await table().where("status", "waiting").count({ n: "*" }).first();
      return Number(row?.n ?? 0);
    },
    async forget(before) {
      return table().whereIn("status", ["sent", "superseded"]).where("ended_at", "<", before).delete();
    },
  };
}
