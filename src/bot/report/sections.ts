import { dayOf } from "../../domain/day.js";
import { isSold } from "../../domain/land-price.js";
import type { Change } from "../../domain/ledger-changes.js";
import type { Period } from "../../domain/period.js";
import type { Problem } from "../../domain/problem.js";
import type { Item, MilestoneItem, ProblemItem, ReportItem } from "../../language/items.js";
import { dataMonthOfTurn } from "../data-month-of.js";
import { mayOfAll } from "../permissions.js";
import type { Turn } from "../turn.js";
import type { Figure } from "./to-draft.js";

/** What a report card holds, piece by piece; the card is drawn from this alone. */
export type Section =
  | DraftSection
  | WrittenSection
  | ProblemSection
  | KnownSection
  | AskedSection
  | RefusedSection;

/** One project of a pasted report, before the person has said yes to it: nothing of it is written. */
export interface DraftSection {
  is: "draft";
  project: string;
  /** what will be written */
  items: Item[];
  /** what that would change, as things stood when the card was made */
  changes: Change[];
  /** what else it would do, in words */
  also?: string[];
  /** 不记 */
  isDropped?: boolean;
}

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
  /** 成交价 is told in the hint, where it may be seen */
  isPriceInHint?: true;
}

/** One problem and what was written of it. */
export interface ProblemSection {
  is: "problem";
  project: string;
  problem: Problem;
  /** as it stood before; null when it was entered */
  was: Problem | null;
  writeId: string;
  /** nothing was written, and why */
  known?: string;
  /** where the project stands now, in words */
  stand?: string;
  hint?: string;
  /** what taking it back has left; "gone" where that was its opening */
  undone?: Problem | "gone";
}

/** Nothing but what the person had said before. */
interface KnownSection {
  is: "known";
  project: string;
  changes: Change[];
}

/** A button under a question. */
export interface Choice {
  label: string;
  /** what 对 says to the question; only where the question can be answered so */
  answersYes?: true;
  /** what 不是 says, where that is one of the readings */
  answersNo?: true;
  items: Item[];
  /** id of the entry in whose place the figure comes */
  corrects?: number;
}

export interface AskedSection {
  is: "asked";
  project?: string;
  question: string;
  options: Choice[];
  /** the clause that only lacks its project, as typed */
  lacksProject?: string;
  /** one of the buttons says no already: there is none beside them that does */
  isEitherOr?: true;
  /** why it is put off, or changed, is all that is lacking: a word says it, too */
  lacksReason?: ProblemItem | Figure;
  /** what is written together with it, once the reason is said */
  goesWith?: Item[];
  /** open_id of whoever is to answer, where that is not the person the card answers */
  askedOf?: string;
  /** what became of it, where it ended without a write */
  closed?: string;
  /** it was answered in words; what became of it stands on the card of the answer */
  isAnswered?: true;
}

export interface RefusedSection {
  is: "refused";
  sentence: string;
}

export interface ReportModel {
  sections: Section[];
  /** today, `YYYY-MM-DD`, when the card was made */
  today: string;
  saidByName: string;
  /** open_id of who said it; cards of before this was kept have none */
  saidBy?: string;
  /** epoch ms */
  saidAt: number;
  /** the month that it counts for; cards of before this was kept have none */
  dataMonth?: Period;
  handedOnSince?: number;
  /** message_id of what was said */
  messageId: string;
  /** money may be shown where the card is */
  hasMoney: boolean;
  /** as typed; chosen readings are written with the original words */
  words: string;
  /** in private: whether its reader is of those who close problems; in a group everybody's buttons are shown */
  mayClose?: boolean;
  /** of a pasted report: what was read as nothing, in the words of the message */
  leftOut?: string[];
  /** 1 for the first, where the card has several */
  page?: number;
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
    saidByName: (turn.author ?? turn.speaker).name,
    saidBy: (turn.author ?? turn.speaker).openId,
    saidAt: turn.saidAt,
    dataMonth: dataMonthOfTurn(turn),
    ...(turn.handedOnSince === undefined ? {} : { handedOnSince: turn.handedOnSince }),
    messageId: turn.messageId,
    hasMoney: showsSums(turn, sections),
    words: turn.words,
    ...(turn.chat.type === "p2p" ? { mayClose: mayOfAll(turn, "problem.close") } : {}),
  };
}

/** In a group the card of a plot for sale tells no sum; in private its reader has said it. */
function showsSums({ sight, names, chat }: Turn, sections: readonly Section[]): boolean {
  if (!sight.money || sight.pricesOf === null || chat.type === "p2p") return sight.money;
  return !sections.some(
    (section) =>
      "project" in section &&
      section.project !== undefined &&
      isSold({ class: names.project.get(section.project)?.class ?? null }),
  );
}

export const isOpenQuestion = (section: Section): section is AskedSection =>
  section.is === "asked" && !section.closed;

/** Will be written when the person says yes. */
export const isOpenDraft = (section: Section): section is DraftSection =>
  section.is === "draft" && !section.isDropped;

/** The same figure, marked as confirmed by the person. */
export function confirmed<T extends ReportItem | MilestoneItem>(item: T): T & { confirmed: true } {
  return { ...item, confirmed: true };
}

/** What this card has written of a problem, and stands. */
export const isStandingProblem = (section: Section): section is ProblemSection =>
  section.is === "problem" && !section.known && !section.undone;

/** The questions of a model, closed with a word. */
export function withQuestionsClosed(model: ReportModel, word: string): ReportModel {
  const sections = model.sections.map((section) =>
    isOpenQuestion(section) ? { ...section, options: [], closed: word } : section,
  );
  return { ...model, sections };
}
