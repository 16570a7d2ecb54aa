import type { DateSpan } from "./dates/span.js";
import type { Day, Item, Period } from "./items.js";
import type { Mention } from "./names/mentions.js";
import type { NamedProject, NameIndex } from "./names.js";
import type { Quantity } from "./numbers/quantities.js";
import type { Clause } from "./text/clauses.js";
import { type Normal, typed } from "./text/normalise.js";

/** Everything that is known while one message is read. */
export interface Scene {
  normal: Normal;
  /** the normal text with all names covered */
  masked: string;
  mentions: readonly Mention[];
  names: NameIndex;
  today: Day;
  closedMonth: Period;
  follow: NamedProject | undefined;
  /** the dates of a text, seen from today */
  dates(text: string): DateSpan[];
}

/** What headings above and phrases before a clause have settled for it. */
export interface Given {
  /** the last date of a clause that said nothing else: 截至8月底， */
  date?: DateSpan;
  /** the month of the sums, said before the first name: 8月底武南路累计1亿，新金环累计2亿 */
  sumsOf?: DateSpan;
  /** words of headings and of such clauses, for what figures mean */
  label: string;
  /** 单位：万元 */
  unit?: "万" | "亿" | "元" | "%" | "亩";
}

/** A clause, or the part of it that speaks of one subject. */
export interface Segment {
  clause: Clause;
  start: number;
  end: number;
  /** masked text */
  body: string;
  subjects: readonly NamedProject[];
  /** projects that the one spelling in it may stand for */
  shared?: readonly NamedProject[];
  /** a project is named in it */
  explicit: boolean;
  /** where the name of the subject ends in `body`; 0 when it is inherited */
  bodyStart: number;
  /** a word in the place of the subject that is no known name */
  unknown?: string;
  quantities: readonly Quantity[];
  dates: readonly DateSpan[];
  given: Given;
}

/** An item and where in the text it stands. */
export interface Found {
  at: number;
  item: Item;
}

/** The words of a segment as typed. */
export function words(scene: Scene, segment: { start: number; end: number }): string {
  return typed(scene.normal, segment.start, segment.end);
}

/** The unit named in a stretch of text, if any. */
export function unitIn(scene: Scene, start: number, end: number): string | undefined {
  return scene.mentions.find((mention) => mention.unit && mention.start >= start && mention.end <= end)?.unit;
}
