import type { Day } from "../domain/day.js";
import type { Period } from "../domain/period.js";
import type { Role } from "../store/people.js";
import type { Repositories } from "../store/store.js";
import type { Answer, ClickHandler } from "./command.js";

/** Something that is due for one person; told once for each stage that its subject reaches. */
export interface Notice<About = unknown> {
  /** open_id */
  to: string;
  /** what it is about: `S-06 开工`, `#12` */
  subject: string;
  /** how far it has come: T-7, 逾期1天 … */
  stage: string;
  about: About;
}

export interface NudgeTurn {
  tx: Repositories;
  /** epoch ms */
  now: number;
  today: Day;
  closedMonth: Period;
  /** who is told may see money; people of other organisations may not */
  hasMoney: boolean;
}

/**
 * What the bot tells people in private by itself. Told what is due, whoever sends it does the rest: only on
 * workdays, each stage once, everything for one person in one message. After a downtime the stage that has
 * been reached by then is told, and none of those before it.
 */
export interface Nudge<About = unknown> {
  name: string;
  /** one line: what it brings */
  summary: string;
  /** when, in words */
  when: string;
  /** whose it is; everybody's when left out */
  roles?: readonly Role[];
  /** Pure: whether it may come on a workday, where that hangs on the calendar alone. */
  onDay?(day: Day): boolean;
  /** Everything that is due now, of each subject the stage that it has reached last. */
  due(turn: NudgeTurn): Promise<Notice<About>[]>;
  /** What one person gets of it, several notices together. */
  tell(turn: NudgeTurn, notices: readonly Notice<About>[]): Promise<Answer>;
  /** What is to be remembered of having told it, in the transaction in which it is told. */
  hasTold?(turn: NudgeTurn, notices: readonly Notice<About>[]): Promise<void>;
  clicks?: Record<string, ClickHandler>;
}
