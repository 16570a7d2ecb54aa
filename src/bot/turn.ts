import type { Closes } from "../domain/data-month.js";
import type { Period } from "../domain/period.js";
import type { NameIndex } from "../language/names.js";
import type { Chat } from "../store/chats.js";
import type { Person } from "../store/people.js";
import type { Repositories } from "../store/store.js";
import type { Command } from "./command.js";
import type { Mention } from "./events.js";
import type { Nudge } from "./nudge.js";
import type { Post } from "./post.js";

export interface Speaker extends Person {
  /** known to the office; who is not reads, and is told whom to ask */
  isRegistered: boolean;
}

/** What may be shown here, to this person. */
export interface Sight {
  /** codes of the projects that may be seen; null = all */
  codes: ReadonlySet<string> | null;
  money: boolean;
  /** codes of the plots whose price may be seen; null = all */
  pricesOf: ReadonlySet<string> | null;
}

/** One turn of the conversation: all that a command or a button needs, bound to the open transaction. */
export interface Turn {
  tx: Repositories;
  /** epoch ms */
  now: number;
  /** the message's own time, never later than `now`; epoch ms */
  saidAt: number;
  /** the month that the words count for, where a card has asked for that month */
  forMonth?: Period;
  /** when the message or the click came: later than `saidAt` where older words are handed on; epoch ms */
  sentAt: number;
  /** set where the words are those of others: when the oldest of them was said, epoch ms */
  handedOnSince?: number;
  /** entries of this turn share it; a message that comes twice has the same */
  writeId: string;
  messageId: string;
  /** the message as typed */
  words: string;
  mentions: readonly Mention[];
  /** message_id of the message that this one replies to */
  repliedTo?: string;
  speaker: Speaker;
  /** whose words are written, where somebody else presses the button: the ledger asks who said it */
  author?: { openId: string; name: string };
  chat: Chat;
  sight: Sight;
  /** the names that messages are read by */
  names: NameIndex;
  /** the last closed data month */
  closedMonth: Period;
  /** months that the office has closed before their close day */
  closes: Closes;
  commands: readonly Command[];
  posts: readonly Post[];
  nudges: readonly Nudge[];
  /** 演示数据 is in the ledger */
  isDemo: boolean;
}
