import type { Quantity } from "../numbers/quantities.js";
import type { Offer, Reading, Said } from "./reading.js";

/** 年度计划3.2亿 完成1.02亿 31.9%: the percentage is the share of the plan that is done. */
export function isShareDone({ value }: Quantity, left: string, { plan, done }: Said): boolean {
  if (!plan || done === undefined || !/^[\s(,:]*(?:占|已?完成了?)?\s*$/.test(left)) return false;
  return Math.abs((done / plan) * 100 - value) <= 0.5;
}

/** 占计划90% without a sum before it: of the year's plan, or of some part's? */
export const OF_PLAN = /占(?:投资)?(?:计划|目标|任务)(?:的|量的?)?\s*$/;

export function shareOfSomePlan({ value }: Quantity): Reading {
  const works: Offer[] = value <= 100 ? [{ measure: "percent", value }] : [];
  return { ask: "which-measure", options: [{ measure: "completion", value }, ...works] };
}
