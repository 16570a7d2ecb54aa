import type { Logger } from "pino";
import type { KnownNames } from "../bot/bot-parts.js";
import type { InboundEvent } from "../bot/events.js";
import type { Clock } from "../clock.js";
import type { Chat } from "../store/chats.js";
import type { Repositories, Store } from "../store/store.js";
import type { FeishuApi } from "./api.js";

/** ms before a chat or a name that could not be had is asked for again */
const ASK_AGAIN = 10 * 60_000;
const ASK_SOON = 5000;
/** ms: turns wait no longer for a slow platform; what comes later serves the next ones */
const MOST_WAIT = 1000;

/**
 * Who is who, from the platform: a chat is asked for once and kept; names of people who are not
 * registered stay in memory only, because they need not be kept.
 */
export class Directory implements KnownNames {
  private readonly names = new Map<string, string>();
  private readonly settled = new Set<string>();
  private readonly asked = new Map<string, number>();

  constructor(
    private readonly api: Pick<FeishuApi, "chat" | "members">,
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly log: Logger,
    private readonly onNewGroup: (tx: Repositories, chatId: string) => Promise<void>,
  ) {}

  nameOf(openId: string): string | null {
    return this.names.get(openId) ?? null;
  }

  /**
   * Sees to it that the chats and speakers of these events are known, as far as the platform tells in time:
   * the turns of all chats wait for this.
   */
  async prepare(events: readonly InboundEvent[]): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const timeIsUp = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, MOST_WAIT);
    });
    await Promise.race([Promise.all(events.map((event) => this.trySettle(event))), timeIsUp]);
    clearTimeout(timer);
  }

  /** What cannot be learnt costs a name or a chat's kind, never the turns of all chats. */
  private async trySettle(event: InboundEvent): Promise<void> {
    try {
      await this.settle(event);
    } catch (error) {
      this.log.error(
        { code: "directory-settle", chatId: event.chatId, err: error },
        "a chat could not be kept",
      );
    }
  }

  private async settle(event: InboundEvent): Promise<void> {
    if (event.kind === "message") {
      for (const mention of event.mentions) this.names.set(mention.openId, mention.name);
      await this.settleChat(event.chatId, event.chatType);
      await this.settlePerson(event.senderId, event.chatId);
    }
    if (event.kind === "click") await this.settlePerson(event.clickerId, event.chatId);
  }

  private async settleChat(chatId: string, type: "group" | "p2p"): Promise<void> {
    if (this.settled.has(chatId)) return;
    if (await this.store.read.chats.find(chatId)) {
      this.settled.add(chatId);
      return;
    }
    if (type === "p2p") {
      const chat: Chat = { chatId, type, name: "", external: false, office: false };
      await this.store.transaction((tx) => tx.chats.keep(chat, this.clock.now()));
    } else if (!(await this.keepGroup(chatId))) return;
    this.settled.add(chatId);
  }

  private async keepGroup(chatId: string): Promise<boolean> {
    const info = await this.ask(`chat ${chatId}`, () => this.api.chat(chatId));
    if (!info) return false;
    const chat: Chat = { chatId, type: "group", name: info.name, external: info.external, office: false };
    // One commit: a group that is known and has no posts would never get them.
    await this.store.transaction(async (tx) => {
      await tx.chats.keep(chat, this.clock.now());
      if (!info.external) await this.onNewGroup(tx, chatId);
    });
    return true;
  }

  private async settlePerson(openId: string, chatId: string): Promise<void> {
    if (this.settled.has(openId) || this.names.has(openId)) return;
    if (await this.store.read.people.find(openId)) {
      this.settled.add(openId);
      return;
    }
    const members = await this.ask(`members ${chatId}`, () => this.api.members(chatId));
    for (const member of members ?? []) this.names.set(member.openId, member.name);
  }

  /** A failure costs a name, not a turn; and it is not repeated at each message. */
  private async ask<T>(what: string, request: () => Promise<T>): Promise<T | null> {
    const last = this.asked.get(what);
    if (last !== undefined && this.clock.now() - last < ASK_AGAIN) return null;
    this.asked.set(what, this.clock.now());
    try {
      return await request();
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log.warn({ code: "directory", what, reason }, "the platform did not tell");
      // Whether a group is an outside one decides what may be shown, so that is asked again soon.
      if (what.startsWith("chat ")) this.asked.set(what, this.clock.now() - ASK_AGAIN + ASK_SOON);
      return null;
    }
  }
}
