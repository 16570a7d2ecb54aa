import type { Item } from "./items.js";
import { findMentions } from "./names/mentions.js";
import type { NameIndex } from "./names.js";
import { normalise } from "./text/normalise.js";

const SENTENCE = /[^。；;！!\n]+/g;
/** Headings, list numbers, courtesies and signatures: nobody expects them to be read. */
const FRAME =
  /^\s*(?:[\d一二三四五六七八九十]+[、.．)）]|[-*·•])?\s*(?:[^\d%％]{0,16}[:：]|各位[^\d]{0,12}|(?:大家|领导)?[你您]?们?好.?|以上.{0,12}|谢谢.{0,6}|(?:填报|联系|审核)人.{0,20}|.{0,12}(?:周报|月报|进展情况|进度表|简报|汇总)(?:如下|[(（].{0,16}[)）])?.?)\s*$/;
/** A row of a pasted table; its head has words only. */
const ROW = /\t|\||\S {2,}\S/;
const SHORTEST = 4;

/** The sentences of a message of which nothing was read, as typed: who pastes a report is to know them. */
export function leftOut(text: string, items: readonly Item[], names: NameIndex): string[] {
  const said = items.filter(({ intent }) => intent !== "none");
  const read = said.flatMap((item) => piecesOf(item.text ?? ""));
  const projects = new Set(said.flatMap((item) => ("project" in item && item.project) || []));
  return (text.match(SENTENCE) ?? [])
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length >= SHORTEST && !FRAME.test(sentence))
    .filter((sentence) => !read.some((piece) => sentence.includes(piece)))
    .filter((sentence) => !(ROW.test(sentence) && isReadRow(sentence, projects, names)));
}

const CLAUSE = /[^。；;！!，,\n]+/g;
/** 预付款叁仟万元, 总造价5.6亿 */
const SUM = /(?:[\d.]|[一二三四五六七八九十两百千零壹贰叁肆伍陆柒捌玖拾佰仟])\s*(?:[万亿]元?|元)/;

/**
 * The clauses with a sum, beside a note of what was done, of which nothing was read: a note takes in no sums, and
 * who sent them is to know that they are not kept.
 */
export function sumsLeftOut(text: string, items: readonly Item[]): string[] {
  if (!items.some((item) => item.intent === "report" && item.measure === "note")) return [];
  const read = items.map((item) => item.text ?? "");
  return (text.match(CLAUSE) ?? [])
    .map((clause) => clause.trim())
    .filter((clause) => SUM.test(clause) && !read.some((piece) => piece.includes(clause)));
}

/** The items of a table quote no row: it is read when its project was. */
function isReadRow(row: string, projects: ReadonlySet<string>, names: NameIndex): boolean {
  const mentions = findMentions(normalise(row).text, names).flatMap((mention) => mention.projects);
  return mentions.length === 0 ? !/\d/.test(row) : mentions.some(({ name }) => projects.has(name));
}

/** Merged notes hold several clauses of a text, joined by a comma. */
const piecesOf = (text: string): string[] =>
  text
    .split(/[，,。；;\n]/)
    .map((piece) => piece.trim())
    .filter((piece) => piece.length > 1);
