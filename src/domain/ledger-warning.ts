import type { Day } from "./day.js";
import type { Period } from "./period.js";

/** What is odd about an entry, to be asked before it is written. The figures needed for the question. */
export type Warning =
  /** 形象进度 falls: only with a reason */
  | { code: "percent-falls"; last: number; said: number; part?: string }
  /** 形象进度 rises by more than half of the works at once */
  | { code: "percent-leaps"; last: number; said: number; part?: string }
  /** 形象进度 above 100 %: not written but asked */
  | { code: "percent-over-100"; said: number }
  | { code: "negative" }
  /** 累计 below the last one: was it this month's? */
  | { code: "ytd-below-last"; last: number; lastPeriod: Period; said: number }
  /** a cumulative for an earlier month above one already known for a later month */
  | { code: "ytd-above-later"; later: number; laterPeriod: Period; said: number }
  /** a month's figure above the cumulative, at the end of `period`, of which it would be a part */
  | { code: "month-above-ytd"; said: number; ytd: number; period: Period }
  /**
   * a month's figure is not what the cumulatives before and after it leave for it: `adds` lies between them;
   * `isOneMonth` when it is this month's alone
   */
  | {
      code: "month-between";
      said: number;
      period: Period;
      adds: number;
      isOneMonth: boolean;
      last: number;
      lastPeriod: Period;
      next: number;
      nextPeriod: Period;
    }
  /** a cumulative is not what the one of the month before and this month's own figure (`month`) come to */
  | {
      code: "ytd-off-month";
      said: number;
      period: Period;
      month: number;
      /** what the cumulative leaves for the month */
      adds: number;
      last: number;
      lastPeriod: Period;
    }
  /** the same increment was said some minutes ago; `by` whom, where the words are handed on and it was another */
  | { code: "increment-again"; said: number; firstSaidAt: number; by?: string }
  /**
   * 又完成 on top of a cumulative in which the month's own figure (`own`) is not, since a month before it lacks its
   * own; `ownPeriod` where the figure is an earlier month's; `becomes` the cumulative if nothing was done in those
   */
  | {
      code: "month-beside";
      said: number;
      period: Period;
      own: number;
      ownPeriod?: Period;
      becomes: number;
    }
  /** a figure of another kind would make a known cumulative smaller, at the end of `period` */
  | { code: "ytd-falls"; last: number; becomes: number; period: Period }
  /** 年度完成率 as said differs from 累计 ÷ 年度计划 by more than one point; `computed` in per cent */
  | { code: "completion-contradicts"; said: number; computed: number; ytd: number; plan: number }
  /** ten times the year's plan or more: 万 said as 亿? */
  | { code: "ten-times-plan"; said: number; plan: number }
  /** the year's cumulative comes to far more than the plan: `done` 元 */
  | { code: "far-above-plan"; done: number; plan: number }
  /** a cumulative comes to many times the last one, and to more than the plan where there is one */
  | { code: "leaps"; last: number; lastPeriod: Period; done: number }
  /** 已完成 on a day to come */
  | { code: "done-in-future"; milestone: string; date: Day }
  /** a planned day for what is done already */
  | { code: "done-replanned"; milestone: string; done: Day; date: Day }
  /** 年度计划投资 is signed for, and its change has no reason; 元 */
  | { code: "frozen-plan"; from: number; to: number; signed: number; signedOn: Day }
  /** a milestone is signed for, and its change has no reason */
  | { code: "frozen-node"; milestone: string; from: Day; to: Day; signed: Day; signedOn: Day };

/** Of a 节点. */
export type NodeWarning = Extract<Warning, { code: "done-in-future" | "done-replanned" }>;
/** Of a signed target, 年度目标. */
export type FrozenWarning = Extract<Warning, { code: "frozen-plan" | "frozen-node" }>;
