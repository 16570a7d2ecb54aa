import type { HandedOn } from "../bot/events.js";
import type { PlatformMessage } from "./api.js";
import { readContent } from "./content.js";

export interface Reader {
  appId: string;
  botOpenId: string;
}

type Words = Omit<Extract<HandedOn, { is: "read" }>, "by">;
type Wordless = { is: "wordless"; type: string } | { is: "gone" };

/** A forward within a forward is read, one within that is not: who said what to whom is lost by then. */
const DEEPEST = 2;

/**
 * The words of a message that was asked for. A merged forward gives those of what is in it, a message below
 * the other; who said them is left out, for it is the forwarder who reports. Null for the bot's own message:
 * its words are no report.
 */
export function wordsOf(messages: readonly PlatformMessage[], reader: Reader): Words | Wordless | null {
  const [first] = messages;
  if (!first || first.deleted) return { is: "gone" };
  if (first.sender?.id === reader.appId) return null;
  const type = first.msg_type ?? "";
  const sender = first.sender?.id_type === "open_id" ? { openId: first.sender.id, name: null } : undefined;
  const author = sender ? { author: sender } : {};
  if (type !== "merge_forward") {
    const text = textOf(first, reader);
    if (text === null) return { is: "wordless", type };
    return { is: "read", text, saidAt: Number(first.create_time ?? 0), unread: 0, ...author };
  }
  const read: Gathered = { texts: new Map(), times: [], unread: 0 };
  gather(messages, first, reader, 1, read);
  if (read.texts.size === 0) return { is: "wordless", type };
  const saidAt = Math.max(...read.times) || Number(first.create_time ?? 0);
  const since = Math.min(...read.times) || saidAt;
  return {
    is: "read",
    text: [...read.texts.values()].flat().join("\n"),
    saidAt,
    ...(since < saidAt ? { since } : {}),
    unread: read.unread,
    ...author,
  };
}

interface Gathered {
  /** by who said them: what goes on without a project's name goes on from the same person's words */
  texts: Map<string, string[]>;
  /** when each of them was said, epoch ms; 0 where the platform does not tell */
  times: number[];
  unread: number;
}

function gather(
  all: readonly PlatformMessage[],
  forward: PlatformMessage,
  reader: Reader,
  depth: number,
  into: Gathered,
): void {
  const inside = all
    .filter((one) => one !== forward && isIn(one, forward, depth))
    .sort((a, b) => Number(a.create_time ?? 0) - Number(b.create_time ?? 0));
  if (inside.length === 0 && depth > 1) into.unread++;
  for (const one of inside) {
    if (one.msg_type === "merge_forward" && depth < DEEPEST) {
      gather(all, one, reader, depth + 1, into);
      continue;
    }
    const text = one.deleted || one.sender?.id === reader.appId ? null : textOf(one, reader);
    if (text === null) into.unread++;
    else {
      const who = one.sender?.id ?? "";
      const known = into.texts.get(who);
      if (known) known.push(text);
      else into.texts.set(who, [text]);
      into.times.push(Number(one.create_time ?? 0));
    }
  }
}

/** What names no message that it is in belongs to the outer forward. */
function isIn(one: PlatformMessage, forward: PlatformMessage, depth: number): boolean {
  return one.upper_message_id === undefined ? depth === 1 : one.upper_message_id === forward.message_id;
}

/** Null when there are no words to read. */
function textOf(message: PlatformMessage, { botOpenId }: Reader): string | null {
  const mentions = (message.mentions ?? []).map(({ key, id, name }) => ({ key, id: { open_id: id }, name }));
  const { text } = readContent(message.msg_type ?? "", message.body?.content ?? "", mentions, botOpenId);
  return text === "" ? null : text;
}
