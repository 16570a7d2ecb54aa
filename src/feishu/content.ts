import type { Mention } from "../bot/events.js";
import { isObject, postText, string } from "./post.js";

export interface RawMention {
  /** what stands in the text: `@_user_1` */
  key: string;
  id: { open_id?: string | null | undefined };
  name: string;
}

export interface ReadContent {
  text: string;
  mentions: Mention[];
  mentionsBot: boolean;
}

const EVERYONE: readonly [string, string] = ["@_all", "@所有人 "];

/**
 * Reads the `content` of a text or post message: mention keys (`@_user_1`) become `@名`, the bot's own
 * mention goes away, whichever of the two kinds of message it stands in. Other kinds, and content that is
 * not what the platform promises, read as empty text.
 */
export function readContent(
  type: string,
  content: string,
  mentions: readonly RawMention[],
  botOpenId: string,
): ReadContent {
  const isBot = (mention: RawMention) => mention.id.open_id === botOpenId;
  const words = new Map([EVERYONE]);
  for (const mention of mentions) words.set(mention.key, isBot(mention) ? " " : `@${mention.name} `);
  return {
    text: tidy(withNames(typed(type, parsed(content)), words)),
    mentions: mentions.flatMap((mention) =>
      mention.id.open_id && !isBot(mention) ? [{ openId: mention.id.open_id, name: mention.name }] : [],
    ),
    mentionsBot: mentions.some(isBot),
  };
}

/** All keys in one pass, so that a name is never read as a key; longer ones first, for @_user_1 heads @_user_12. */
function withNames(text: string, words: ReadonlyMap<string, string>): string {
  const keys = [...words.keys()].sort((a, b) => b.length - a.length).map(literally);
  return text.replace(new RegExp(keys.join("|"), "g"), (key) => words.get(key) ?? key);
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return null;
  }
}

function typed(type: string, content: unknown): string {
  if (!isObject(content)) return "";
  if (type === "text") return withoutAddresses(string(content.text));
  return type === "post" ? postText(content) : "";
}

/** The platform writes a link within a text as `[words](address)`: its words are what was said. */
function withoutAddresses(text: string): string {
  return text.replace(/\[([^\][\n]*)\]\((?:https?:|mailto:)(?:[^\s()]|\([^\s()]*\))*\)/g, "$1");
}

/**
 * Line ends as they are; the hole that a removed mention leaves at either end of a line goes away. Tabs part
 * the cells of a pasted table: where one stands, the first cell of its row may be empty, and so may the last.
 * NUL goes, for no text column of PostgreSQL takes it.
 */
function tidy(text: string): string {
  return text
    .replaceAll("\0", "")
    .replace(/\r\n?|[\u2028\u2029]/g, "\n")
    .split("\n")
    .map((line) => (line.trim() === "" ? "" : line.includes("\t") ? withoutSpaces(line) : line.trim()))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

/** A row without the spaces at its ends; a pattern for it would take quadratic time on a long run of spaces. */
function withoutSpaces(row: string): string {
  const isSpace = (at: number) => row[at] !== "\t" && row[at]?.trim() === "";
  let [start, end] = [0, row.length];
  while (start < end && isSpace(start)) start++;
  while (end > start && isSpace(end - 1)) end--;
  return row.slice(start, end);
}
