import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from "docx";
import type { Bulletin, BulletinRow } from "../domain/bulletin.js";
import { BULLETIN_COLUMNS, type BulletinColumn, shown } from "./bulletin-columns.js";
import { HEI, run, SIZE, SONG, TITLE } from "./typeface.js";

/** 附件: every project on its line; the heading is repeated on each page. */
export function attachment({ rows, title }: Bulletin): (Paragraph | Table)[] {
  return [
    new Paragraph({ children: [run("附件", HEI, SIZE.body)], spacing: { after: 120 } }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 200 },
      children: [
        run(`重大建设项目进展情况表（${title.slice(0, title.indexOf("月") + 1)}）`, TITLE, 36, {
          bold: true,
        }),
      ],
    }),
    table(rows),
    new Paragraph({
      spacing: { before: 120 },
      children: [run("注：项目按台账顺序排列，不是排名；－表示没有数或不适用。", SONG, 21)],
    }),
  ];
}

function table(rows: readonly BulletinRow[]): Table {
  const widths = BULLETIN_COLUMNS.map(({ width }) => width);
  const heads = BULLETIN_COLUMNS.map(
    (column) => [column, column.unit ? `${column.title}（${column.unit}）` : column.title] as const,
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    columnWidths: widths,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: heads.map(([column, text]) => cell(text, column, true)),
      }),
      ...rows.map(
        (row, index) =>
          new TableRow({
            cantSplit: true,
            children: BULLETIN_COLUMNS.map((column) => cell(shown(column, row, index), column, false)),
          }),
      ),
    ],
  });
}

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT };

function cell(text: string, { width, align }: BulletinColumn, isHead: boolean): TableCell {
  const alignment = isHead || !align ? AlignmentType.CENTER : ALIGN[align];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 70, right: 70 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(isHead ? { shading: { fill: "F2F2F2" } } : {}),
    children: [new Paragraph({ alignment, children: [run(text, isHead ? HEI : SONG, SIZE.table)] })],
  });
}
