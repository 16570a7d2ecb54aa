import { announceDisbanded, announceMembership, announceMenu, announceRecall } from "./events.js";
import type { Fault } from "./faults.js";
import { newChatId } from "./ids.js";
import { chatOrThrow, type Platform, personOrThrow } from "./platform.js";
import { type Chat, chatOf, personOf, type SceneChat, type ScenePerson } from "./scene.js";
import type { Attempt, Outcome, StoredEvent } from "./world.js";

/** What tests can do to the platform, and what goes on in it besides talk. */
export interface Control {
  /** All access tokens become invalid: the next call meets 99991663. */
  expireTokens(): void;
  /** The next calls to a path fail in a chosen way. */
  failNext(fault: Fault): void;
  clearFaults(): void;
  setSendLimits(enabled: boolean): void;

  /** Delivers a known event at once, whatever became of it before. */
  redeliver(eventId: string): Promise<Outcome>;
  /** The next events come twice at once. */
  doubleNext(count?: number): void;
  /** The bot's next acknowledgements get lost: those events come again after 15 s of sandbox time. */
  ignoreAnswers(count?: number): void;
  /** How an event fared so far. */
  attempts(eventId: string): readonly Attempt[];
  /** Events neither acknowledged nor given up. */
  pending(): StoredEvent[];
  /** Any event, for kinds that have no call of their own. `header` falsifies header fields. */
  emit(type: string, event: object, header?: Record<string, string>): string;

  /** Number of long connections on which the bot listens. */
  connections(): number;
  /** Cuts the long connections; the bot connects again. */
  dropConnections(): void;
  /** The present long connections stay open, but go deaf and dumb. */
  freezeConnections(): void;

  addPerson(person: ScenePerson): void;
  /** Messages to this person fail with 230029. */
  resign(openId: string): void;
  addChat(chat: Omit<SceneChat, "chatId"> & { chatId?: string }): Chat;
  /** A person comes into a group or leaves it; the bot is not told. */
  join(chatId: string, openId: string): void;
  leave(chatId: string, openId: string): void;
  setExternal(chatId: string, external: boolean): void;
  /** The bot's messages are refused with this code: 230018, 230035 or 230053; null lifts it. */
  mute(chatId: string, code: number | null): void;
  disband(chatId: string, by?: string): string;
  addBot(chatId: string, by?: string): string;
  removeBot(chatId: string, by?: string): string;
  /** A person takes back a message. */
  recall(messageId: string): string;
  /** A person edits a text message; whom it mentions stays. The bot is not told. */
  edit(messageId: string, text: string): void;
  /** A key of the bot's menu is pressed. */
  pressMenu(by: string, eventKey: string): string;
}

export function createControl(platform: Platform): Control {
  const { world, delivery, connections } = platform;

  function change(chatId: string, part: Partial<Chat>): Chat {
    const chat = { ...chatOrThrow(platform, chatId), ...part };
    world.record({ kind: "chat", chat });
    return chat;
  }
  const someoneIn = (chat: Chat, by: string | undefined): string =>
    by ?? chat.members[0] ?? platform.bot.openId;

  return {
    expireTokens: () => platform.tokens.expireAll(),
    failNext: (fault) => platform.faults.add(fault),
    clearFaults: () => platform.faults.clear(),
    setSendLimits(enabled) {
      platform.limits.enabled = enabled;
    },

    redeliver: (eventId) => delivery.redeliver(eventId),
    doubleNext: (count = 1) => delivery.doubleNext(count),
    ignoreAnswers: (count = 1) => delivery.ignoreAnswers(count),
    attempts: (eventId) => world.events.get(eventId)?.attempts ?? [],
    pending: () => delivery.pending,
    emit: (type, event, header) => delivery.post(type, event, header),

    connections: () => connections?.count ?? 0,
    dropConnections: () => connections?.drop(),
    freezeConnections: () => connections?.freeze(),

    addPerson: (person) => world.record({ kind: "person", person: personOf(person, platform.app.tenantKey) }),
    resign(openId) {
      world.record({ kind: "person", person: { ...personOrThrow(platform, openId), resigned: true } });
    },
    addChat(stated) {
      const chat = chatOf({ chatId: newChatId(), ...stated });
      world.record({ kind: "chat", chat });
      return chat;
    },
    join(chatId, openId) {
      const { members } = chatOrThrow(platform, chatId);
      if (!members.includes(openId)) change(chatId, { members: [...members, openId] });
    },
    leave(chatId, openId) {
      const { members } = chatOrThrow(platform, chatId);
      change(chatId, { members: members.filter((member) => member !== openId) });
    },
    setExternal: (chatId, external) => void change(chatId, { external }),
    mute: (chatId, code) => void change(chatId, { muted: code }),
    disband(chatId, by) {
      const chat = change(chatId, { disbanded: true });
      return announceDisbanded(platform, chat, someoneIn(chat, by));
    },
    addBot(chatId, by) {
      const chat = change(chatId, { hasBot: true });
      return announceMembership(platform, chat, "added", someoneIn(chat, by));
    },
    removeBot(chatId, by) {
      const chat = change(chatId, { hasBot: false });
      return announceMembership(platform, chat, "deleted", someoneIn(chat, by));
    },
    recall(messageId) {
      const message = world.messages.get(messageId);
      if (!message) throw new Error(`no such message: ${messageId}`);
      const recalled = { ...message, recalled: true, updateTime: platform.clock.now() };
      world.record({ kind: "message", message: recalled });
      return announceRecall(platform, recalled);
    },
    edit(messageId, text) {
      const message = world.messages.get(messageId);
      if (message?.msgType !== "text") throw new Error(`no such text message: ${messageId}`);
      const words = [...message.mentions.map(({ key }) => key), text].join(" ");
      const content = JSON.stringify({ text: words });
      world.record({
        kind: "message",
        message: { ...message, content, updateTime: platform.clock.now() },
      });
    },
    pressMenu: (by, eventKey) => announceMenu(platform, by, eventKey),
  };
}
