import { findQuantities } from "./numbers/quantities.js";
import { normalise } from "./text/normalise.js";

/** Figures of a 月度计划 as typed: per cent, or sums in 元. */
export type CurveWords = { values: number[]; isMoney: boolean } | { fault: string };

const PIECES = /[\s,，、/；;|]+/;
const LABEL = /^\d{1,2}月(?:底|末)?[:：]?/;
const MONTHS = 12;

/** `5 10 18 …`, `5%、10%、18%`, `1600万 3200万 …`, `1月5 2月10`: one kind for all of them. */
export function readCurveWords(said: string): CurveWords {
  const pieces = said.split(PIECES).filter(Boolean).map(withoutLabel).filter(Boolean);
  const read = pieces.map(readPiece);
  const unread = pieces.find((_, index) => !read[index]);
  if (unread !== undefined)
    return {
      fault: `月度计划里的“${unread}”没看懂，请写12个累计数，如“5 10 18 26 35 45 55 65 75 85 93 100”`,
    };
  const figures = read.flatMap((one) => one ?? []);
  if (new Set(figures.map(({ isMoney }) => isMoney)).size > 1)
    return { fault: "月度计划要么都写百分数，要么都写金额（带万或亿）" };
  return { values: figures.map(({ value }) => value), isMoney: figures[0]?.isMoney ?? false };
}

/** 1月5: the months' own labels, as long as they are no figure themselves. */
const withoutLabel = (piece: string): string => piece.replace(LABEL, "");

function readPiece(piece: string): { value: number; isMoney: boolean } | null {
  if (/^\d{1,3}(?:\.\d{1,2})?%?$/.test(normalise(piece).text))
    return { value: Number(normalise(piece).text.replace("%", "")), isMoney: false };
  const [sum, more] = findQuantities(normalise(piece).text, () => undefined);
  return sum?.kind === "money" && !more && !sum.vague ? { value: sum.value, isMoney: true } : null;
}

/** The figures at the beginning of what is said, twelve at most, and the words behind them. */
export function splitCurve(said: string): { curve: string; rest: string } {
  const pieces = said.trim().split(/(?<=[\s,，、/；;|])/);
  let count = 0;
  let taken = 0;
  for (const piece of pieces) {
    const word = withoutLabel(piece.replace(/[\s,，、/；;|]+$/, ""));
    if (word !== "" && (!readPiece(word) || count > MONTHS)) break;
    if (word !== "") count += 1;
    taken += piece.length;
  }
  return { curve: said.trim().slice(0, taken).trim(), rest: said.trim().slice(taken).trim() };
}
