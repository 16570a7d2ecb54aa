import type { CardView } from "../cards/card.js";
import type { Act } from "../domain/acts.js";
import type { Item } from "../language/items.js";
import type { Turn } from "./turn.js";

/** What a command or a post returns: something to show. The bot sends it; they send nothing. */
export interface Answer {
  card: CardView;
  /** what the card is drawn from again when one of its buttons is used; plain JSON */
  model?: unknown;
  /** it asks something; without an answer the command's `lapse` closes it */
  asks?: boolean;
  /** name of the command whose card it is, where another one was asked */
  by?: string;
}

export interface Call {
  /** the items of the message that this command answers, in the order of the text */
  items: Item[];
  /** what stands behind the command's own word, trimmed; empty when the message was free text */
  rest: string;
}

export interface Click {
  args: Record<string, unknown>;
  form: Record<string, unknown>;
  /** the card's model as the last drawing left it */
  model: unknown;
  /** open_id of the person the card answered; null for posts */
  owner: string | null;
  cardId: string;
}

/** By the command named; an open question about the same gives way to it. */
export interface Beside extends Answer {
  by: string;
  /** unique on the card: which of its lines it is about */
  about: string;
}

/** What a click leads to: a toast, and where the card changes, its new face. */
export interface ClickAnswer {
  toast: string;
  tone?: "success" | "info" | "error";
  card?: CardView;
  model?: unknown;
  /** name of the command whose card this has become, where another one answers from now on */
  becomes?: string;
  /** it still asks something, or asks anew */
  asks?: boolean;
  /** an answer of its own that comes to stand below the changed card */
  beside?: Beside;
  /** the same as a card of its own, in a new message; the card clicked on stays what it is */
  opens?: Answer & { by: string };
}

export interface ClickHandler {
  /** acts again and again on the same face of the card (paging, attendance); else once */
  repeats?: boolean;
  run(turn: Turn, click: Click): Promise<ClickAnswer>;
}

export type Topic = "报进度" | "查项目" | "会议与提醒" | "管理";

export interface Command {
  name: string;
  /** other words a message may begin with */
  aliases: readonly string[];
  topic: Topic;
  /** one line: what it does */
  summary: string;
  /** messages that work as they stand */
  examples: readonly string[];
  /** what it does, by the table of acts */
  act: Act;
  /** not in outside chats, and why: a sentence for whoever asks there */
  insideOnly?: string;
  /** answers what nobody types as a command; not in 帮助 */
  isHidden?: boolean;
  run(turn: Turn, call: Call): Promise<Answer>;
  clicks?: Record<string, ClickHandler>;
  /** What becomes of its open questions when a day has passed without an answer; from the model alone. */
  lapse?(model: unknown): Answer;
}
