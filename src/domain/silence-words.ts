/** from which two texts count as the same */
const ALIKE = 0.9;

/** When something was said says nothing of what was done: 8月5日、九月中旬、本月、9/20. */
const DATES =
  /(?:\d{2,4}年)?(?:\d{1,2}|[一二三四五六七八九十]+)月(?:份|底|初|末|[上中下]旬)?(?:(?:\d{1,2}|[一二三四五六七八九十]+)[日号])?|\d{1,2}[日号](?!线|楼|地块)|\d{1,2}\/\d{1,2}(?!\d)|[本上当这]个?月(?:底|初|末|[上中下]旬)?|[上中下]旬|本周|今天|目前|现在/g;
const FIGURES = /\d+(?:\.\d+)?|[零一二两三四五六七八九十百千]+(?=[层成户米亩根栋幢段块次家])/g;
const NOISE = /[\p{P}\p{S}\s]/gu;

const undated = (words: string): string => words.normalize("NFKC").replace(DATES, " ");

/** The words without dates, figures and punctuation; empty where nothing is left. */
export const gist = (words: string): string => undated(words).replace(FIGURES, "").replace(NOISE, "");

/**
 * Equal or nearly equal, dates aside: nine of ten neighbouring pairs of characters are shared. A figure that has
 * changed (13层 → 14层, 还剩2户 → 1户) is news, however much the words are the same.
 */
export function areAlike(a: string, b: string): boolean {
  const [x, y] = [gist(a), gist(b)];
  if (figuresIn(a) !== figuresIn(b)) return false;
  if (x === "" || y === "") return x === y;
  return x === y || similarity(x, y) >= ALIKE;
}

const figuresIn = (words: string): string => (undated(words).match(FIGURES) ?? []).join(" ");

/** Shared pairs of neighbouring characters, each counted as often as both texts have it: 0 to 1 (Dice). */
export function similarity(a: string, b: string): number {
  const [x, y] = [pairs(a), pairs(b)];
  const total = x.length + y.length;
  if (total === 0) return a === b ? 1 : 0;
  const left = new Map<string, number>();
  for (const pair of x) left.set(pair, (left.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of y) {
    const count = left.get(pair) ?? 0;
    if (count === 0) continue;
    left.set(pair, count - 1);
    shared += 2;
  }
  return shared / total;
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
