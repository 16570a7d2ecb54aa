import type { Mention } from "../bot/events.js";

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
  if (type === "text") return text(content.text);
  return type === "post" ? postText(content) : "";
}

/** A post comes bare, or under the key of its language. */
function postText(content: Record<string, unknown>): string {
  const localized = [content.zh_cn, ...Object.values(content)].find(isPost);
  const post = isPost(content) ? content : localized;
  if (!post) return "";
  const title = text(post.title);
  const lines = post.content.map((line) => (Array.isArray(line) ? line.map(nodeText).join("") : ""));
  return (title ? [title, ...lines] : lines).join("\n");
}

function nodeText(node: unknown): string {
  if (!isObject(node)) return "";
  if (node.tag !== "at") return text(node.text);
  const key = text(node.user_id);
  return key.startsWith("@_") ? key : `@${text(node.user_name)} `;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

const isPost = (value: unknown): value is { title?: unknown; content: unknown[] } =>
  isObject(value) && Array.isArray(value.content);

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/**
 * Line ends as they are; the hole that a removed mention leaves at either end of a line goes away. So does
 * NUL, which no text column of PostgreSQL takes.
 */
function tidy(text: string): string {
  return text
    .replaceAll("\0", "")
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
