/**
 * What reaches the bot, freed of the protocol: plain values that can be kept as JSON, replayed, and made
 * by hand in a test.
 */
export type InboundEvent = MessageEvent | ClickEvent | JoinedEvent | LeftEvent | RecalledEvent;

export interface Mention {
  openId: string;
  name: string;
}

export interface MessageEvent {
  kind: "message";
  messageId: string;
  chatId: string;
  chatType: "group" | "p2p";
  senderId: string;
  /** the sender belongs to another organisation than the app */
  fromOutside: boolean;
  /** the message's own time, epoch ms */
  saidAt: number;
  /** as typed, the mention of the bot left out, other mentions as `@名` */
  text: string;
  /** people mentioned, the bot left out, in the order of the text */
  mentions: Mention[];
  /** the bot is mentioned, or the chat is private */
  toBot: boolean;
  /** text and post can be read, merge_forward once it is opened; sticker, image, audio … cannot */
  type: string;
  /** message_id of the message replied to */
  parentId?: string;
  /** what the message hands on; fetched before its turn, and never kept with it */
  handedOn?: HandedOn;
}

/** Words of others that a message hands on: those of a merged forward, or of a message it replies to. */
export type HandedOn = { by: "forward" | "quote" } & (
  | {
      is: "read";
      text: string;
      /** when the newest of it was said, epoch ms */
      saidAt: number;
      /** when the oldest of it was said, where that is another time */
      since?: number;
      /** who said it, of a quote */
      author?: { openId: string; name: string | null };
      /** messages in it that hold no text */
      unread: number;
    }
  /** a message of a kind that has no text */
  | { is: "wordless"; type: string }
  /** taken back by who said it */
  | { is: "gone" }
  /** the platform does not hand it out to the bot */
  | { is: "closed" }
  /** the platform has not answered yet: the row is put off */
  | { is: "awaited" }
  /** the platform has not answered in all the time that a row is given */
  | { is: "silent" }
);

export interface ClickEvent {
  kind: "click";
  chatId: string;
  messageId: string;
  clickerId: string;
  /** the clicker belongs to another organisation than the app */
  fromOutside: boolean;
  /** the button's value, as the bot put it there */
  value: Record<string, unknown>;
  /** what was filled in, where the button submits a form */
  form?: Record<string, unknown>;
}

/** The bot was added to a group. */
export interface JoinedEvent {
  kind: "joined";
  chatId: string;
  name: string;
  external: boolean;
  byId: string;
  /** when, epoch ms */
  at: number;
}

/** The bot was removed, or the group dissolved. */
export interface LeftEvent {
  kind: "left";
  chatId: string;
  /** when, epoch ms: it may arrive after a newer joined event */
  at: number;
}

export interface RecalledEvent {
  kind: "recalled";
  chatId: string;
  messageId: string;
}

/** An event with what tells it from all others. */
export interface Delivery {
  /** message_id for messages, one of its own for a recall, else event_id */
  key: string;
  eventId: string | null;
  event: InboundEvent;
}
