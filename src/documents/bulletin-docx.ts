import { AlignmentType, Document, Footer, Header, Packer, PageNumber, Paragraph, TextRun } from "docx";
import { type Bulletin, isDraft } from "../domain/bulletin.js";
import { attachment } from "./bulletin-attachment.js";
import { head, imprint, parts, signature } from "./bulletin-parts.js";
import { HEI, run, SIZE } from "./typeface.js";

/** A4 with the margins of GB/T 9704, in twips: 37 mm above, 35 below, 28 and 26 beside. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 },
};
/** The table lies across, with room for ten columns. */
const ACROSS = {
  size: { ...PAGE.size, orientation: "landscape" as const },
  margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
};

/** 月度通报 as a .docx, set like an official document; a draft says so on each page. */
export async function bulletinDocx(bulletin: Bulletin): Promise<Buffer> {
  const around = {
    ...(isDraft(bulletin) ? { headers: { default: draftMark() } } : {}),
    footers: { default: pageNumber() },
  };
  const document = new Document({
    creator: bulletin.issuer,
    title: bulletin.title,
    sections: [
      {
        properties: { page: PAGE },
        ...around,
        children: [...head(bulletin), ...parts(bulletin), ...signature(bulletin), ...imprint(bulletin)],
      },
      { properties: { page: ACROSS }, ...around, children: attachment(bulletin) },
    ],
  });
  return Packer.toBuffer(document);
}

/** Large and grey at the head of every page: what is not signed must not pass for what is. */
const draftMark = (): Header =>
  new Header({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [run("草稿　未签发　请勿外传", HEI, SIZE.body, { color: "B0B0B0", bold: true })],
      }),
    ],
  });

/** One face for figure and dashes: a program would take each dash from another. */
const PAGE_FONT = "宋体";

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [
          new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: PAGE_FONT, size: SIZE.page }),
        ],
      }),
    ],
  });
