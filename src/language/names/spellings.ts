import { foldName } from "../text/normalise.js";

const DIGITS = [..."零一二三四五六七八九"];

/** The ways in which a given name is written: as it stands, without its brackets' part. */
export function spellings(name: string): string[] {
  const folded = foldName(name);
  const base = withoutBrackets(folded);
  return base !== folded && base.length >= 3 ? [folded, base] : [folded];
}

/** 敦煌南路（真南路-金昌路） → 敦煌南路 */
export function withoutBrackets(folded: string): string {
  return folded.replace(/\([^()]*\)$/, "");
}

/**
 * Spellings that nobody registers but people use: 六零三地块, 十四号线, 603号地块.
 * They are added only where they are free.
 */
export function namedWithDigits(name: string): string[] {
  const folded = foldName(name);
  const found: string[] = [];
  const plot = /^(.*\d)地块$/.exec(folded)?.[1];
  if (plot !== undefined) found.push(`${plot}号地块`);
  for (const spelling of plot === undefined ? [folded] : [folded, plot]) {
    if (!/\d/.test(spelling) || /^[a-z]?\d{1,2}$/.test(spelling)) continue;
    found.push(...spoken(spelling));
  }
  return found;
}

/** 14号线 → 十四号线; 603 → 六零三; 090-01 → 零九零杠零一 */
function spoken(folded: string): string[] {
  const digitwise = (digits: string) => [...digits].map((digit) => DIGITS[Number(digit)] ?? digit).join("");
  const counted = (digits: string) =>
    digits.length <= 2 && !digits.startsWith("0") ? tens(digits) : digitwise(digits);
  const read = folded.replace(/\d+/g, counted);
  const dashed = read.replaceAll("-", "杠");
  return [...new Set([read, dashed, dashed.replaceAll("杠", "")])].filter((spelling) => spelling.length >= 3);
}

function tens(digits: string): string {
  const value = Number(digits);
  const ones = value % 10;
  if (value < 10) return DIGITS[value] ?? digits;
  return `${value >= 20 ? DIGITS[Math.floor(value / 10)] : ""}十${ones === 0 ? "" : DIGITS[ones]}`;
}
