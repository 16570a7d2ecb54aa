import { type Addressee, type Encoded, encodePost, encodeTypedText, isPost, MERGED } from "./content.js";
import { announceMessage } from "./events.js";
import { forwardedBy } from "./forwarding.js";
import { addMessage, addressee, chatOrThrow, type Platform, personOrThrow } from "./platform.js";
import type { Message, Sender } from "./world.js";

export interface Saying {
  /** open_id of a person; of any id when `as` is an app. */
  from: string;
  chat: string;
  /** Text; "@名字" of someone mentioned is replaced where it stands, else mentions stand in front. */
  text?: string;
  /** Another kind of message: its type and content as the platform has it; at-elements of a post name open_ids. */
  other?: { type: "post" | "image" | "file" | "audio" | "media" | "sticker" | string; content: object };
  /** Messages of one chat of the speaker's, by their ids: they go out as one merged forward. */
  forward?: readonly string[];
  mentionBot?: boolean;
  /** open_ids, in order. */
  mentions?: readonly string[];
  mentionAll?: boolean;
  /** The message replied to. */
  replyTo?: string;
  /** Epoch milliseconds on the sandbox clock; now unless told. */
  createTime?: number;
  /** "app": another bot speaks, `from` is its id. */
  as?: "user" | "app";
  /** Where the speaker belongs, if not where the scene has them: an event of a foreign tenant. */
  tenantKey?: string;
  /** Header fields of the event to falsify: app_id, token, tenant_key. */
  header?: Record<string, string>;
}

export interface Said {
  messageId: string;
  /** Undefined when the platform does not tell the bot: a group message without a mention. */
  eventId: string | undefined;
}

/** Someone says something. The message is there when this returns; its event is on the way. */
export function say(platform: Platform, saying: Saying): Said {
  const chat = chatOrThrow(platform, saying.chat);
  const sender = senderOf(platform, saying);
  if (sender.type === "user" && !chat.members.includes(sender.id)) {
    throw new Error(`${saying.from} is not in the chat ${saying.chat}`);
  }
  const message = addMessage(platform, {
    chatId: chat.chatId,
    sender,
    msgType: saying.forward ? "merge_forward" : (saying.other?.type ?? "text"),
    ...encode(platform, saying),
    parent: saying.replyTo === undefined ? undefined : original(platform, saying.replyTo),
    forwarded: saying.forward && forwardedBy(platform, saying.from, saying.forward),
    createTime: saying.createTime,
  });
  const overrides = { ...(saying.tenantKey && { tenant_key: saying.tenantKey }), ...saying.header };
  return { messageId: message.messageId, eventId: announceMessage(platform, message, overrides) };
}

function senderOf(platform: Platform, saying: Saying): Sender {
  if (saying.as === "app") {
    return { id: saying.from, type: "app", tenantKey: saying.tenantKey ?? platform.app.tenantKey };
  }
  const person = personOrThrow(platform, saying.from);
  return { id: person.openId, type: "user", tenantKey: saying.tenantKey ?? person.tenantKey };
}

function encode(platform: Platform, saying: Saying): Encoded {
  const ids = [...(saying.mentionBot ? [platform.bot.openId] : []), ...(saying.mentions ?? [])];
  const addressees = ids.map((id): Addressee => {
    const who = addressee(platform, id);
    if (!who) throw new Error(`nobody to mention has the open_id ${id}`);
    return who;
  });
  if (saying.forward) {
    if (addressees.length > 0) throw new Error("a merged forward cannot mention anyone");
    return { content: MERGED, mentions: [] };
  }
  if (!saying.other) return encodeTypedText(saying.text ?? "", addressees, saying.mentionAll ?? false);
  const { type, content } = saying.other;
  if (type === "post") {
    if (!isPost(content)) throw new Error("a post is {title?, content: [[{tag, …}]]}");
    return encodePost(content, (openId) => addressee(platform, openId), addressees);
  }
  if (addressees.length > 0) throw new Error(`a message of type ${type} cannot mention anyone`);
  return { content: JSON.stringify(content), mentions: [] };
}

function original(platform: Platform, messageId: string): Message {
  const message = platform.world.messages.get(messageId);
  if (!message) throw new Error(`no such message to reply to: ${messageId}`);
  return message;
}
