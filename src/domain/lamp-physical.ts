import { fromPercent } from "./fraction.js";
import { judgePace } from "./lamp-pace.js";
import { type LampPart, off } from "./lamp-part.js";
import type { LampRule } from "./lamp-rule.js";

/** 形象灯: on where it is known what percent was planned for the month. */
export function physicalLamp(
  percent: number | undefined,
  planned: number | undefined,
  rule: LampRule,
): LampPart {
  if (planned === undefined || planned <= 0) return off("无形象进度计划");
  if (percent === undefined) {
    return { colour: "grey", text: "形象进度未报", detail: "形象进度未报", missing: true };
  }
  const verdict = judgePace(fromPercent(percent), fromPercent(planned), rule);
  const text = `形象${verdict.done} 计划${verdict.due} ${verdict.gap}`;
  return { colour: verdict.colour, text, detail: verdict.because ? `${text}；${verdict.because}` : text };
}
