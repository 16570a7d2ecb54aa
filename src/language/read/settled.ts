import type { Quantity } from "../numbers/quantities.js";
import {
  CONDITION,
  DOUBTED_BEHIND,
  FALSE_BEHIND,
  GUESS,
  NOT_REACHED,
  NOT_REPORTED,
  SEEN,
  WISH,
} from "../rules/doubt.js";
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
  if (SEEN.test(body.slice(figure.end)) || FALSE_BEHIND.test(body.slice(figure.end))) return undefined;
  const label = body.slice(Math.max(0, figure.start - 12), figure.start);
  if (figure.kind !== "bare" && NOT_REACHED.test(label)) {
    // 65%不是66%: the right one stands before it.
    const right = segment.quantities.some(({ kind, end }) => kind === figure.kind && end <= figure.start);
    if (right && /不是\s?$/.test(label)) return undefined;
    // 66%，离70%还有4个点: how far it is from some other figure.
    if (said.told !== undefined && figure.kind === "percent" && /[距离]\s?$/.test(label)) return undefined;
    // 没那么多，不到65%，才60%: the figure that follows is the right one.
    const more = figure.kind === "money" ? said.sumsAhead : said.percentsAhead;
    if (more <= 0) return { ask: "how-much" };
    const date = segment.dates.findLast(({ end, weak }) => end <= figure.start && !weak);
    said.denied = { label: body.slice(segment.bodyStart, figure.start), ...(date ? { date } : {}) };
    return undefined;
  }
  if ("ask" in reading) return isRest(figure, reading, said) ? undefined : reading;
  if (isStep(segment, figure, reading, said)) return undefined;
  const before = sentenceBefore(scene, segment.start + figure.start);
  if (CONDITION.test(before) || WISH.test(body)) return { ask: "how-much" };
  const doubted = DOUBTED_BEHIND.test(sentenceBehind(scene, segment.start + figure.end));
  if (!doubted && !NOT_REPORTED.test(before) && !GUESS.test(`${before}${body.slice(figure.start)}`)) {
    if (figure.kind === "percent") said.told = figure.value;
    return reading;
  }
  return { ask: "how-much", options: [{ ...reading.measured, ...(reading.approx ? { approx: true } : {}) }] };
}

/** 已干67%，还剩33%: the rest of what has been told. */
function isRest({ kind, value }: Quantity, reading: NonNullable<Reading>, { told }: Said): boolean {
  if (told === undefined || kind !== "percent" || !("ask" in reading) || reading.ask !== "which-measure")
    return false;
  return Math.abs(told + value - 100) < 0.01;
}

/** 46.5%，本周完成1.5%: this week's part of what has been told. */
function isStep(
  { body }: Segment,
  { start, value }: Quantity,
  reading: NonNullable<Reading>,
  { told }: Said,
): boolean {
  if (told === undefined || value >= told || !("measured" in reading)) return false;
  if (reading.measured.measure !== "percent" || reading.measured.part !== undefined) return false;
  return /(?:[本这当上]个?[周月]|[今昨]天|新增|其中)[^，。\d]*$/.test(body.slice(0, start));
}
