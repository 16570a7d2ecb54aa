import { BIG, NUMERAL_START, readSection, SOME } from "./sections.js";

const MANY = /[多余来]/;

/** A number found in a text, with all that its writing says about it. */
export interface Numeral {
  start: number;
  end: number;
  value: number;
  /** 万 or 亿 is part of it */
  scaled: boolean;
  /** 多, 余: 3200多万 */
  approx: boolean;
  /** 几, 数, 七八: no single value; or a way of writing that has two readings */
  vague: boolean;
  /** written with Arabic digits (at least its beginning) */
  arabic: boolean;
}

/** Reads the numeral that begins at `start`, or nothing. */
export function readNumeral(text: string, start: number): Numeral | undefined {
  const first = readSection(text, start);
  if (!first) return undefined;
  const found: Numeral = {
    start,
    end: first.end,
    value: first.value,
    scaled: false,
    approx: false,
    vague: first.vague,
    arabic: first.arabic,
  };
  let scale = readScale(text, first.end);
  if (!scale) return withMany(text, found);
  found.value = first.value * scale.factor;
  found.approx = scale.approx;
  found.vague ||= scale.vague;
  found.scaled = true;
  found.end = scale.end;
  while (scale) {
    const next = readRest(text, found.end, scale.factor);
    if (!next) break;
    found.value += next.value;
    found.end = next.end;
    found.approx ||= next.approx;
    found.vague ||= next.vague;
    scale = next.scale;
  }
  found.value = tidy(found.value);
  return found;
}

/** Rounds away what binary fractions leave behind. */
export function tidy(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(15)) : value;
}

function withMany(text: string, found: Numeral): Numeral {
  // 十多, 三百余: only behind a round number.
  if (
    found.value % 10 === 0 &&
    /[多余]/.test(text.charAt(found.end)) &&
    text.charAt(found.end + 1) !== "个"
  ) {
    return { ...found, end: found.end + 1, approx: true };
  }
  return found;
}

interface Scale {
  end: number;
  factor: number;
  approx: boolean;
  vague: boolean;
}

/** 万, 亿, 万亿, 个亿, 多万, 个多亿, w */
function readScale(text: string, start: number): Scale | undefined {
  let at = start;
  let approx = false;
  let vague = false;
  for (let steps = 0; steps < 3; steps++) {
    const char = text.charAt(at);
    if (MANY.test(char)) approx = true;
    else if (SOME.test(char)) vague = true;
    else if (char !== "个" && char !== " ") break;
    at++;
  }
  const factor = BIG[text.charAt(at)];
  if (factor === undefined) return undefined;
  if (text.charAt(at) === "w" && /[a-z]/.test(text.charAt(at + 1))) return undefined;
  at++;
  if (factor === 1e4 && text.charAt(at) === "亿") return { end: at + 1, factor: 1e12, approx, vague };
  if (MANY.test(text.charAt(at)) && !NUMERAL_START.test(text.charAt(at + 1))) {
    approx = true;
    at++;
  }
  return { end: at, factor, approx, vague };
}

interface Rest {
  end: number;
  value: number;
  approx: boolean;
  vague: boolean;
  scale: Scale | undefined;
}

/** What may follow 亿 or 万: `2`, `2千`, `零两百万`, `200万`. */
function readRest(text: string, start: number, above: number): Rest | undefined {
  const zero = text.charAt(start) === "零" || text.charAt(start) === "又";
  const section = readSection(text, zero ? start + 1 : start);
  if (!section) return undefined;
  const scale = readScale(text, section.end);
  if (scale) {
    if (scale.factor >= above) return undefined;
    const value = section.value * scale.factor;
    return { end: scale.end, value, approx: scale.approx, vague: scale.vague || section.vague, scale };
  }
  const bare = { end: section.end, approx: false, vague: section.vague, scale: undefined };
  // A figure of its own, with its own unit, does not belong to the amount before it.
  if (/[%亩月日号年层户]/.test(text.charAt(section.end))) return undefined;
  if (zero) return { ...bare, value: section.value, vague: true };
  if (section.last > 1) return { ...bare, value: section.value * (above === 1e8 ? 1e4 : 1) };
  if (section.value < 10 && Number.isInteger(section.value))
    return { ...bare, value: (section.value * above) / 10 };
  return { ...bare, value: 0, vague: true };
}
