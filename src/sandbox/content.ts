import { badParameter } from "./platform-error.js";
import type { Mention } from "./world.js";

/** Content as the platform keeps it: mentions are keys in the text, and a list beside it says who they are. */
export interface Encoded {
  content: string;
  mentions: Mention[];
}

export interface Addressee {
  id: string;
  name: string;
  tenantKey: string;
}

const EVERYONE_KEY = "@_all";

/** Numbers mentions in the order in which they stand: @_user_1, @_user_2 … */
class MentionList {
  readonly mentions: Mention[] = [];

  keyFor(person: Addressee): string {
    const key = `@_user_${this.mentions.length + 1}`;
    this.mentions.push({ key, ...person });
    return key;
  }
}

/**
 * Text as a person types it. Each addressee whose "@name" stands in the text is replaced there; the others are put
 * in front, as one does in a chat.
 */
export function encodeTypedText(text: string, addressees: readonly Addressee[], everyone: boolean): Encoded {
  const list = new MentionList();
  const inText = addressees.filter((person) => text.includes(`@${person.name}`));
  const inFront = addressees.filter((person) => !inText.includes(person));
  const front = inFront.map((person) => list.keyFor(person));
  if (everyone && !text.includes("@所有人")) front.push(EVERYONE_KEY);

  const byLength = [...inText].sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  let body = "";
  const met = new Set<Addressee>();
  while (rest !== "") {
    const person = byLength.find((one) => !met.has(one) && rest.startsWith(`@${one.name}`));
    if (person) {
      met.add(person);
      body += list.keyFor(person);
      rest = rest.slice(person.name.length + 1);
    } else if (everyone && rest.startsWith("@所有人")) {
      body += EVERYONE_KEY;
      rest = rest.slice("@所有人".length);
    } else {
      const character = String.fromCodePoint(rest.codePointAt(0) ?? 0);
      body += character;
      rest = rest.slice(character.length);
    }
  }
  return { content: JSON.stringify({ text: [...front, body].join(" ") }), mentions: list.mentions };
}

type Look = (openId: string) => Addressee | undefined;

/** An app's text: `<at user_id="ou_x">名</at>` becomes a mention, `user_id="all"` everyone. */
export function encodeAppText(content: string, look: Look): Encoded {
  const parsed = parseObject(content);
  if (typeof parsed.text !== "string") throw badParameter("invalid text content: text is needed");
  const list = new MentionList();
  const text = parsed.text.replace(/<at user_id="([^"]*)">([^<]*)<\/at>/g, (_, id: string, name: string) => {
    if (id === "all") return EVERYONE_KEY;
    const person = look(id);
    return person ? list.keyFor(person) : `@${name}`;
  });
  return { content: JSON.stringify({ text }), mentions: list.mentions };
}

interface PostElement {
  tag: string;
  user_id?: string;
  user_name?: string;
  [key: string]: unknown;
}

interface PostBody {
  title?: string;
  content: PostElement[][];
}

/** Rich text: an `at` element names an open_id; the platform puts the key in its place. */
export function encodePost(post: PostBody, look: Look, addressees: readonly Addressee[] = []): Encoded {
  const list = new MentionList();
  const named = new Set(post.content.flat().map((element) => element.user_id));
  const front: PostElement[] = addressees
    .filter((person) => !named.has(person.id))
    .map((person) => ({ tag: "at", user_id: person.id }));
  const [first = [], ...others] = post.content;
  const lines = [[...front, ...first], ...others].map((line) =>
    line.map((element) => {
      const person = element.tag === "at" && element.user_id ? look(element.user_id) : undefined;
      return person ? { ...element, user_id: list.keyFor(person), user_name: person.name } : element;
    }),
  );
  return { content: JSON.stringify({ title: post.title ?? "", content: lines }), mentions: list.mentions };
}

/** An app sends rich text by language: `{"zh_cn":{title,content}}`; bare `{title,content}` passes too. */
export function encodeAppPost(content: string, look: Look): Encoded {
  const parsed = parseObject(content);
  const body = parsed.content ? parsed : Object.values(parsed)[0];
  if (!isPost(body)) throw badParameter("invalid post content");
  return encodePost(body, look);
}

export function isPost(value: unknown): value is PostBody {
  if (typeof value !== "object" || value === null || !("content" in value)) return false;
  const lines = value.content;
  return (
    Array.isArray(lines) &&
    lines.every((line) => Array.isArray(line) && line.every((element: unknown) => hasTag(element)))
  );
}

function hasTag(element: unknown): boolean {
  return (
    typeof element === "object" && element !== null && "tag" in element && typeof element.tag === "string"
  );
}

export function parseObject(content: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(content);
    if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) {
      return parsed as Record<string, unknown>;
    }
  } catch {
    // Falls through to the same refusal.
  }
  throw badParameter("content is not a string in json format");
}

/** A merged forward's content is these words, not JSON: what is in it is told to who asks for the message. */
export const MERGED = "Merged and Forwarded Message";

export const contentOf = (msgType: string, content: string): Record<string, unknown> =>
  msgType === "merge_forward" ? {} : parseObject(content);

/** What a reader sees: keys turned back into names, rich text as lines. Cards are read in card-text.ts. */
export function readableText(msgType: string, content: string, mentions: readonly Mention[]): string {
  const parsed = contentOf(msgType, content);
  if (msgType === "text") return withNames(String(parsed.text ?? ""), mentions);
  if (msgType === "file") return `[文件] ${String(parsed.file_name ?? "")}`.trim();
  if (msgType !== "post" || !isPost(parsed)) return `[${msgType}]`;
  const lines = parsed.content.map((line) => line.map(postElementText).join(""));
  return [parsed.title ?? "", ...lines].filter((line) => line !== "").join("\n");
}

function postElementText(element: PostElement): string {
  if (element.tag === "at") return `@${element.user_name ?? "所有人"}`;
  return typeof element.text === "string" ? element.text : `[${element.tag}]`;
}

function withNames(text: string, mentions: readonly Mention[]): string {
  return text.replace(/@_user_\d+|@_all/g, (key) => {
    if (key === EVERYONE_KEY) return "@所有人";
    const mention = mentions.find((one) => one.key === key);
    return mention ? `@${mention.name}` : key;
  });
}
