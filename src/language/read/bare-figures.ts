import type { Period } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";
import { MERE_LABEL } from "../rules/words.js";
import type { Scene, Segment } from "../scene.js";
import { lastDate } from "./beside.js";
import { readPercent } from "./percent-figures.js";
import type { Offer, Reading, Said } from "./reading.js";
import { readArea, readMoney } from "./sum-figures.js";

type Unit = NonNullable<Segment["given"]["unit"]>;

/** The 60 of 60→65 */
const OLD_VALUE = /[\d.]+(?=\s*(?:→|-+>)\s*$)/;

/** 12号土建封顶 形象进度55: the label is what stands behind the space. */
const OWN_LABEL = /[\u4e00-\u9fa5]\s+((?:形象进度|形象|进度|累计(?:完成)?(?:投资)?)[\s:：为是到达]*)$/;

/** A figure without a unit: only a question, unless the heading gives the unit. */
export function readBare(
  scene: Scene,
  segment: Segment,
  figure: Quantity,
  left: string,
  right: string,
  said: Said,
): Reading {
  const figures = segment.quantities.filter(({ kind }) => kind !== "other").length;
  const unitHere = /[(（]\s?(?:单位:?)?(万|亿|元|%|亩)元?\s?[)）]/.exec(segment.body)?.[1] as
    | Unit
    | undefined;
  const unit = unitHere ?? segment.given.unit;
  if (
    !MERE_LABEL.test(OWN_LABEL.exec(left)?.[1] ?? left.replace(OLD_VALUE, "")) ||
    !(/^[\s了吧啊呢。.!)]*$/.test(right) || ((unit || figures > 1) && MERE_LABEL.test(right)))
  )
    return undefined;
  if (beginsThousands(scene, segment, figure)) return undefined;
  // 【能源站】9.20：形象进度47%: a day, as it stands before a colon.
  if (/^\s*[:：]/.test(segment.body.slice(figure.end))) return undefined;
  // 60→65: the question is asked at the new value.
  if (/^\s*(?:→|-+>)/.test(right)) return undefined;
  const { value } = figure;
  if (unit === "%")
    return readPercent(segment, { ...figure, kind: "percent" }, left, right, undefined, undefined);
  if (unit === "亩") return readArea(segment, { ...figure, kind: "area" }, left);
  if (unit) {
    const yuan = Math.round(value * { 万: 1e4, 亿: 1e8, 元: 1 }[unit]);
    return readMoney(scene, segment, { ...figure, kind: "money", value: yuan }, { left, right }, said);
  }
  if (figure.start < segment.bodyStart) return undefined;
  if (isListNumber(segment, figure)) return undefined;
  if (!Number.isFinite(value) || value < 0 || figure.vague) return { ask: "how-much" };
  const written = segment.body.slice(figure.start, figure.end);
  if (/^[零一二两三四五六七八九几数]$/.test(written)) return undefined;
  return {
    ask: "which-unit",
    options: unitReadings(scene, value, left, lastDate(segment, figure, { left, right })?.period?.("past")),
  };
}

/** 武宁路：1、形象进度69%; 2、8月完成3100万 */
function isListNumber({ body }: Segment, { start, end, value }: Quantity): boolean {
  if (!Number.isInteger(value) || value < 1 || value > 20) return false;
  // (2)新金环73%
  if (body.charAt(start - 1) === "(" && body.charAt(end) === ")") return true;
  return (
    /(?:^|[\ue000\ue001])[\s:：]*$/.test(body.slice(0, start)) &&
    /^\s?[、.)]\s?(?:[\u4e00-\u9fa5]|\d{1,2}月)/.test(body.slice(end))
  );
}

/** The 1 of 1，200万: the question is asked at what follows. */
function beginsThousands({ masked }: Scene, { start, clause }: Segment, figure: Quantity): boolean {
  const end = start + figure.end;
  return end === clause.end && clause.closing === "，" && /^，\d{3}(?!\d)/.test(masked.slice(end, end + 5));
}

function unitReadings(scene: Scene, value: number, left: string, named: Period | undefined): Offer[] {
  const readings: Offer[] = [];
  const until = named ? { period: named } : {};
  if (value <= 1 && value > 0) readings.push({ measure: "percent", value: Math.round(value * 10_000) / 100 });
  if (value > 1 && value <= 100) readings.push({ measure: "percent", value });
  const scope = /累计|本年|今年/.test(left) ? ("ytd" as const) : undefined;
  for (const factor of [1e4, 1e8]) {
    const yuan = Math.round(value * factor);
    if (yuan < 100_000 || yuan > 5e9) continue;
    if (scope) readings.push({ measure: "investment", scope, yuan, ...until });
    else
      readings.push(
        { measure: "investment", scope: "month", yuan, period: named ?? scene.today.slice(0, 7) },
        { measure: "investment", scope: "ytd", yuan, ...until },
      );
  }
  return readings.slice(0, 5);
}
