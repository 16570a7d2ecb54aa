import { type LampPart, off } from "./lamp-part.js";
import type { LampRule } from "./lamp-rule.js";
import { addMonths, formatPeriod, type Period, periodsFromTo } from "./period.js";
import { type Gap, isInGap } from "./report-gap.js";

/** Since when reports are due, and when they were not. */
export interface Since {
  firstMonth: Period;
  gaps?: readonly Gap[];
}

/** 未报: grey, and yellow from the second missed cycle on; off while no cycle is due. */
export function reportLamp(month: Period, last: Period | undefined, since: Since, rule: LampRule): LampPart {
  return unreported("", month, last, since, rule);
}

/** The same for one kind of figure, `what`. */
export function unreported(
  what: string,
  month: Period,
  last: Period | undefined,
  { firstMonth, gaps }: Since,
  rule: LampRule,
): LampPart {
  const next = last === undefined ? firstMonth : addMonths(last, 1);
  const missed = periodsFromTo(next > firstMonth ? next : firstMonth, month).filter(
    (each) => !isInGap(each, gaps),
  );
  const [first] = missed;
  if (first === undefined)
    return off(last === undefined ? `首报${formatPeriod(firstMonth)}，未到期` : "已报");
  const which = missed.length > 1 ? `${formatPeriod(first)}至${formatPeriod(month)}` : formatPeriod(month);
  const text = `${which}${what}未报`;
  const yellow = missed.length >= rule.missedCyclesYellow;
  const detail = yellow ? `${text}，连续${missed.length}期` : text;
  return { colour: yellow ? "yellow" : "grey", text, detail, missing: true };
}
