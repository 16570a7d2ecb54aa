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

const DIGITS: Record<string, number> = {
  零: 0,
  一: 1,
  壹: 1,
  幺: 1,
  二: 2,
  贰: 2,
  两: 2,
  俩: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const SMALL: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const BIG: Record<string, number> = { 万: 1e4, w: 1e4, 亿: 1e8 };
const MANY = /[多余来]/;
const SOME = /[几数]/;

/** The first character of a Chinese numeral, 几 and 数 included. */
export const NUMERAL_START = /[0-9零一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟几数]/;

/** Below 万: `12.5`, `3千2`, `三千二百`, `二〇二二`. */
interface Section {
  end: number;
  value: number;
  vague: boolean;
  arabic: boolean;
  /** the last written multiplier, 1 when there is none */
  last: number;
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
  if (found.value % 10 === 0 && /[多余]/.test(text.charAt(found.end)) && text.charAt(found.end + 1) !== "个") {
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
  if (section.value < 10 && Number.isInteger(section.value)) return { ...bare, value: (section.value * above) / 10 };
  return { ...bare, value: 0, vague: true };
}

function readSection(text: string, start: number): Section | undefined {
  const char = text.charAt(start);
  if (char >= "0" && char <= "9") return readArabic(text, start);
  return NUMERAL_START.test(char) ? readChinese(text, start) : undefined;
}

const ARABIC = /\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d,])|\d+(?:\.\d+)?(?:e\d+)?/y;

function readArabic(text: string, start: number): Section | undefined {
  ARABIC.lastIndex = start;
  const found = ARABIC.exec(text)?.[0];
  if (!found) return undefined;
  let value = Number(found.replaceAll(",", ""));
  let at = start + found.length;
  let last = SMALL[text.charAt(at)];
  if (last === undefined) return { end: at, value, vague: false, arabic: true, last: 1 };
  value *= last;
  at++;
  // 3千2百5十: each step smaller than the one before.
  while (/\d/.test(text.charAt(at))) {
    const next = SMALL[text.charAt(at + 1)];
    if (next === undefined || next >= last) break;
    value += Number(text.charAt(at)) * next;
    last = next;
    at += 2;
  }
  return { end: at, value, vague: false, arabic: true, last };
}

function readChinese(text: string, start: number): Section | undefined {
  const digits = readDigits(text, start);
  if (digits) return digits;
  let at = start;
  let value = 0;
  let pending: number | undefined;
  let last = 10_000;
  let multiplied = false;
  let vague = false;
  for (;;) {
    const char = text.charAt(at);
    const digit = DIGITS[char];
    const factor = SMALL[char];
    if (SOME.test(char)) {
      if (!SMALL[text.charAt(at + 1)] && !BIG[text.charAt(at + 1)] && text.charAt(at + 1) !== "成" && !multiplied) break;
      vague = true;
      pending = 5;
    } else if (char === "零" && (multiplied || at === start)) {
      pending = pending ?? 0;
      if (at > start && !DIGITS[text.charAt(at + 1)]) break;
    } else if (digit !== undefined) {
      if (pending !== undefined && pending !== 0) {
        // 七八, 三四: neighbours stand for “about”, anything else is not a number.
        vague = true;
      }
      pending = digit;
    } else if (factor !== undefined && factor < last) {
      value += (pending ?? 1) * factor;
      pending = undefined;
      last = factor;
      multiplied = true;
    } else break;
    at++;
  }
  if (at === start) return undefined;
  if (pending !== undefined) {
    const short = multiplied && last > 10 && text.charAt(at - 2) !== "零" && last < 10_000;
    value += short ? (pending * last) / 10 : pending;
  }
  return readPoint(text, { end: at, value, vague, arabic: false, last: multiplied ? last : 1 });
}

/** 二零二二, 六零三: read digit by digit. */
function readDigits(text: string, start: number): Section | undefined {
  let at = start;
  let spoken = "";
  let zero = false;
  for (let digit = DIGITS[text.charAt(at)]; digit !== undefined; digit = DIGITS[text.charAt(++at)]) {
    spoken += digit;
    zero ||= digit === 0 && at > start;
  }
  if (spoken.length < 3 && !(spoken.length === 2 && zero)) return undefined;
  if (SMALL[text.charAt(at)] !== undefined) return undefined;
  return { end: at, value: Number(spoken), vague: !zero && spoken.length < 4, arabic: false, last: 1 };
}

/** 六十五点五, 一点零二 */
function readPoint(text: string, whole: Section): Section {
  if (text.charAt(whole.end) !== "点") return whole;
  let at = whole.end + 1;
  let fraction = "";
  for (let digit = DIGITS[text.charAt(at)]; digit !== undefined; digit = DIGITS[text.charAt(++at)]) {
    fraction += digit;
  }
  if (fraction === "") return whole;
  return { ...whole, end: at, value: Number(`${whole.value}.${fraction}`), last: 1 };
}
