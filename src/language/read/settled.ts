import type { Quantity } from "../numbers/quantities.js";
import { CONDITION, DOUBTED_BEHIND, GUESS, NOT_REACHED, SEEN, WISH } from "../rules/doubt.js";
import type { Scene, Segment } from "../scene.js";
import { sentenceBefore, sentenceBehind } from "./labels.js";
import type { Reading, Said } from "./reading.js";

/** 如果资金到位，完成85%; 听说65%了; 没到65%: what is not known for a fact is asked for. */
export function settled(
  scene: Scene,
  segment: Segment,
  figure: Quantity,
  reading: Reading,
  said: Said,
): Reading {
  if (!reading || ("ask" in reading && reading.why)) return reading;
  const { body } = segment;
  if (SEEN.test(body.slice(figure.end))) return undefined;
  const label = body.slice(Math.max(0, figure.start - 12), figure.start);
  if (figure.kind !== "bare" && NOT_REACHED.test(label)) {
    // 65%不是66%: the right one stands before it.
    const right = segment.quantities.some(({ kind, end }) => kind === figure.kind && end <= figure.start);
    if (right && /不是\s?$/.test(label)) return undefined;
    // 没那么多，不到65%，才60%: the figure that follows is the right one.
    const more = figure.kind === "money" ? said.sumsAhead : said.percentsAhead;
    if (more <= 0) return { ask: "how-much" };
    const date = segment.dates.findLast(({ end, weak }) => end <= figure.start && !weak);
    said.denied = { label: body.slice(segment.bodyStart, figure.start), ...(date ? { date } : {}) };
    return undefined;
  }
  if ("ask" in reading) return reading;
  const before = sentenceBefore(scene, segment.start + figure.start);
  if (CONDITION.test(before) || WISH.test(body)) return { ask: "how-much" };
  const doubted = DOUBTED_BEHIND.test(sentenceBehind(scene, segment.start + figure.end));
  if (!doubted && !GUESS.test(`${before}${body.slice(figure.start)}`)) return reading;
  return { ask: "how-much", options: [{ ...reading.measured, ...(reading.approx ? { approx: true } : {}) }] };
}
