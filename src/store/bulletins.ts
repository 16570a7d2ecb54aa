import type { Knex } from "knex";
import type { Bulletin } from "../domain/bulletin.js";
import type { BulletinWords } from "../domain/bulletin-facts.js";
import type { BulletinState } from "../domain/bulletin-step.js";
import type { Period } from "../domain/period.js";
import { decode, encode } from "./codec.js";
import { locks } from "./locks.js";

export interface Hand {
  openId: string;
  name: string;
}

/** A bulletin as it is kept: a draft, or signed for good. */
export interface BulletinRecord {
  id: number;
  month: Period;
  /** 更正通报: the id of the signed one that it puts right */
  corrects: number | null;
  state: BulletinState;
  revision: number;
  content: Bulletin;
  words: BulletinWords;
  /** drafted by the schedule, not by a person */
  byBot: boolean;
  /** the last one to edit */
  editedBy: Hand | null;
  submittedBy: Hand | null;
  reviewedBy: Hand | null;
  signedBy: Hand | null;
  /** epoch ms */
  changedAt: number;
  signedAt: number | null;
  /** epoch ms from which it is posted; null for a draft, and where it was posted as it was signed */
  goesOutAt: number | null;
}

/** A draft as it is put in. */
export type NewBulletin = Pick<BulletinRecord, "month" | "corrects" | "content" | "byBot">;

/** What was signed and is posted from an instant on. */
export interface GoingOut {
  id: number;
  month: Period;
  /** epoch ms */
  signedAt: number;
  goesOutAt: number;
}

export type BulletinChange = Partial<
  Pick<BulletinRecord, "state" | "content" | "words" | "editedBy" | "submittedBy" | "reviewedBy">
>;

export interface Bulletins {
  find(id: number): Promise<BulletinRecord | null>;
  /** The month's open draft. */
  draft(month: Period): Promise<BulletinRecord | null>;
  /** The last one signed for a month. */
  signed(month: Period): Promise<BulletinRecord | null>;
  /** Of the months of a year, newest first. */
  ofYear(year: number): Promise<BulletinRecord[]>;
  /** Null when the month has a draft already. */
  add(draft: NewBulletin, now: number): Promise<BulletinRecord | null>;
  /** Everybody who has edited it. */
  editors(id: number): Promise<Hand[]>;
  /** A card by which a draft was handed on in private. */
  handOut(id: number, cardId: string): Promise<void>;
  /** Takes the cards by which it was handed on, but for one; they are not given again. */
  takeHanded(id: number, except: string | null): Promise<string[]>;
  /** What was signed and is posted from an instant at or after `since`, epoch ms. */
  goingOut(since: number): Promise<GoingOut[]>;
  /** An editor is added to those before. Null when somebody else has changed it meanwhile, or signed it. */
  change(
    { id, revision }: BulletinRecord,
    change: BulletinChange,
    now: number,
  ): Promise<BulletinRecord | null>;
  /** The highest number given in a year; 0 where none was. */
  lastNumber(year: number): Promise<number>;
  /** Waits until nobody else gives numbers; until the transaction ends nobody else does. */
  holdNumbers(): Promise<void>;
  sign(
    draft: BulletinRecord,
    signed: { year: number; number: number; content: Bulletin; by: Hand; at: number; goesOutAt: number },
  ): Promise<BulletinRecord | null>;
  /** Drops a draft; a signed one stays. */
  drop(draft: BulletinRecord): Promise<void>;
}

interface Columns {
  id: number;
  month: Period;
  corrects: number | null;
  state: BulletinState;
  revision: number;
  content: string;
  words: string;
  by_bot: boolean | number;
  edited_by: string | null;
  edited_by_name: string | null;
  submitted_by: string | null;
  submitted_by_name: string | null;
  reviewed_by: string | null;
  reviewed_by_name: string | null;
  signed_by: string | null;
  signed_by_name: string | null;
  changed_at: number;
  signed_at: number | null;
  goes_out_at: number | null;
}

const hand = (openId: string | null, name: string | null): Hand | null =>
  openId === null ? null : { openId, name: name ?? "" };

const toRecord = (row: Columns): BulletinRecord => ({
  id: row.id,
  month: row.month,
  corrects: row.corrects,
  state: row.state,
  revision: row.revision,
  content: decode(row.content),
  words: decode(row.words),
  byBot: Boolean(row.by_bot),
  editedBy: hand(row.edited_by, row.edited_by_name),
  submittedBy: hand(row.submitted_by, row.submitted_by_name),
  reviewedBy: hand(row.reviewed_by, row.reviewed_by_name),
  signedBy: hand(row.signed_by, row.signed_by_name),
  changedAt: row.changed_at,
  signedAt: row.signed_at,
  goesOutAt: row.goes_out_at,
});

