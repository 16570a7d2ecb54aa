import { dayOf } from "../../domain/day.js";
import type { Change } from "../../domain/ledger-changes.js";
import type { Item, ReportItem } from "../../language/items.js";
import type { Turn } from "../turn.js";

/** What a report card holds, piece by piece; the card is drawn from this alone. */
export type Section = WrittenSection | KnownSection | AskedSection | RefusedSection;

export interface WrittenSection {
  is: "written";
  project: string;
  changes: Change[];
  writeId: string;
  /** where the project stands now, in words */
  stand?: string;
  /** what was not done with it, and how to go on */
  hint?: string;
  /** the changes that taking it back made; "told" where another section of the same write shows them */
  undone?: Change[] | "told";
}

/** Nothing but what the person had said before. */
interface KnownSection {
  is: "known";
  project: string;
  changes: Change[];
}

/** A button under a question. */
interface Choice {
  label: string;
  items: Item[];
  /** id of the entry in whose place the figure comes */
  corrects?: number;
}

export interface AskedSection {
  is: "asked";
  project?: string;
  question: string;
  options: Choice[];
  /** what became of it, where it ended without a write */
  closed?: string;
}

interface RefusedSection {
  is: "refused";
  sentence: string;
}

export interface ReportModel {
  sections: Section[];
  /** today, `YYYY-MM-DD`, when the card was made */
  today: string;
  saidByName: string;
  /** epoch ms */
  saidAt: number;
  /** message_id of what was said */
  messageId: string;
  /** money may be shown where the card is */
  hasMoney: boolean;
  /** as typed; chosen readings are written with the original words */
  words: string;
}

/** What a card is kept as tells whether it is one of a report. */
export function isReportModel(model: unknown): model is ReportModel {
  return typeof model === "object" && model !== null && "sections" in model && "words" in model;
}

/** The card's beginnings: what is known of the message. */
export function reportModel(turn: Turn, sections: Section[]): ReportModel {
  return {
    sections,
    today: dayOf(turn.now),
    saidByName: turn.speaker.name,
    saidAt: turn.saidAt,
    messageId: turn.messageId,
    hasMoney: turn.sight.money,
    words: turn.words,
  };
}

/** The same figure, marked as confirmed by the person. */
export function confirmed(item: ReportItem): ReportItem {
  return { ...item, confirmed: true };
}
