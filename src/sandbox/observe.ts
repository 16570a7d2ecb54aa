import { isPart } from "./card.js";
import { buttons, type CardAction, plainText } from "./card-text.js";
import { contentOf, readableText } from "./content.js";
import type { Platform } from "./platform.js";
import type { Mention, Message } from "./world.js";

/** A message as people see it. */
export interface SeenMessage {
  messageId: string;
  chatId: string;
  /** The bot itself, not another app. */
  fromBot: boolean;
  sender: { id: string; type: "user" | "app"; name: string };
  msgType: string;
  /** The content parsed; for a card the card. */
  content: Readonly<Record<string, unknown>>;
  /** All words in reading order: of a text, of rich text, of a card. */
  text: string;
  mentions: readonly Mention[];
  /** Of a card; empty for the rest. */
  buttons: CardAction[];
  parentId: string | undefined;
  createTime: number;
  recalled: boolean;
  /** How often the card was changed since it was sent. */
  patches: number;
}

export function see(platform: Platform, message: Message): SeenMessage {
  const content = contentOf(message.msgType, message.content);
  const card = message.msgType === "interactive" ? content : undefined;
  const nameOf = (openId: string) =>
    openId === platform.bot.openId ? platform.bot.name : platform.world.people.get(openId)?.name;
  const fromBot = message.sender.id === platform.app.appId;
  return {
    messageId: message.messageId,
    chatId: message.chatId,
    fromBot,
    sender: {
      id: message.sender.id,
      type: message.sender.type,
      name: fromBot ? platform.bot.name : (nameOf(message.sender.id) ?? message.sender.id),
    },
    msgType: message.msgType,
    content,
    text: card ? plainText(card, nameOf) : readableText(message.msgType, message.content, message.mentions),
    mentions: message.mentions,
    buttons: card && isPart(card) ? buttons(card) : [],
    parentId: message.parentId,
    createTime: message.createTime,
    recalled: message.recalled,
    patches: message.patches,
  };
}
