import { type Bulletin, type BulletinBody, bulletinNumber, sealOf } from "../../domain/bulletin.js";
import { composedBulletin } from "../../domain/bulletin-compose.js";
import { composedCorrection, differences } from "../../domain/bulletin-correction.js";
import type { BulletinFacts, BulletinWords } from "../../domain/bulletin-facts.js";
import { monthOf, type Period, yearOf } from "../../domain/period.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import type { Repositories } from "../../store/store.js";
import type { Foreseen } from "../close-months.js";
import { bulletinFacts } from "./facts-of.js";

interface Seen {
  tx: Repositories;
  /** epoch ms */
  now: number;
}

const NO_WORDS: BulletinWords = { demands: null, remark: null };

/** The draft of a month, drawn anew where there was none; null where the month has no snapshot. */
export async function draftOf({ tx, now }: Seen, month: Period): Promise<BulletinRecord | null> {
  const known = await tx.bulletins.draft(month);
  if (known) return known;
  const fresh = await newDraft({ tx, now }, month);
  return fresh && ((await tx.bulletins.add(fresh, now)) ?? tx.bulletins.draft(month));
}

/** A draft that is not kept. */
export type Unkept = Omit<BulletinRecord, "id">;

/** A draft as it would be kept now; `foreseen` of a month that has not closed. Null where the month has no snapshot. */
export async function newDraft(
  { tx, now }: Seen,
  month: Period,
  foreseen?: Foreseen,
): Promise<Unkept | null> {
  const facts = await bulletinFacts(tx, month, now, foreseen);
  if (!facts) return null;
  return {
    month,
    corrects: null,
    state: "drafted",
    revision: 1,
    content: drafted(composedBulletin(facts, NO_WORDS), now),
    words: NO_WORDS,
    byBot: false,
    editedBy: null,
    submittedBy: null,
    reviewedBy: null,
    signedBy: null,
    changedAt: now,
    signedAt: null,
    goesOutAt: null,
  };
}

/** The draft of a 更正通报; a month has one draft at a time. */
export async function correctionOf(
  { tx, now }: Seen,
  signed: BulletinRecord,
): Promise<BulletinRecord | null> {
  const facts = await bulletinFacts(tx, signed.month, now);
  if (!facts) return null;
  const content = drafted(composedCorrection(facts, signed.content, NO_WORDS), now);
  const draft = { month: signed.month, content, corrects: signed.id, byBot: false };
  return (await tx.bulletins.add(draft, now)) ?? tx.bulletins.draft(signed.month);
}

const drafted = (body: BulletinBody, now: number): Bulletin => ({
  ...body,
  number: bulletinNumber(yearOf(monthOf(now)), "待定"),
  reviewer: null,
  signed: null,
});

/** The document as its figures and words read now. */
export async function composedAnew(
  { tx, now }: Seen,
  { month, corrects }: BulletinRecord,
  words: BulletinWords,
): Promise<BulletinBody | null> {
  const facts: BulletinFacts | null = await bulletinFacts(tx, month, now);
  if (!facts) return null;
  const old = corrects === null ? null : await tx.bulletins.find(corrects);
  return old ? composedCorrection(facts, old.content, words) : composedBulletin(facts, words);
}

/** A draft and, where its figures had changed since it was drawn, what has: it then wants a new review. */
export interface Fresh {
  draft: BulletinRecord;
  /** empty where nothing has changed */
  changed: string[];
}

export async function refreshed(turn: Seen, draft: BulletinRecord): Promise<Fresh> {
  const body = await composedAnew(turn, draft, draft.words);
  if (!body || sealOf(body) === sealOf(draft.content)) return { draft, changed: [] };
  const rows = differences(draft.content.rows, body.rows);
  const content = drafted(body, turn.now);
  const change = { content, state: "drafted" as const, reviewedBy: null };
  const next = await turn.tx.bulletins.change(draft, change, turn.now);
  return { draft: next ?? draft, changed: rows.length > 0 ? rows : ["填报或问题的情况有变化"] };
}

/** 签发后有更正: what the month's table reads otherwise by now than the document that was signed. */
export async function changedSinceSigned({ tx, now }: Seen, signed: BulletinRecord): Promise<string[]> {
  const facts = await bulletinFacts(tx, signed.month, now);
  return facts ? differences(signed.content.rows, composedBulletin(facts, NO_WORDS).rows) : [];
}
