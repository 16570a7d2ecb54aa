import type { Knex } from "knex";
import { decode, encode } from "./codec.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** A card the bot has made and may draw again. */
export interface CardRecord {
  id: string;
  /** the command or post that made it and answers its buttons */
  kind: string;
  model: unknown;
  /** goes up at each redraw; a button of an older version no longer acts */
  version: number;
  chatId: string;
  /** open_id of the person it answered; null for posts */
  owner: string | null;
}

export interface Cards {
  /** @param waitsUntil when its open questions lapse; null when it asks nothing */
  add(card: CardRecord, now: number, waitsUntil?: number | null): Promise<void>;
  find(id: string): Promise<CardRecord | null>;
  /** The card that the bot's message is, or that answers a person's message; null when it has none. */
  ofMessage(messageId: string): Promise<CardRecord | null>;
  /**
   * Takes the next version, once: null when the card has moved on since `version`. Questions that were
   * open before keep their time; `waitsUntil` is that of the first ones, null when none is open any more.
   */
  turn(id: string, version: number, model: unknown, waitsUntil?: number | null): Promise<number | null>;
  /** Cards with questions that nobody has answered in time, longest waiting first. */
  lapsed(now: number, limit: number): Promise<CardRecord[]>;
  /** Its questions stay as they are and lapse no more. */
  waitNoLonger(id: string): Promise<void>;
  forget(before: number): Promise<number>;
}

export function cards(db: Knex, work: UnitOfWork): Cards {
  const table = () => db("cards");
  const find = async (id: string): Promise<CardRecord | null> => {
    await work.flush("cards");
    const row = await table().where({ id }).first();
    return row ? toRecord(row) : null;
  };
  /** An answer whose original was gone has left as a plain message: only its cause tells what it answers. */
  const answeredWithoutReply = async (messageId: string): Promise<string | null> => {
    const row = await db("inbox")
      .join("outbox", "outbox.target", "inbox.lane")
      .where({ "inbox.key": messageId, "outbox.op": "create" })
      .whereRaw("outbox.cause = 'inbox:' || inbox.seq")
      .first("outbox.card_id");
    return row?.card_id ?? null;
  };
  return {
    async add(card, now, waitsUntil = null) {
      await work.add("cards", [
        {
          id: card.id,
          kind: card.kind,
          model: encode(card.model),
          version: card.version,
          chat_id: card.chatId,
          owner: card.owner,
          made_at: now,
          waits_until: waitsUntil,
        },
      ]);
    },
    find,
    async ofMessage(messageId) {
      await work.flush("outbox");
      const row = await db("outbox")
        .where({ message_id: messageId })
        .orWhere({ op: "reply", target: messageId })
        .first("card_id");
      const cardId = row ? row.card_id : await answeredWithoutReply(messageId);
      return cardId ? find(cardId) : null;
    },
    async turn(id, version, model, waitsUntil = null) {
      const waits = waitsUntil === null ? null : db.raw("coalesce(waits_until, ?)", [waitsUntil]);
      const changed = await table()
        .where({ id, version })
        .update({ version: version + 1, model: encode(model), waits_until: waits });
      return changed === 1 ? version + 1 : null;
    },
    async lapsed(now, limit) {
      const rows = await table().where("waits_until", "<=", now).orderBy("waits_until").limit(limit);
      return rows.map(toRecord);
    },
    async waitNoLonger(id) {
      await table().where({ id }).update({ waits_until: null });
    },
    async forget(before) {
      return table().where("made_at", "<", before).delete();
    },
  };
}

interface Columns {
  id: string;
  kind: string;
  model: string;
  version: number;
  chat_id: string;
  owner: string | null;
}

const toRecord = (row: Columns): CardRecord => ({
  id: row.id,
  kind: row.kind,
  model: decode(row.model),
  version: row.version,
  chatId: row.chat_id,
  owner: row.owner,
});
