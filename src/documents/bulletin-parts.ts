import { AlignmentType, BorderStyle, Paragraph, type ParagraphChild } from "docx";
import type { Bulletin } from "../domain/bulletin.js";
import { longDay, sourceWords } from "../domain/bulletin-words.js";
import { FANG, HEI, KAI, LINE, run, SIZE, TITLE } from "./typeface.js";

/** Two characters of 三号. */
const INDENT = { firstLine: 640 };
const RED = "D00000";
const SUBHEAD = /^（[一二]）[红黄]灯\d+个。$/;

const body = (children: ParagraphChild[], more: object = {}): Paragraph =>
  new Paragraph({ children, spacing: LINE, indent: INDENT, ...more });
const plain = (text: string, more: object = {}): Paragraph =>
  new Paragraph({ children: [run(text, FANG, SIZE.body)], spacing: LINE, ...more });

/** 发文机关标志, 文号, the red line, title, what it stands on, 主送. */
export function head(bulletin: Bulletin): Paragraph[] {
  const { issuer, number, title, to } = bulletin;
  const alignment = AlignmentType.CENTER;
  const source = `（${sourceWords(bulletin)}）`;
  return [
    new Paragraph({
      alignment,
      spacing: { before: 200, after: 500 },
      children: [run(issuer, TITLE, SIZE.red, { bold: true, color: RED })],
    }),
    new Paragraph({
      alignment,
      spacing: { after: 480 },
      border: { bottom: { style: BorderStyle.SINGLE, size: 18, space: 8, color: RED } },
      children: [run(number, FANG, SIZE.body)],
    }),
    new Paragraph({
      alignment,
      spacing: { before: 200, after: 120 },
      children: [run(title, TITLE, SIZE.title, { bold: true })],
    }),
    new Paragraph({ alignment, spacing: { after: 320 }, children: [run(source, KAI, SIZE.small)] }),
    plain(`${to}：`),
  ];
}

export const parts = ({ sections }: Bulletin): Paragraph[] =>
  sections.flatMap(({ heading, paragraphs }) => [
    body([run(heading, HEI, SIZE.body)], { keepNext: true }),
    ...paragraphs.map((text) =>
      SUBHEAD.test(text)
        ? body([run(text, KAI, SIZE.body)], { keepNext: true })
        : body([run(text, FANG, SIZE.body)]),
    ),
  ]);

/** 附件 and 落款: who issues it, and the day on which it was signed. */
export function signature({ issuer, signed }: Bulletin): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, keepNext: true };
  return [
    body([run("附件：重大建设项目进展情况表", FANG, SIZE.body)], {
      spacing: { ...LINE, before: 560 },
      keepNext: true,
    }),
    plain(issuer, { ...right, spacing: { ...LINE, before: 840 } }),
    plain(signed ? longDay(signed.on) : "（未签发）", {
      ...right,
      // In the middle below the issuer's name, as far as a line can be moved by whole characters.
      indent: { right: 1280 },
    }),
  ];
}

/** 版记: who has reviewed and signed, between two lines at the end. */
export function imprint({ issuer, reviewer, signed }: Bulletin): Paragraph[] {
  const line = { style: BorderStyle.SINGLE, size: 8, space: 4, color: "000000" };
  const small = (text: string, border: object, before: number) =>
    new Paragraph({
      children: [run(text, FANG, SIZE.small)],
      border,
      keepLines: true,
      keepNext: before > 0,
      spacing: { ...LINE, before },
      indent: { left: 280, right: 280 },
    });
  return [
    small(
      `审核：${reviewer ?? "（待审核）"}　　签发：${signed?.by ?? "（待签发）"}`,
      { top: line, bottom: { ...line, size: 4 } },
      560,
    ),
    small(`${issuer}　　${signed ? `${longDay(signed.on)}印发` : "未印发"}`, { bottom: line }, 0),
  ];
}
