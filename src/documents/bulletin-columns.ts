import type { BulletinRow } from "../domain/bulletin.js";
import { formatMoney, formatPercent } from "../domain/money.js";

export interface BulletinColumn {
  title: string;
  /** in the document, twips */
  width: number;
  /** as it stands in the document */
  words(row: BulletinRow, index: number): string;
  /** as it stands in the spreadsheet, where a number can be added up; `unit` is in the heading there */
  value?(row: BulletinRow): number | null;
  unit?: string;
}

const NOTHING = "－";
const WAN = 10_000;

const money = (yuan: number | null): string => (yuan === null ? NOTHING : formatMoney(yuan, "short"));
const share = (percent: number | null): string => (percent === null ? NOTHING : formatPercent(percent, 1));
const inWan = (yuan: number | null): number | null => (yuan === null ? null : yuan / WAN);

/** The columns of 附表, in the document and in the spreadsheet alike. */
export const BULLETIN_COLUMNS: readonly BulletinColumn[] = [
  { title: "序号", width: 640, words: (_row, index) => String(index + 1) },
  { title: "项目名称", width: 2500, words: ({ name }) => name },
  { title: "类别", width: 1200, words: (row) => row.class || NOTHING },
  { title: "责任单位", width: 1700, words: ({ unit }) => unit || NOTHING },
  {
    title: "年度计划",
    width: 1150,
    words: ({ planYuan }) => money(planYuan),
    value: ({ planYuan }) => inWan(planYuan),
    unit: "万元",
  },
  {
    title: "本年累计",
    width: 1150,
    words: ({ ytdYuan }) => money(ytdYuan),
    value: ({ ytdYuan }) => inWan(ytdYuan),
    unit: "万元",
  },
  { title: "完成率", width: 900, words: (row) => share(row.share), value: (row) => row.share, unit: "%" },
  {
    title: "形象进度",
    width: 900,
    words: ({ percent }) => share(percent),
    value: ({ percent }) => percent,
    unit: "%",
  },
  { title: "灯", width: 640, words: ({ lamp }) => lamp },
  { title: "说明", width: 3600, words: ({ reason }) => reason || NOTHING },
];
