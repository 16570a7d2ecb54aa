import type { SandboxClock } from "./clock.js";
import type { Addressee } from "./content.js";
import type { App, Delivery } from "./delivery.js";
import type { Faults } from "./faults.js";
import { newChatId, newMessageId } from "./ids.js";
import type { Limits } from "./limits.js";
import type { LongConnections } from "./long-connection.js";
import { type Chat, chatOf, type Person } from "./scene.js";
import type { Tokens } from "./tokens.js";
import type { Mention, Message, Sender, World } from "./world.js";

/** The running sandbox, as its parts see it. */
export interface Platform {
  app: App & { appSecret: string };
  bot: { openId: string; name: string };
  clock: SandboxClock;
  world: World;
  tokens: Tokens;
  limits: Limits;
  faults: Faults;
  delivery: Delivery;
  /** Undefined when events go over HTTP. */
  connections: LongConnections | undefined;
  /** The app may read every message of a group, not only those that mention it. */
  groupMessages: boolean;
  /** The app may ask for a group's message by its id. */
  readsGroups: boolean;
}

/** Throws for an unknown open_id: a test or a page that names nobody is wrong. */
export function personOrThrow(platform: Platform, openId: string): Person {
  const person = platform.world.people.get(openId);
  if (!person) throw new Error(`nobody has the open_id ${openId}`);
  return person;
}

export function chatOrThrow(platform: Platform, chatId: string): Chat {
  const chat = platform.world.chats.get(chatId);
  if (!chat) throw new Error(`no such chat: ${chatId}`);
  return chat;
}

/** The private chat of a person with the bot, made on first use. */
export function privateChat(platform: Platform, openId: string): Chat {
  for (const chat of platform.world.chats.values()) {
    if (chat.type === "p2p" && chat.members[0] === openId) return chat;
  }
  const chat = chatOf({ chatId: newChatId(), type: "p2p", name: "", members: [openId] });
  platform.world.record({ kind: "chat", chat });
  return chat;
}

/** Whom an open_id in a mention means: a person or the bot. */
export function addressee(platform: Platform, openId: string): Addressee | undefined {
  if (openId === platform.bot.openId) {
    return { id: openId, name: platform.bot.name, tenantKey: platform.app.tenantKey };
  }
  const person = platform.world.people.get(openId);
  return person && { id: openId, name: person.name, tenantKey: person.tenantKey };
}

export interface Draft {
  chatId: string;
  sender: Sender;
  msgType: string;
  content: string;
  mentions: Mention[];
  parent?: Message | undefined;
  forwarded?: Message[] | undefined;
  createTime?: number | undefined;
}

/** Puts a message into its chat. A reply carries its parent and the first message of the thread of replies. */
export function addMessage(platform: Platform, draft: Draft): Message {
  const { parent, forwarded, createTime = platform.clock.now(), ...rest } = draft;
  const message: Message = {
    messageId: newMessageId(),
    ...rest,
    createTime,
    updateTime: createTime,
    ...(parent && { parentId: parent.messageId, rootId: parent.rootId ?? parent.messageId }),
    ...(forwarded && { forwarded }),
    recalled: false,
    patches: 0,
  };
  platform.world.record({ kind: "message", message });
  return message;
}
