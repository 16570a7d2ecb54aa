/**
 * A card as the bot thinks of it: a title, and blocks in reading order. `card-json.ts` turns it into the
 * platform's JSON 2.0. Markdown in a block is composed by us; what people typed goes through `typed()`.
 */
export interface CardView {
  title: string;
  subtitle?: string;
  tone: Tone;
  blocks: Block[];
}

export type Tone = "blue" | "green" | "orange" | "red" | "grey";

export type Block =
  | { is: "text"; md: string }
  /** small and grey: sources, versions, hints */
  | { is: "note"; md: string }
  | { is: "rule" }
  /** texts side by side, two in a row */
  | { is: "beside"; md: string[] }
  /** a text with its own small button beside it */
  | { is: "line"; md: string; button: Button }
  | { is: "buttons"; buttons: Button[] }
  /** fields that go to one button's action together, in `Click.form` by name */
  | { is: "form"; fields: Field[]; submit: Button };

/** What is typed, or chosen of a few. */
export interface Field {
  /** unique on its card */
  name: string;
  label: string;
  value?: string;
  hint?: string;
  required?: boolean;
  /** several lines */
  long?: boolean;
  /** a choice instead of typing */
  options?: readonly string[];
}

export interface Button {
  label: string;
  look?: "primary" | "danger";
  /** which of the card's actions it takes: a key of the command's `clicks` */
  does: string;
  /** what the action needs to know; small plain JSON */
  args?: Record<string, unknown>;
  /** set when several answers share a card: the answer it belongs to */
  part?: number;
  /** asked before it acts */
  confirm?: { title: string; text: string };
}

export const text = (md: string): Block => ({ is: "text", md });
export const note = (md: string): Block => ({ is: "note", md });
export const line = (md: string, button: Button): Block => ({ is: "line", md, button });
export const beside = (...md: string[]): Block => ({ is: "beside", md });
export const rule: Block = { is: "rule" };
export const form = (fields: Field[], submit: Button): Block => ({ is: "form", fields, submit });
export const buttons = (...list: Button[]): Block => ({ is: "buttons", buttons: list });
