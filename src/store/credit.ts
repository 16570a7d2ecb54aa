import type { Knex } from "knex";
import type { Choice } from "../domain/credit.js";

/** 亮点: something that went well, named by a person. */
export interface Credit {
  id: number;
  /** the project's code; null where a unit alone is named */
  code: string | null;
  /** who is to be credited */
  unit: string | null;
  words: string;
  saidBy: string;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
}

/** What people have decided of a unit for a year's 立功竞赛. */
export interface CreditChoice {
  unit: string;
  choice: Choice;
  decidedByName: string;
  /** epoch ms */
  decidedAt: number;
}

export interface Credits {
  add(credit: Omit<Credit, "id">, where: { chatId: string; messageId: string }): Promise<number>;
  find(id: number): Promise<Credit | null>;
  /** The last one that a person named in a chat. */
  lastOf(chatId: string, openId: string): Promise<Credit | null>;
  /** Those said in [from, to), the oldest first, without what was taken back. */
  between(from: number, to: number): Promise<Credit[]>;
  /** False when it was taken back before. */
  withdraw(id: number, now: number): Promise<boolean>;
  choose(year: number, choice: CreditChoice, by: string): Promise<void>;
  choices(year: number): Promise<CreditChoice[]>;
}

interface Columns {
  id: number;
  code: string | null;
  unit: string | null;
  words: string;
  said_by: string;
  said_by_name: string;
  said_at: number;
}

const toCredit = (row: Columns): Credit => ({
  id: row.id,
  code: row.code,
  unit: row.unit,
  words: row.words,
  saidBy: row.said_by,
  saidByName: row.said_by_name,
  saidAt: row.said_at,
});

export function credits(db: Knex): Credits {
  const standing = () => db("credits").whereNull("withdrawn_at");
  return {
    async add(credit, { chatId, messageId }) {
      const [row] = await db("credits")
        .insert({
          code: credit.code,
          unit: credit.unit,
          words: credit.words,
          said_by: credit.saidBy,
          said_by_name: credit.saidByName,
          said_at: credit.saidAt,
          chat_id: chatId,
          message_id: messageId,
        })
        .returning("id");
      return row.id;
    },
    async find(id) {
      const row = await standing().where({ id }).first();
      return row ? toCredit(row) : null;
    },
    async lastOf(chatId, openId) {
      const row = await standing().where({ chat_id: chatId, said_by: openId }).orderBy("id", "desc").first();
      return row ? toCredit(row) : null;
    },
    async between(from, to) {
      const rows: Columns[] = await standing()
        .where("said_at", ">=", from)
        .where("said_at", "<", to)
        .orderBy(["said_at", "id"]);
      return rows.map(toCredit);
    },
    async withdraw(id, now) {
      return (await standing().where({ id }).update({ withdrawn_at: now })) > 0;
    },
    async choose(year, { unit, choice, decidedByName, decidedAt }, by) {
      await db("credit_choices")
        .insert({
          year,
          unit,
          choice,
          decided_by: by,
          decided_by_name: decidedByName,
          decided_at: decidedAt,
        })
        .onConflict(["year", "unit"])
        .merge();
    },
    async choices(year) {
      const rows = await db("credit_choices").where({ year }).orderBy("unit");
      return rows.map((row) => ({
        unit: row.unit,
        choice: row.choice,
        decidedByName: row.decided_by_name,
        decidedAt: row.decided_at,
      }));
    },
  };
}
