import type { Knex } from "knex";
import type { Period } from "../domain/period.js";
import type { Ranked } from "../domain/score.js";
import { decode, encode } from "./codec.js";
import { locks } from "./locks.js";
import type { UnitOfWork } from "./unit-of-work.js";

/** 签发的评分: as it stood when a person signed it. */
export interface SignedScores {
  /** 第1号 */
  number: number;
  month: Period;
  rule: string;
  scores: Ranked[];
  signedBy: string;
  signedByName: string;
  /** epoch ms */
  signedAt: number;
}

export interface Scores {
  /** Keeps what was signed, under the next number. */
  sign(scores: Omit<SignedScores, "number">, chatId: string): Promise<number>;
  /** The last one signed for a month. */
  ofMonth(month: Period): Promise<SignedScores | null>;
  /** By project: the data months of which something was said that still stands, before they closed. */
  reportedInTime(from: Period, to: Period): Promise<Map<string, ReadonlySet<Period>>>;
}

interface Columns {
  number: number;
  month: Period;
  rule: string;
  scores: string;
  signed_by: string;
  signed_by_name: string;
  signed_at: number;
}

const toSigned = (row: Columns): SignedScores => ({
  number: row.number,
  month: row.month,
  rule: row.rule,
  scores: decode(row.scores),
  signedBy: row.signed_by,
  signedByName: row.signed_by_name,
  signedAt: row.signed_at,
});

/** What is no report of a month: plans, and days that are planned. */
const NO_REPORT = ["plan", "milestone"];

export function scores(db: Knex, work: UnitOfWork): Scores {
  return {
    async sign({ month, rule, scores: rows, signedBy, signedByName, signedAt }, chatId) {
      await locks(db).numbers("signed_scores");
      const last = await db("signed_scores").max({ number: "number" }).first();
      const number = Number(last?.number ?? 0) + 1;
      await db("signed_scores").insert({
        number,
        month,
        rule,
        scores: encode(rows),
        signed_by: signedBy,
        signed_by_name: signedByName,
        signed_at: signedAt,
        chat_id: chatId,
      });
      return number;
    },
    async ofMonth(month) {
      const row: Columns | undefined = await db("signed_scores")
        .where({ month })
        .orderBy("number", "desc")
        .first();
      return row ? toSigned(row) : null;
    },
    async reportedInTime(from, to) {
      await work.flush("entries");
      const rows: { code: string; month: Period }[] = await db("entries")
        .leftJoin("withdrawals", "withdrawals.write_id", "entries.write_id")
        .whereNull("withdrawn_at")
        .whereNotIn("measure", NO_REPORT)
        .whereBetween("data_month", [from, to])
        .distinct({ code: "entries.code", month: "entries.data_month" });
      const found = new Map<string, Set<Period>>();
      for (const { code, month } of rows) found.set(code, (found.get(code) ?? new Set()).add(month));
      return found;
    },
  };
}
