import { unionIdOf } from "./ids.js";
import { type Platform, privateChat } from "./platform.js";
import type { Chat } from "./scene.js";
import type { Mention, Message } from "./world.js";

const userId = (openId: string) => ({ open_id: openId, union_id: unionIdOf(openId) });

/** `im.message.receive_v1`, the part under `event`. */
function receivedEvent(chat: Chat, message: Message): object {
  return {
    sender: {
      sender_id: userId(message.sender.id),
      sender_type: message.sender.type,
      tenant_key: message.sender.tenantKey,
    },
    message: {
      message_id: message.messageId,
      ...(message.rootId && { root_id: message.rootId }),
      ...(message.parentId && { parent_id: message.parentId }),
      create_time: String(message.createTime),
      update_time: String(message.updateTime),
      chat_id: chat.chatId,
      chat_type: chat.type,
      message_type: message.msgType,
      content: message.content,
      ...(message.mentions.length > 0 && { mentions: message.mentions.map(eventMention) }),
    },
  };
}

function eventMention(mention: Mention): object {
  return { key: mention.key, id: userId(mention.id), name: mention.name, tenant_key: mention.tenantKey };
}

/**
 * Tells the bot of a message, if the platform would: in a private chat always, in a group when it is mentioned by
 * name (everyone does not count) or when the app may read all. The event_id, or undefined when it hears nothing.
 */
export function announceMessage(
  platform: Platform,
  message: Message,
  overrides: Record<string, string> = {},
): string | undefined {
  const chat = platform.world.chats.get(message.chatId);
  if (!chat?.hasBot || chat.disbanded) return undefined;
  const mentioned = message.mentions.some((mention) => mention.id === platform.bot.openId);
  if (chat.type === "group" && !mentioned && !platform.groupMessages) return undefined;
  return platform.delivery.post("im.message.receive_v1", receivedEvent(chat, message), overrides);
}

export function announceRecall(platform: Platform, message: Message): string {
  return platform.delivery.post("im.message.recalled_v1", {
    message_id: message.messageId,
    chat_id: message.chatId,
    recall_time: String(platform.clock.now()),
    recall_type: "message_owner",
  });
}

/** The bot came into a group, or was taken out of it. */
export function announceMembership(
  platform: Platform,
  chat: Chat,
  change: "added" | "deleted",
  by: string,
): string {
  return platform.delivery.post(`im.chat.member.bot.${change}_v1`, {
    chat_id: chat.chatId,
    operator_id: userId(by),
    external: chat.external,
    operator_tenant_key: platform.world.people.get(by)?.tenantKey ?? platform.app.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name },
  });
}

export function announceDisbanded(platform: Platform, chat: Chat, by: string): string {
  return platform.delivery.post("im.chat.disbanded_v1", {
    chat_id: chat.chatId,
    operator_id: userId(by),
    external: chat.external,
    operator_tenant_key: platform.app.tenantKey,
    name: chat.name,
    i18n_names: { zh_cn: chat.name },
  });
}

/** A key of the bot's menu in the private chat was pressed. */
export function announceMenu(platform: Platform, by: string, eventKey: string): string {
  privateChat(platform, by);
  return platform.delivery.post("application.bot.menu_v6", {
    operator: { operator_name: platform.world.people.get(by)?.name ?? "", operator_id: userId(by) },
    event_key: eventKey,
    timestamp: Math.floor(platform.clock.now() / 1000),
  });
}
