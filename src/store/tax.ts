import type { Knex } from "knex";
import type { Registration, TaxAnswer } from "../domain/tax.js";

/** 留税: what was asked of a project in the office's group, and what was answered. */
export interface TaxQuestion {
  code: string;
  state: "waiting" | "asked" | "answered" | "withdrawn";
  cardId: string | null;
  answer: TaxAnswer | null;
}

export interface Tax {
  find(code: string): Promise<TaxQuestion | null>;
  all(): Promise<TaxQuestion[]>;
  /** Asked, or kept until there is a group to ask in (`cardId` null). */
  ask(code: string, cardId: string | null, now: number): Promise<void>;
  withdraw(code: string): Promise<void>;
  answer(code: string, answer: TaxAnswer, by: string): Promise<void>;
}

interface Columns {
  code: string;
  state: TaxQuestion["state"];
  card_id: string | null;
  contractor: string | null;
  registration: Registration | null;
  asked_at: number;
  answered_at: number | null;
  answered_by: string | null;
  answered_by_name: string | null;
}

const toQuestion = (row: Columns): TaxQuestion => ({
  code: row.code,
  state: row.state,
  cardId: row.card_id,
  answer:
    row.contractor === null || row.registration === null
      ? null
      : {
          contractor: row.contractor,
          registration: row.registration,
          answeredByName: row.answered_by_name ?? "",
          answeredAt: row.answered_at ?? 0,
        },
});

export function tax(db: Knex): Tax {
  const table = () => db<Columns>("tax_questions");
  return {
    async find(code) {
      const row = await table().where({ code }).first();
      return row ? toQuestion(row) : null;
    },
    async all() {
      return (await table().orderBy("code")).map(toQuestion);
    },
    async ask(code, cardId, now) {
      const state = cardId === null ? "waiting" : "asked";
      await db("tax_questions")
        .insert({ code, state, card_id: cardId, asked_at: now })
        .onConflict("code")
        .merge(["state", "card_id", "asked_at"]);
    },
    async withdraw(code) {
      await table().where({ code }).update({ state: "withdrawn", card_id: null });
    },
    async answer(code, { contractor, registration, answeredByName, answeredAt }, by) {
      const columns = {
        state: "answered",
        contractor,
        registration,
        answered_at: answeredAt,
        answered_by: by,
        answered_by_name: answeredByName,
      };
      await db("tax_questions")
        .insert({ code, asked_at: answeredAt, ...columns })
        .onConflict("code")
        .merge(Object.keys(columns));
    },
  };
}
