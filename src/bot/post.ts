import type { Period } from "../domain/period.js";
import type { Chat } from "../store/chats.js";
import type { Meeting } from "../store/meetings.js";
import type { Repositories } from "../store/store.js";
import type { Answer, ClickHandler } from "./command.js";
import type { CatchUp } from "./schedule/catch-up.js";
import type { Sight } from "./turn.js";

/** A moment at which a post is due in a chat. */
export interface Slot {
  /** epoch ms */
  at: number;
  /** what it is about: a meeting's id, or `-` */
  subject: string;
  /** which occurrence; with job, chat and subject it is posted at most once */
  period: string;
}

/** When the office wants a weekly post in a chat. */
export interface Weekly {
  /** 1 Monday … 7 Sunday */
  weekday: number;
  /** HH:mm */
  time: string;
}

/** What the slots of a chat are computed from. */
export interface Occasions {
  chatId: string;
  /** set by hand; null = the post's own default */
  weekly: Weekly | null;
  /** HH:mm, set by hand; left out = the post's own default */
  time?: string;
  meetings: readonly Meeting[];
}

export interface PostTurn {
  tx: Repositories;
  /** epoch ms */
  now: number;
  chat: Chat;
  sight: Sight;
  closedMonth: Period;
}

/** The new face of a post that changes in place. */
export interface LiveAnswer extends Answer {
  /** it will not change any more */
  isDone?: boolean;
}

/** A post that the bot makes by itself. */
export interface Post {
  name: string;
  /** one line: what it brings */
  summary: string;
  /** When, in words; `time` is the chat's own: 每周一 09:10 of a weekly post, 09:20 of a dated one */
  when(time: string): string;
  /** inside groups get it from the day the bot joins */
  byDefault: boolean;
  /** for the office's own group alone */
  isOffices?: true;
  /** present when 改时间 may move it within the week */
  weekly?: Weekly;
  /** HH:mm by which every chat has it; present when 改时间 may move the hour of a dated post */
  daily?: string;
  catchUp: CatchUp;
  /** Pure: the slots in (from, to], oldest first. */
  slots(from: number, to: number, occasions: Occasions): Slot[];
  /** What to post, or null when there is nothing to say. Reads only, so that it can be tried beforehand. */
  run(turn: PostTurn, slot: Slot): Promise<Answer | null>;
  /** What is to be remembered of a run, in its transaction, whether or not there was anything to say. */
  hasRun?(turn: PostTurn, slot: Slot): Promise<void>;
  clicks?: Record<string, ClickHandler>;
  /** ms for which the post changes in place; its card must have a button, or it is not kept */
  liveFor?: number;
  /** The post as it is to be now, from the model it was last drawn from; null when nothing has changed. */
  live?(turn: PostTurn, model: unknown): Promise<LiveAnswer | null>;
}
