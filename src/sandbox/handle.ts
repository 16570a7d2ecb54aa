import { actions, buttons, type CardAction } from "./card-text.js";
import { type FieldValue, type Toast, touchCard } from "./clicks.js";
import type { SandboxClock } from "./clock.js";
import { type Control, createControl } from "./control.js";
import { type SeenMessage, see } from "./observe.js";
import { chatOrThrow, type Platform, personOrThrow, privateChat } from "./platform.js";
import { type Said, type Saying, say } from "./saying.js";
import type { Chat, Person } from "./scene.js";
import { idle, type Patience, waitFor } from "./waiting.js";
import type { Message } from "./world.js";

export interface Click {
  /** open_id of whoever clicks. */
  by: string;
  /** The card's message_id. */
  message: string;
  /** The words on the button, its name, or a test; also a select or a picker outside a form. */
  button: string | ((action: CardAction) => boolean);
  form?: Record<string, FieldValue>;
  option?: FieldValue;
}

export interface NextMessage extends Patience {
  chat?: string;
  /** Only messages later than this one count; without it, those that come after the call. */
  after?: string;
  matching?: (message: SeenMessage) => boolean;
}

/** What people, tests and the page do in the sandbox. */
export interface Handle {
  bot: { openId: string; name: string };
  clock: SandboxClock;
  control: Control;
  people(): Person[];
  chats(): Chat[];
  /** The chat_id of a person's private chat with the bot. */
  privateChat(openId: string): string;
  /** The message is there when this returns, so that a wait set up next misses nothing. */
  say(saying: Saying): Said;
  /** Resolves to the toast the clicker sees; undefined when the answer brings none. Throws when it cannot be clicked. */
  click(click: Click): Promise<Toast | undefined>;
  /** Oldest first. */
  messages(chatId: string): SeenMessage[];
  message(messageId: string): SeenMessage;
  /** The next message of the bot that fits. */
  nextBotMessage(which?: NextMessage): Promise<SeenMessage>;
  /** The bot's replies to a message, as soon as there are `count` (1). */
  answersTo(messageId: string, patience?: Patience & { count?: number }): Promise<SeenMessage[]>;
  /** The card once it has been changed at least so many times (1). */
  changed(messageId: string, patience?: Patience & { times?: number }): Promise<SeenMessage>;
  /** Asked at once and after every change, until it gives something. */
  waitFor<T>(find: () => T | undefined, patience?: Patience): Promise<T>;
  /** No delivery unanswered, no call under way, nothing changed for a moment. */
  idle(quietMs?: number): Promise<void>;
  /** Called whenever a message is new or changed. */
  onMessage(listener: (message: SeenMessage) => void): () => void;
}

export function handleOf(platform: Platform, callsUnderWay: () => number): Handle {
  const { world } = platform;
  const seen = (message: Message) => see(platform, message);

  function message(messageId: string): SeenMessage {
    const found = world.messages.get(messageId);
    if (!found) throw new Error(`no such message: ${messageId}`);
    return seen(found);
  }

  function fromBot(chatId: string | undefined): Message[] {
    const all = chatId === undefined ? [...world.messages.values()] : world.messagesOf(chatId);
    return all.filter((one) => one.sender.id === platform.app.appId);
  }

  return {
    bot: platform.bot,
    clock: platform.clock,
    control: createControl(platform),
    people: () => [...world.people.values()],
    chats: () => [...world.chats.values()],
    privateChat: (openId) => privateChat(platform, personOrThrow(platform, openId).openId).chatId,
    say: (saying) => say(platform, saying),
    async click({ by, message: messageId, button, form, option }) {
      const target = world.messages.get(messageId);
      if (!target) throw new Error(`no such message: ${messageId}`);
      if (!chatOrThrow(platform, target.chatId).members.includes(by))
        throw new Error(`${by} is not in the chat`);
      const action = findAction(message(messageId), button);
      return touchCard(platform, { by, message: target, action, form, option });
    },
    messages: (chatId) => world.messagesOf(chatOrThrow(platform, chatId).chatId).map(seen),
    message,
    nextBotMessage({ chat, after, matching = () => true, ...patience } = {}) {
      const all =
        chat === undefined ? [...world.messages.keys()] : world.messagesOf(chat).map((one) => one.messageId);
      const earlier = new Set(after === undefined ? all : all.slice(0, all.indexOf(after) + 1));
      const find = () =>
        fromBot(chat)
          .filter((one) => !earlier.has(one.messageId))
          .map(seen)
          .find(matching);
      return waitFor(platform, find, { what: "a message of the bot", ...patience });
    },
    answersTo(messageId, { count = 1, ...patience } = {}) {
      const { chatId } = message(messageId);
      const find = () => {
        const replies = fromBot(chatId).filter((one) => one.parentId === messageId);
        return replies.length >= count ? replies.map(seen) : undefined;
      };
      return waitFor(platform, find, {
        what: `${count} answer(s) to "${message(messageId).text}"`,
        ...patience,
      });
    },
    changed(messageId, { times = 1, ...patience } = {}) {
      const find = () => {
        const now = message(messageId);
        return now.patches >= times ? now : undefined;
      };
      return waitFor(platform, find, { what: `change ${times} of the card ${messageId}`, ...patience });
    },
    waitFor: (find, patience) => waitFor(platform, find, patience),
    idle: (quietMs) => idle(platform, callsUnderWay, quietMs),
    onMessage: (listener) =>
      world.onChange((entry) => {
        if (entry.kind === "message") listener(seen(entry.message));
      }),
  };
}

function findAction(card: SeenMessage, wanted: Click["button"]): CardAction {
  const offered = actions(card.content);
  const fits =
    typeof wanted === "function"
      ? wanted
      : (action: CardAction) => action.text === wanted || action.name === wanted;
  const action = offered.find(fits);
  if (!action) {
    const there = buttons(card.content).map((button) => button.text);
    throw new Error(`no button ${String(wanted)} on the card; there are: ${there.join("、") || "none"}`);
  }
  if (action.disabled) throw new Error(`the button ${action.text} is disabled`);
  return action;
}
