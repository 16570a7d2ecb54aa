import type { Day, MilestoneItem, Period } from "../items.js";

export type Precision = MilestoneItem["precision"];

/** Which way a date without a year looks: people report what was, and plan what will be. */
export type Direction = "past" | "future";

/** What a date means, seen from one side. */
export interface Resolved {
  /** the last day that is meant */
  day: Day;
  /** the other day that may be meant; then it has to be asked */
  other?: Day;
}

/** A date found in a text. */
export interface DateSpan {
  start: number;
  end: number;
  precision: Precision;
  /** nothing when the calendar has no such day */
  resolve(direction: Direction): Resolved | undefined;
  /** the month, when one is named: 8月, 上月, 8月底 */
  period?: (direction: Direction) => Period;
  /** reaches from the beginning of the year: 1-8月, 上半年, 前三季度 */
  fromNewYear?: true;
  /** 14号: a day without its month */
  bareDay?: number;
  /** a month without a part of it */
  wholeMonth?: true;
  /** 10.1, 12/15: may as well be a figure */
  weak?: true;
  /** lies in the past or the future whatever the verb says: 上周五, 去年, 明天 */
  fixed?: Direction;
  /** followed by 前 */
  before?: true;
  /** followed by 后: no day is named */
  after?: true;
  /** preceded by 截至, 到 */
  until?: true;
}

/** A date as a rule reads it, before it is known where it stands. */
export type DateReading = Omit<DateSpan, "start" | "end">;
