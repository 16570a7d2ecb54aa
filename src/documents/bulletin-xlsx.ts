import writeExcelFile from "write-excel-file/node";
import type { Bulletin, BulletinRow } from "../domain/bulletin.js";
import { BULLETIN_COLUMNS, type BulletinColumn } from "./bulletin-columns.js";
import { cellText } from "./printable.js";

/** Twips of the document's columns to characters of the sheet's. */
const TWIPS_A_CHARACTER = 90;

/** The bulletin's table as an .xlsx: numbers as numbers, typed words never as formulas. */
export async function bulletinXlsx(bulletin: Bulletin): Promise<Buffer> {
  const head = BULLETIN_COLUMNS.map(({ title, unit }) => ({
    type: String,
    value: unit ? `${title}（${unit}）` : title,
    fontWeight: "bold" as const,
    backgroundColor: "#E8EEF7",
    wrap: true,
    height: 34,
  }));
  const title = { type: String, value: titleOf(bulletin), fontWeight: "bold" as const };
  const rows = bulletin.rows.map((row, index) => BULLETIN_COLUMNS.map((column) => cell(column, row, index)));
  return writeExcelFile([[title], head, ...rows], {
    sheet: "项目进展",
    columns: BULLETIN_COLUMNS.map(({ width }) => ({ width: Math.round(width / TWIPS_A_CHARACTER) })),
    stickyRowsCount: 2,
    orientation: "landscape",
  }).toBuffer();
}

const titleOf = ({ number, title, asOf, signed }: Bulletin): string =>
  `${signed ? "" : "【草稿】"}${number}　${title}　数据截至${asOf}`;

function cell(column: BulletinColumn, row: BulletinRow, index: number) {
  const wrap = { wrap: true, alignVertical: "center" as const };
  if (!column.value) return { type: String, value: cellText(column.words?.(row, index) ?? ""), ...wrap };
  const value = column.value(row);
  return value === null ? null : { type: Number, value, format: "#,##0.####", ...wrap };
}
