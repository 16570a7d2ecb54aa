import type { BulletinRow } from "../domain/bulletin.js";

/** A column of 附表; what can be added up is a number, with the unit in the heading. */
export interface BulletinColumn {
  title: string;
  /** in the document, twips */
  width: number;
  align?: "left" | "right";
  words?(row: BulletinRow, index: number): string;
  value?(row: BulletinRow): number | null;
  unit?: string;
}

const WAN = 10_000;

const inWan = (yuan: number | null): number | null => (yuan === null ? null : yuan / WAN);

/** The columns, in the document and in the spreadsheet alike. */
export const BULLETIN_COLUMNS: readonly BulletinColumn[] = [
  { title: "序号", width: 620, words: (_row, index) => String(index + 1) },
  { title: "项目名称", width: 2700, align: "left", words: ({ name }) => name },
  { title: "类别", width: 1150, words: (row) => row.class },
  { title: "责任单位", width: 1650, words: ({ unit }) => unit },
  { title: "年度计划", width: 1100, align: "right", value: ({ planYuan }) => inWan(planYuan), unit: "万元" },
  { title: "本年累计", width: 1100, align: "right", value: ({ ytdYuan }) => inWan(ytdYuan), unit: "万元" },
  { title: "完成率", width: 860, align: "right", value: ({ share }) => share, unit: "%" },
  { title: "形象进度", width: 860, align: "right", value: ({ percent }) => percent, unit: "%" },
  { title: "亮灯", width: 620, words: ({ lamp }) => lamp },
  { title: "说明", width: 3900, align: "left", words: ({ reason }) => reason },
];

const NOTHING = "－";
/** `15200`, `1234.5`: digit for digit, without rounding */
const decimals = new Intl.NumberFormat("zh-CN", { useGrouping: false, maximumFractionDigits: 4 });

/** A cell as the document shows it. */
export function shown({ words, value }: BulletinColumn, row: BulletinRow, index: number): string {
  if (words) return words(row, index) || NOTHING;
  const number = value?.(row) ?? null;
  return number === null ? NOTHING : decimals.format(number);
}
