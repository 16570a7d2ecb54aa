import type { Knex } from "knex";

/** A post that changes in place as the ledger does. */
export interface LiveCard {
  cardId: string;
  /** name of the post that draws it */
  job: string;
  chatId: string;
  /** epoch ms; after it the card stays as it is */
  until: number;
}

export interface LiveCards {
  add(card: LiveCard): Promise<void>;
  /** Those that still change. */
  open(now: number): Promise<LiveCard[]>;
  /** There is nothing left that could change: the card or its chat is gone. */
  end(cardId: string): Promise<void>;
  forget(before: number): Promise<number>;
}

export function liveCards(db: Knex): LiveCards {
  const table = () => db("live_cards");
  return {
    async add({ cardId, job, chatId, until }) {
      await table().insert({ card_id: cardId, job, chat_id: chatId, until });
    },
    async open(now) {
      const rows = await table().where("until", ">", now).orderBy("card_id");
      return rows.map((row) => ({
        cardId: row.card_id,
        job: row.job,
        chatId: row.chat_id,
        until: row.until,
      }));
    },
    async end(cardId) {
      await table().where({ card_id: cardId }).delete();
    },
    forget: (before) => table().where("until", "<", before).delete(),
  };
}
