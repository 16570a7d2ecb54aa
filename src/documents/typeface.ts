import { TextRun } from "docx";
import { printable } from "./printable.js";

/** The faces that official documents are set in (GB/T 9704), by the names that office programs know. */
export const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "宋体" };
export const TITLE = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "方正小标宋简体" };
export const HEI = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "黑体" };
export const KAI = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "楷体" };
export const FANG = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "仿宋" };

/** Half points: 小一 of the red head, 二号, 三号, 四号, 小五. */
export const SIZE = { red: 50, title: 44, body: 32, small: 28, page: 28, table: 18 };
/** Twips: a line of 28 points, exactly, whatever face a program puts in another's place. */
export const LINE = { line: 560, lineRule: "exact" as const };

/** Typed words in a face. */
export const run = (text: string, font: object, size: number, more: object = {}): TextRun =>
  new TextRun({ text: printable(text), font, size, ...more });
