import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from "docx";
import { type Bulletin, type BulletinRow, isDraft } from "../domain/bulletin.js";
import { BULLETIN_COLUMNS } from "./bulletin-columns.js";
import { printable } from "./printable.js";

/** The faces that official documents are set in (GB/T 9704), by the names that office programs know. */
const SONG = { ascii: "Times New Roman", eastAsia: "宋体" };
const HEI = { ascii: "Arial", eastAsia: "黑体" };
const FANG = { ascii: "Times New Roman", eastAsia: "仿宋" };

/** Half points: 二号, 三号, 小四, 五号. */
const SIZE = { title: 44, body: 32, small: 24, table: 18 };
/** Twips; a line of 28 points. */
const LINE = { line: 560 };
const INDENT = { firstLine: 640 };

const run = (text: string, font: object, size: number, more: object = {}): TextRun =>
  new TextRun({ text: printable(text), font, size, ...more });

const body = (children: ParagraphChild[], more: object = {}): Paragraph =>
  new Paragraph({ children, spacing: LINE, indent: INDENT, ...more });

/** 月度通报 as a .docx: A4, number, title, parts, table, who reviewed and signed; a draft says so on each page. */
export async function bulletinDocx(bulletin: Bulletin): Promise<Buffer> {
  const document = new Document({
    creator: bulletin.issuer,
    title: bulletin.title,
    sections: [
      {
        properties: { page: { margin: { top: 2098, bottom: 1984, left: 1587, right: 1474 } } },
        ...(isDraft(bulletin) ? { headers: { default: draftMark() } } : {}),
        footers: { default: pageNumber() },
        children: [...head(bulletin), ...parts(bulletin), ...tail(bulletin)],
      },
      {
        properties: {
          page: {
            size: { orientation: "landscape" },
            margin: { top: 1134, bottom: 1134, left: 1134, right: 1134 },
          },
        },
        ...(isDraft(bulletin) ? { headers: { default: draftMark() } } : {}),
        footers: { default: pageNumber() },
        children: [
          new Paragraph({ children: [run("附表　项目进展一览", HEI, SIZE.small)], spacing: { after: 160 } }),
          table(bulletin.rows),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head({ number, title, asOf, snapshot, ruleVersion }: Bulletin): Paragraph[] {
  const centred = { alignment: AlignmentType.CENTER };
  const source = [`数据截至${asOf}`, snapshot && `快照${snapshot}`, `亮灯${ruleVersion}`]
    .filter(Boolean)
    .join("　");
  return [
    new Paragraph({ children: [run(number, FANG, SIZE.small)], ...centred, spacing: { after: 200 } }),
    new Paragraph({
      children: [run(title, SONG, SIZE.title, { bold: true })],
      ...centred,
      spacing: { after: 200 },
    }),
    new Paragraph({ children: [run(source, FANG, SIZE.small)], ...centred, spacing: { after: 300 } }),
  ];
}

const parts = ({ sections }: Bulletin): Paragraph[] =>
  sections.flatMap(({ heading, paragraphs }) => [
    body([run(heading, HEI, SIZE.body)], { keepNext: true }),
    ...paragraphs.map((text) => body([run(text, FANG, SIZE.body)])),
  ]);

function tail({ issuer, reviewer, signed }: Bulletin): Paragraph[] {
  const right = { alignment: AlignmentType.RIGHT, spacing: LINE };
  const people = [`审核：${reviewer ?? "（待审核）"}`, `签发：${signed?.by ?? "（待签发）"}`].join("　　");
  return [
    new Paragraph({ children: [run(people, FANG, SIZE.small)], spacing: { before: 400, ...LINE } }),
    new Paragraph({ children: [run(issuer, FANG, SIZE.body)], ...right }),
    ...(signed ? [new Paragraph({ children: [run(signed.on, FANG, SIZE.body)], ...right })] : []),
  ];
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

const pageNumber = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ children: ["— ", PageNumber.CURRENT, " —"], font: SONG, size: SIZE.small })],
      }),
    ],
  });

function table(rows: readonly BulletinRow[]): Table {
  const widths = BULLETIN_COLUMNS.map(({ width }) => width);
  const line = (texts: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, column) => cell(text, widths[column] ?? 0, isHead)),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      line(
        BULLETIN_COLUMNS.map(({ title }) => title),
        true,
      ),
      ...rows.map((row, index) =>
        line(
          BULLETIN_COLUMNS.map(({ words }) => words(row, index)),
          false,
        ),
      ),
    ],
  });
}

const cell = (text: string, width: number, isHead: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? { shading: { fill: "E8EEF7" } } : {}),
    children: [new Paragraph({ children: [run(text, isHead ? HEI : SONG, SIZE.table)] })],
  });
