import type { Quantity } from "../numbers/quantities.js";
import { strangeWord } from "../rules/labels.js";
import type { Segment } from "../scene.js";
import { labelBetween } from "./labels.js";
import type { Reading } from "./reading.js";

/** 800万的设备款 */
const OBJECT = /^\s?元?的(?!投资|产值|工程|工作|实物|量|样子|进度|年度|计划)([\u4e00-\u9fa5]{2,})/;

/** 土建封顶 形象进度55%: what stands before the space is told by itself. */
const BEFORE_OWN_LABEL = /^.*(?:封顶|开工|完工|竣工|通车|投用)\s+(?=(?:形象进度|形象|进度)\S*\s*$)/;

/**
 * 车流量下降到65%, 累计销售3.2亿: a label with a word that the ledger does not know. The figure may
 * be of the works all the same, so it is offered, not written.
 */
export function knownLabel(
  segment: Segment,
  before: Quantity | undefined,
  figure: Quantity,
  reading: Reading,
): Reading {
  if (!reading || "ask" in reading) return reading;
  const { measured } = reading;
  if (measured.measure === "funds" || measured.measure === "area") return reading;
  if (measured.measure === "percent" && measured.part !== undefined) return reading;
  const label = labelBetween(segment, Math.max(before?.end ?? 0, segment.bodyStart), figure.start);
  const strange =
    strangeWord(label.replace(BEFORE_OWN_LABEL, "")) ??
    (figure.kind === "money" ? OBJECT.exec(segment.body.slice(figure.end))?.[1] : undefined);
  return strange === undefined ? reading : { ask: "which-measure", options: [measured] };
}
