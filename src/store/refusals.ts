import type { Knex } from "knex";

/** Somebody was told no: who, where, what, by which rule. */
export interface Refused {
  openId: string;
  chatId: string;
  messageId: string | null;
  /** the rule's code */
  code: string;
  /** what was asked for, in a few words */
  what: string;
}

export interface Refusals {
  add(refused: Refused, now: number): Promise<void>;
  latest(limit: number): Promise<(Refused & { at: number })[]>;
}

export function refusals(db: Knex): Refusals {
  return {
    async add(refused, now) {
      await db("refusals").insert({
        refused_at: now,
        open_id: refused.openId,
        chat_id: refused.chatId,
        message_id: refused.messageId,
        code: refused.code,
        what: refused.what,
      });
    },
    async latest(limit) {
      const rows = await db("refusals").orderBy("id", "desc").limit(limit);
      return rows.map((row) => ({
        at: row.refused_at,
        openId: row.open_id,
        chatId: row.chat_id,
        messageId: row.message_id,
        code: row.code,
        what: row.what,
      }));
    },
  };
}
