import { EventEmitter } from "node:events";
import type { Journal } from "./journal.js";
import type { Chat, Person } from "./scene.js";

export interface Mention {
  /** As it stands in the content: "@_user_1". */
  key: string;
  id: string;
  name: string;
  tenantKey: string;
}

export interface Sender {
  /** open_id of a person, app_id of an app. */
  id: string;
  type: "user" | "app";
  tenantKey: string;
}

export interface Message {
  messageId: string;
  chatId: string;
  sender: Sender;
  msgType: string;
  /** JSON text, as the platform hands it over: mentions are keys. */
  content: string;
  mentions: Mention[];
  createTime: number;
  updateTime: number;
  parentId?: string;
  rootId?: string;
  recalled: boolean;
  /** How often a card was changed. */
  patches: number;
  /** What a merged forward holds: copies as they were then, those of a forward within it below that one. */
  forwarded?: Message[];
}

export type Outcome = "acknowledged" | "refused" | "unanswered";

export interface Attempt {
  at: number;
  outcome: Outcome;
  /** Real milliseconds until the answer came, or until it was no longer awaited. */
  tookMs: number;
}

/** An event on its way to the bot. */
export interface StoredEvent {
  eventId: string;
  type: string;
  /** The platform's JSON, the same on every attempt. */
  envelope: string;
  attempts: Attempt[];
  /** Sandbox instant of the next attempt; null when acknowledged or given up. */
  nextAt: number | null;
}

export interface SentOnce {
  uuid: string;
  messageId: string;
  at: number;
}

/** An uploaded file, kept whole: the office's documents are small. */
export interface StoredFile {
  key: string;
  name: string;
  /** doc, xls, pdf, stream … */
  type: string;
  /** bytes */
  size: number;
  base64: string;
}

/** One line of the journal. Each holds a whole record, so that the newest of a key is all there is to know. */
export type Entry =
  | { kind: "person"; person: Person }
  | { kind: "chat"; chat: Chat }
  | { kind: "message"; message: Message }
  | { kind: "event"; event: StoredEvent }
  | { kind: "uuid"; sent: SentOnce }
  | { kind: "file"; file: StoredFile }
  | { kind: "clock"; at: number };

/** Events already settled that are kept, to deliver them again on demand. */
const SETTLED_EVENTS_KEPT = 2000;
const UUIDS_KEPT_FOR_MS = 60 * 60 * 1000;

/** All the sandbox knows. It changes through `record` alone, which writes the journal before it returns. */
export class World {
  readonly people = new Map<string, Person>();
  readonly chats = new Map<string, Chat>();
  readonly messages = new Map<string, Message>();
  readonly events = new Map<string, StoredEvent>();
  readonly sent = new Map<string, SentOnce>();
  readonly files = new Map<string, StoredFile>();
  /** Message ids of a chat in order of creation. */
  private readonly order = new Map<string, string[]>();
  private readonly changes = new EventEmitter<{ change: [Entry] }>().setMaxListeners(0);
  private settled: string[] = [];

  constructor(private readonly journal: Journal) {
    for (const entry of journal.entries) this.apply(entry);
    journal.compact(this.snapshot());
  }

  record(entry: Entry): void {
    this.journal.append(entry);
    this.apply(entry);
    this.changes.emit("change", entry);
  }

  onChange(listener: (entry: Entry) => void): () => void {
    this.changes.on("change", listener);
    return () => this.changes.off("change", listener);
  }

  /** The chat's messages, oldest first, recalled ones among them. */
  messagesOf(chatId: string): Message[] {
    const ids = this.order.get(chatId) ?? [];
    return ids.flatMap((id) => this.messages.get(id) ?? []);
  }

  private apply(entry: Entry): void {
    switch (entry.kind) {
      case "person":
        this.people.set(entry.person.openId, entry.person);
        break;
      case "chat":
        this.chats.set(entry.chat.chatId, entry.chat);
        break;
      case "message":
        this.keepMessage(entry.message);
        break;
      case "event":
        this.keepEvent(entry.event);
        break;
      case "uuid":
        this.keepUuid(entry.sent);
        break;
      case "file":
        this.files.set(entry.file.key, entry.file);
        break;
      case "clock":
        break;
    }
  }

  private keepMessage(message: Message): void {
    if (!this.messages.has(message.messageId)) {
      const ids = this.order.get(message.chatId);
      if (ids) ids.push(message.messageId);
      else this.order.set(message.chatId, [message.messageId]);
    }
    this.messages.set(message.messageId, message);
  }

  private keepEvent(event: StoredEvent): void {
    const before = this.events.get(event.eventId);
    this.events.set(event.eventId, event);
    if (event.nextAt !== null || (before && before.nextAt === null)) return;
    this.settled.push(event.eventId);
    if (this.settled.length < 2 * SETTLED_EVENTS_KEPT) return;
    for (const id of this.settled.slice(0, SETTLED_EVENTS_KEPT)) {
      if (this.events.get(id)?.nextAt === null) this.events.delete(id);
    }
    this.settled = this.settled.slice(SETTLED_EVENTS_KEPT);
  }

  private keepUuid(sent: SentOnce): void {
    this.sent.set(sent.uuid, sent);
    for (const [uuid, older] of this.sent) {
      // Insertion order is nearly the order in time: stop at the first that still counts.
      if (sent.at - older.at <= UUIDS_KEPT_FOR_MS) break;
      this.sent.delete(uuid);
    }
  }

  private snapshot(): Entry[] {
    return [
      { kind: "clock", at: this.journal.lastInstant ?? 0 },
      ...[...this.people.values()].map((person): Entry => ({ kind: "person", person })),
      ...[...this.chats.values()].map((chat): Entry => ({ kind: "chat", chat })),
      ...[...this.files.values()].map((file): Entry => ({ kind: "file", file })),
      ...[...this.order.keys()].flatMap((chatId) =>
        this.messagesOf(chatId).map((message): Entry => ({ kind: "message", message })),
      ),
      ...[...this.events.values()].map((event): Entry => ({ kind: "event", event })),
      ...[...this.sent.values()].map((sent): Entry => ({ kind: "uuid", sent })),
    ];
  }
}