const NO_WORDS: BulletinWords = { demands: null, remark: null };

export function bulletins(db: Knex): Bulletins {
  const table = () => db("bulletins");
  const one = async (query: Knex.QueryBuilder): Promise<BulletinRecord | null> => {
    const row: Columns | undefined = await query.first();
    return row ? toRecord(row) : null;
  };
  async function update({ id, revision }: BulletinRecord, values: object): Promise<BulletinRecord | null> {
    const [row]: Columns[] = await table()
      .where({ id, revision })
      .whereNull("signed_at")
      .update({ ...values, revision: revision + 1 })
      .returning("*");
    return row ? toRecord(row) : null;
  }
  return {
    find: (id) => one(table().where({ id })),
    draft: (month) => one(table().where({ month }).whereNull("signed_at")),
    signed: (month) => one(table().where({ month }).whereNotNull("signed_at").orderBy("id", "desc")),
    async ofYear(year) {
      const rows: Columns[] = await table()
        .whereLike("month", `${year}-%`)
        .orderBy([
          { column: "month", order: "desc" },
          { column: "id", order: "desc" },
        ]);
      return rows.map(toRecord);
    },
    async add({ month, content, corrects, byBot }, now) {
      const [row]: Columns[] = await table()
        .insert({
          month,
          corrects,
          by_bot: byBot,
          state: "drafted",
          revision: 1,
          content: encode(content),
          words: encode(NO_WORDS),
          changed_at: now,
        })
        .onConflict(db.raw("(month) where signed_at is null"))
        .ignore()
        .returning("*");
      return row ? toRecord(row) : null;
    },
    async editors(id) {
      const rows = await db("bulletin_editors").where({ bulletin_id: id }).orderBy("name");
      return rows.map((row) => ({ openId: row.open_id, name: row.name }));
    },
    async handOut(id, cardId) {
      await db("bulletin_cards").insert({ bulletin_id: id, card_id: cardId });
    },
    async takeHanded(id, except) {
      const theirs = () =>
        db("bulletin_cards")
          .where({ bulletin_id: id })
          .whereNot({ card_id: except ?? "" });
      const rows = await theirs().orderBy("card_id").select("card_id");
      if (rows.length > 0) await theirs().delete();
      return rows.map((row) => row.card_id);
    },
    async goingOut(since) {
      const rows: Pick<Columns, "id" | "month" | "signed_at" | "goes_out_at">[] = await table()
        .select("id", "month", "signed_at", "goes_out_at")
        .where("goes_out_at", ">=", since)
        .orderBy("goes_out_at");
      return rows.map((row) => ({
        id: row.id,
        month: row.month,
        signedAt: row.signed_at ?? 0,
        goesOutAt: row.goes_out_at ?? 0,
      }));
    },
    async change(draft, { state, content, words, editedBy, submittedBy, reviewedBy }, now) {
      const next = await update(draft, {
        changed_at: now,
        ...(state === undefined ? {} : { state }),
        ...(content === undefined ? {} : { content: encode(content) }),
        ...(words === undefined ? {} : { words: encode(words) }),
        ...(editedBy === undefined
          ? {}
          : { edited_by: editedBy?.openId ?? null, edited_by_name: editedBy?.name ?? null }),
        ...(submittedBy === undefined
          ? {}
          : { submitted_by: submittedBy?.openId ?? null, submitted_by_name: submittedBy?.name ?? null }),
        ...(reviewedBy === undefined
          ? {}
          : { reviewed_by: reviewedBy?.openId ?? null, reviewed_by_name: reviewedBy?.name ?? null }),
      });
      if (next && editedBy)
        await db("bulletin_editors")
          .insert({ bulletin_id: next.id, open_id: editedBy.openId, name: editedBy.name })
          .onConflict(["bulletin_id", "open_id"])
          .ignore();
      return next;
    },
    async lastNumber(year) {
      const row = await table().where({ year }).max({ number: "number" }).first();
      return Number(row?.number ?? 0);
    },
    holdNumbers: () => locks(db).numbers("bulletins"),
    sign: (draft, { year, number, content, by, at, goesOutAt }) =>
      update(draft, {
        state: "signed",
        year,
        number,
        content: encode(content),
        signed_by: by.openId,
        signed_by_name: by.name,
        signed_at: at,
        goes_out_at: goesOutAt,
        changed_at: at,
      }),
    async drop({ id, revision }) {
      const own = table().select("id").where({ id, revision }).whereNull("signed_at");
      await db("bulletin_cards").whereIn("bulletin_id", own).delete();
      await db("bulletin_editors").whereIn("bulletin_id", own).delete();
      await table().where({ id, revision }).whereNull("signed_at").delete();
    },
  };
}
