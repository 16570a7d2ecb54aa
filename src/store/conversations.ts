import type { Knex } from "knex";
import type { UnitOfWork } from "./unit-of-work.js";

/** What somebody spoke of last in a chat. */
export interface Conversation {
  /** code of the project; null when the last words were about several, or about none in particular */
  project: string | null;
  /** message_id of the message whose answer asked something; null when the last one did not */
  asked: string | null;
  /** epoch ms, the message's own time */
  spokeAt: number;
}

export interface Conversations {
  find(chatId: string, openId: string): Promise<Conversation | null>;
  keep(chatId: string, openId: string, conversation: Conversation): Promise<void>;
  forget(before: number): Promise<number>;
}

interface Columns {
  project: string | null;
  asked: string | null;
  spoke_at: number;
}

const idOf = (chatId: string, openId: string): string => `${chatId} ${openId}`;

export function conversations(db: Knex, work: UnitOfWork): Conversations {
  return {
    async find(chatId, openId) {
      const row = await work.findPut("conversations", idOf(chatId, openId), () =>
        db("conversations").where({ chat_id: chatId, open_id: openId }).first(),
      );
      if (!row) return null;
      const { project, asked, spoke_at: spokeAt } = row as unknown as Columns;
      return { project, asked, spokeAt: Number(spokeAt) };
    },
    async keep(chatId, openId, { project, asked, spokeAt }) {
      const row = { chat_id: chatId, open_id: openId, project, asked, spoke_at: spokeAt };
      await work.put("conversations", idOf(chatId, openId), row);
    },
    async forget(before) {
      return db("conversations").where("spoke_at", "<", before).delete();
    },
  };
}
