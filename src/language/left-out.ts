import type { Item } from "./items.js";

const SENTENCE = /[^。；;！!\n]+/g;
/** Headings, list numbers, courtesies and signatures: nobody expects them to be read. */
const FRAME =
  /^\s*(?:[\d一二三四五六七八九十]+[、.．)）]|[-*·•])?\s*(?:[^\d%％]{0,16}[:：]|各位[^\d]{0,12}|(?:大家|领导)?[你您]?们?好.?|以上.{0,12}|谢谢.{0,6}|(?:填报|联系|审核)人.{0,20}|.{0,12}(?:周报|月报|进展情况|进度表|简报|汇总)(?:如下|[(（].{0,16}[)）])?.?)\s*$/;
const SHORTEST = 4;

/** The sentences of a message of which nothing was read, as typed: who pastes a report is to know them. */
export function leftOut(text: string, items: readonly Item[]): string[] {
  const read = items.flatMap((item) => (item.intent === "none" ? [] : piecesOf(item.text ?? "")));
  return (text.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST && !FRAME.test(sentence))
    .filter((sentence) => !read.some((piece) => sentence.includes(piece)));
}

/** Merged notes hold several clauses of a text, joined by a comma. */
const piecesOf = (text: string): string[] =>
  text
    .split(/[，,。；;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 1);
