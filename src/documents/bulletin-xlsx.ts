import writeExcelFile from "write-excel-file/node";
import type { Bulletin, BulletinRow } from "../domain/bulletin.js";
import { longDay } from "../domain/bulletin-words.js";
import { BULLETIN_COLUMNS, type BulletinColumn } from "./bulletin-columns.js";
import { printSetup } from "./print-setup.js";
import { cellText } from "./printable.js";

/** Digit for digit; of a whole number the other one would show the point. */
const formatOf = (value: number): string => (Number.isInteger(value) ? "#,##0" : "#,##0.####");
/** Twips of the document's columns to characters of the sheet's. */
const TWIPS_A_CHARACTER = 115;
/** characters that keep a head like 形象进度 on its line */
const UNBROKEN = 10;

/** The bulletin's table as an .xlsx: numbers as numbers, typed words never as formulas. */
export async function bulletinXlsx(bulletin: Bulletin): Promise<Buffer> {
  const head = BULLETIN_COLUMNS.map(({ title, unit }) => ({
    type: String,
    // The unit has a line of its own, else a narrow column breaks it off.
    value: unit ? `${title}\n（${unit}）` : title,
    fontWeight: "bold" as const,
    backgroundColor: "#E8EEF7",
    align: "center" as const,
    ...LINED,
    height: 34,
  }));
  const title = {
    type: String,
    value: titleOf(bulletin),
    fontWeight: "bold" as const,
    align: "center" as const,
    alignVertical: "center" as const,
    columnSpan: BULLETIN_COLUMNS.length,
    height: 26,
  };
  const rows = bulletin.rows.map((row, index) =>
    BULLETIN_COLUMNS.map((column) => ({ ...cell(column, row, index), height: heightOf(row, index) })),
  );
  return writeExcelFile(
    [[title], head, ...rows],
    {
      sheet: SHEET,
      columns: BULLETIN_COLUMNS.map((column) => ({ width: widthOf(column) })),
      stickyRowsCount: HEAD_ROWS,
      orientation: "landscape",
    },
    { features: [printSetup(SHEET, HEAD_ROWS)] },
  ).toBuffer();
}

const SHEET = "项目进展";
/** the title, and the heads of the columns */
const HEAD_ROWS = 2;
const LINED = { wrap: true, alignVertical: "center" as const, borderStyle: "thin" as const };

const titleOf = ({ number, title, asOf, signed }: Bulletin): string =>
  `${signed ? "" : "【草稿】"}${number}　${title}　数据截至${longDay(asOf)}`;

/** characters of the sheet's type */
const widthOf = ({ width, unit }: BulletinColumn): number =>
  Math.max(Math.round(width / TWIPS_A_CHARACTER), unit ? UNBROKEN : 0);

/** points; not every program makes a row higher by itself where its words take more lines */
const LINE = 16;

function heightOf(row: BulletinRow, index: number): number {
  const lines = BULLETIN_COLUMNS.map((column) => {
    // A Chinese character is as wide as two others.
    const wide = (column.words?.(row, index) ?? "").replace(/[^\x20-\x7e]/g, "xx").length;
    return Math.ceil(wide / widthOf(column));
  });
  return LINE * Math.min(MOST_LINES, Math.max(1, ...lines));
}

/** A row of a sheet is at most 409 points high. */
const MOST_LINES = 25;

function cell(column: BulletinColumn, row: BulletinRow, index: number) {
  const look = { ...LINED, align: column.align ?? ("center" as const) };
  if (!column.value) return { type: String, value: cellText(column.words?.(row, index) ?? ""), ...look };
  const value = column.value(row);
  return value === null ? look : { type: Number, value, format: formatOf(value), ...look };
}
