import type { FlowStep } from "../../domain/flow.js";
import { daysLeft } from "./day-words.js";

/** 四早 in days, actual against first planned: `早开工3天`, `竣工比原定晚37天`. */
export function earlyWords(steps: readonly FlowStep[]): string[] {
  return steps.flatMap(({ step, state, early, left, moved }) => {
    const act = step.early;
    if (act === undefined) return [];
    if (early !== undefined)
      return early === 0 ? `按期${act}` : early > 0 ? `早${act}${early}天` : `晚${act}${-early}天`;
    if (state === "done") return [];
    const late = left !== undefined && left < 0 ? daysLeft(left) : "";
    const plan = moved === undefined ? "" : `计划比原定${moved > 0 ? "晚" : "早"}${Math.abs(moved)}天`;
    const words = [plan, late].filter(Boolean).join("，");
    return words ? `${act}${words}` : [];
  });
}
