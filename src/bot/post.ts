import type { Period } from "../domain/period.js";
import type { GoingOut } from "../store/bulletins.js";
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
  /** epoch ms: what has not left by then is put aside; left out = as long as it would be made up */
  until?: number;
  /** epoch ms: by when every chat has it, which is what people are told; left out = `at` */
  by?: number;
  /** it comes only where there is something new: nobody is promised it */
  ifAny?: true;
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
  /** what was signed and goes into the groups; left out = nothing */
  bulletins?: readonly GoingOut[];
}

export interface PostTurn {
  tx: Repositories;
  /** epoch ms */
  now: number;
  chat: Chat;
  sight: Sight;
  closedMonth: Period;
}

/** What a post says, and the documents that follow its card. */
export interface PostAnswer extends Answer {
  /** ids in the store */
  files?: readonly string[];
}

/** A post that the bot makes by itself. */
export interface Post {
  name: string;
  /** one line: what it brings */
  summary: string;
  /** When, in words; `time` is the chat's own: 每周一 09:10 of a weekly post, 09:20 of a dated one */
  when(time: string): string;
  /** what stands where no run is known ahead; left out = 排了会才有 */
  whenUnknown?: string;
  /** inside groups get it from the day the bot joins */
  byDefault: boolean;
  /** for the office's own group alone */
  isOffices?: true;
  /**
   * Of the whole district: inside groups that are bound to nothing get it by themselves, without a row, so that
   * a row always says what a group has chosen; bound ones get it where it was turned on.
   */
  isForUnbound?: true;
  /** present when 改时间 may move it within the week */
  weekly?: Weekly;
  /** HH:mm by which every chat has it; present when 改时间 may move the hour of a dated post */
  daily?: string;
  catchUp: CatchUp;
  /** Pure: the slots in (from, to], oldest first. */
  slots(from: number, to: number, occasions: Occasions): Slot[];
  /**
   * Whether what a slot that is due speaks of is there yet; else it is looked at again until it is too old. Left
   * out, it always is. Asked on every tick, beside all writes: one small look.
   */
  isReady?(tx: Repositories, slot: Slot, now: number): Promise<boolean>;
  /** Writes what it is to be drawn from, in the run's transaction before `run`; not where it is only tried. */
  prepare?(turn: PostTurn, slot: Slot): Promise<void>;
  /** What to post, or null when there is nothing to say. Reads only, so that it can be tried beforehand. */
  run(turn: PostTurn, slot: Slot): Promise<PostAnswer | null>;
  /**
   * What a run would say from the present figures, where what it speaks of has not happened yet: for 预览 alone.
   * Left out = as `run`.
   */
  foretell?(turn: PostTurn, slot: Slot): Promise<Answer | null>;
  /** What is to be remembered of a run, in its transaction, whether or not there was anything to say. */
  hasRun?(turn: PostTurn, slot: Slot): Promise<void>;
  clicks?: Record<string, ClickHandler>;
  /** ms for which the post changes in place; its card must have a button, or it is not kept */
  liveFor?: number;
  /** The post as it is to be now, from the model it was last drawn from; null when nothing has changed. */
  live?(turn: PostTurn, model: unknown): Promise<Answer | null>;
}
