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
/** 万 and 亿, as people write them. */
export const BIG: Record<string, number> = { 万: 1e4, w: 1e4, 亿: 1e8 };
/** 几 and 数: some, but how many? */
export const SOME = /[几数]/;

/** The first character of a Chinese numeral, 几 and 数 included. */
export const NUMERAL_START = /[0-9零一壹幺二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾百佰千仟几数]/;

/** Below 万: `12.5`, `3千2`, `三千二百`, `二〇二二`. */
export interface Section {
  end: number;
  value: number;
  vague: boolean;
  arabic: boolean;
  /** the last written multiplier, 1 when there is none */
  last: number;
}

/** Reads what stands below 万 at a position. */
export function readSection(text: string, start: number): Section | undefined {
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
      if (
        !SMALL[text.charAt(at + 1)] &&
        !BIG[text.charAt(at + 1)] &&
        text.charAt(at + 1) !== "成" &&
        !multiplied
      )
        break;
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
