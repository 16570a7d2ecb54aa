import { dayOf, formatDay } from "../../domain/day.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import { type Block, type CardView, note, text } from "../card.js";
import { typed } from "../typed.js";
import { sourceNote, summaryBlocks } from "./bulletin-blocks.js";

/** A signed bulletin as every inside group gets it; the documents come behind it. */
export function publishedCard({ content }: BulletinRecord): CardView {
  return {
    title: content.title,
    subtitle: content.number,
    tone: "blue",
    blocks: [...summaryBlocks(content), note("全文和附表见下面的两个文件。"), sourceNote(content)],
  };
}

/** `李敏审核，陈主任9月21日签发` */
export function handsOf({ reviewedBy, signedBy, signedAt }: BulletinRecord, now: number): string {
  const review = reviewedBy ? `${typed(reviewedBy.name, 20)}审核，` : "";
  const day = signedAt === null ? "" : formatDay(dayOf(signedAt), dayOf(now));
  return `${review}${typed(signedBy?.name ?? "", 20)}${day}签发`;
}

export interface SignedView {
  /** when it goes out, and to whom */
  said: string | null;
  changed: readonly Block[];
  more: readonly Block[];
  now: number;
}

/** The same, as it is looked up again: with what was put right since. */
export function signedCard(record: BulletinRecord, { said, changed, more, now }: SignedView): CardView {
  const { content } = record;
  return {
    title: content.title,
    subtitle: content.number,
    tone: changed.length > 0 ? "orange" : "green",
    blocks: [
      ...(said === null ? [] : [text(said)]),
      ...changed,
      ...summaryBlocks(content),
      note(`${handsOf(record, now)}，不能再改。`),
      ...more,
      sourceNote(content),
    ],
  };
}
