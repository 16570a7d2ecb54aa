import type { Mention } from "../bot/events.js";

interface RawMention {
  key: string;
  id: { open_id?: string | undefined };
  name: string;
}

export interface ReadContent {
  text: string;
  mentions: Mention[];
  mentionsBot: boolean;
}

interface PostNode {
  tag: string;
  text?: string;
  user_id?: string;
  user_name?: string;
  href?: string;
}

type Post = { title?: string; content?: PostNode[][] };

/**
 * Reads the `content` of a text or post message: mention keys (`@_user_1`) become `@名`, the bot's own
 * mention goes away, whichever of the two kinds of message it stands in. Other kinds read as empty text.
 */
export function readContent(
  type: string,
  content: string,
  mentions: readonly RawMention[],
  botOpenId: string,
): ReadContent {
  const raw = typed(type, parsed(content));
  const people: Mention[] = [];
  let text = raw;
  let mentionsBot = false;
  // Longer keys first, so that @_user_1 does not eat the head of @_user_12.
  for (const mention of [...mentions].sort((a, b) => b.key.length - a.key.length)) {
    const isBot = mention.id.open_id === botOpenId;
    if (isBot) mentionsBot = true;
    text = text.replaceAll(mention.key, isBot ? " " : `@${mention.name} `);
  }
  for (const mention of mentions)
    if (mention.id.open_id && mention.id.open_id !== botOpenId)
      people.push({ openId: mention.id.open_id, name: mention.name });
  return { text: tidy(text), mentions: people, mentionsBot };
}

function parsed(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return {};
  }
}

function typed(type: string, content: unknown): string {
  if (typeof content !== "object" || content === null) return "";
  if (type === "text") {
    const { text } = content as { text?: unknown };
    return typeof text === "string" ? text : "";
  }
  return type === "post" ? postText(content) : "";
}

function postText(content: object): string {
  // A post comes bare, or under the key of its language.
  const bare = content as Post;
  const post = bare.content ? bare : (Object.values(content as Record<string, Post>)[0] ?? {});
  const lines = (post.content ?? []).map((line) => line.map(nodeText).join(""));
  return [post.title ?? "", ...lines].filter((line, index) => index > 0 || line !== "").join("\n");
}

function nodeText(node: PostNode): string {
  if (node.tag === "at") return node.user_id?.startsWith("@_") ? node.user_id : `@${node.user_name ?? ""}`;
  return node.text ?? "";
}

/** Line ends as they are; the hole that a removed mention leaves at either end of a line goes away. */
function tidy(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split("\n")
    .map((line) => line.trim())
    .join("\n")
    .trim();
}
