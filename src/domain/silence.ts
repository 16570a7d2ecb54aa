import type { Entry } from "./ledger-entry.js";
import { addMonths, type Period } from "./period.js";
import { areAlike, gist } from "./silence-words.js";

/** Months running from which the same words are silence. */
export const SILENT_FROM = 3;

/** characters of the words that are remembered */
const LONGEST = 60;

/** What a project's latest data month has said, and how long the months before it said the same. Kept small. */
export interface Told {
  month: Period;
  /** 形象进度 in words, as typed and cut short; absent where nothing was said in words */
  words?: string;
  /** 形象进度 of the whole, per cent */
  percent?: number;
  /** money, land or a milestone was reported: without words that is no silence */
  moved?: true;
  /** the months before it that said the same as each other, without a gap */
  before?: { months: number; words?: string; percent?: number };
}

/** Three months running, and more: the words, or 无变化 where there are none. */
export interface Silence {
  months: number;
  /** the first and the last of them */
  from: Period;
  to: Period;
  /** null where nothing but 无变化 was said */
  words: string | null;
}

/** What is remembered after one more entry, in the order in which entries count. */
export function toldAfter(told: Told | undefined, entry: Entry): Told | undefined {
  const said = saidBy(entry);
  if (!said) return told;
  const { dataMonth: month } = entry;
  if (told?.month === month) return { ...told, ...said, ...newsOf(told) };
  const before = told && addMonths(told.month, 1) === month ? runOf(told) : undefined;
  return { month, ...said, ...(before && { before }) };
}

/** What was new this month stays so, whatever is said again after it. */
function newsOf({ words, before }: Told): Pick<Told, "words"> {
  const isNews = words !== undefined && before?.words !== undefined && !areAlike(words, before.words);
  return isNews ? { words } : {};
}

function saidBy(entry: Entry): Omit<Told, "month" | "before"> | null {
  switch (entry.measure) {
    case "note":
      return gist(entry.note) === "" ? {} : { words: [...entry.note.trim()].slice(0, LONGEST).join("") };
    case "percent":
      return entry.part === undefined ? { percent: entry.value } : { moved: true };
    case "unchanged":
      return {};
    case "plan":
      return null;
    case "milestone":
      return entry.status === "done" ? { moved: true } : null;
    default:
      return { moved: true };
  }
}

/** The months that say the same, up to the latest one, as what comes before the next. */
function runOf(told: Told): NonNullable<Told["before"]> {
  const { before } = told;
  const isSame = before !== undefined && saysSame(told, before);
  const words = told.words ?? (isSame ? before.words : undefined);
  const percent = told.percent ?? (isSame ? before.percent : undefined);
  return {
    months: isSame ? before.months + 1 : 1,
    ...(words !== undefined && { words }),
    ...(percent !== undefined && { percent }),
  };
}

/** Nearly the same words; or none, and nothing has moved either. */
function saysSame(told: Told, before: NonNullable<Told["before"]>): boolean {
  if (told.words !== undefined) return before.words !== undefined && areAlike(told.words, before.words);
  if (told.moved) return false;
  return told.percent === undefined || told.percent === before.percent;
}

/** The silence that the latest month ends in; null where it is none. */
export function silenceOf(told: Told | undefined): Silence | null {
  if (!told) return null;
  const { months, words = null } = runOf(told);
  if (months < SILENT_FROM) return null;
  return { months, from: addMonths(told.month, 1 - months), to: told.month, words };
}

/** The silence that a report has led to; null where it was known before, or there is none. */
export function newSilence(before: Told | undefined, after: Told | undefined): Silence | null {
  const isKnown = before?.month === after?.month && silenceOf(before) !== null;
  return isKnown ? null : silenceOf(after);
}
