import type { Day } from "./day.js";
import type { Period } from "./period.js";

/** One of the bulletin's numbered parts: 一、总体情况 … */
export interface BulletinSection {
  heading: string;
  paragraphs: readonly string[];
}

/** A line of the attached table; figures that are not known are null and shown as －. */
export interface BulletinRow {
  code: string;
  name: string;
  class: string;
  unit: string;
  /** 元; null for land that is sold, whatever is known of it */
  planYuan: number | null;
  /** 本年累计, 元 */
  ytdYuan: number | null;
  /** 年度完成率, per cent */
  share: number | null;
  /** 形象进度, per cent */
  percent: number | null;
  /** 红, 黄, 绿, 未报 */
  lamp: string;
  /** the lamp's reason with its arithmetic */
  reason: string;
}

/** What the figures and the office's words come to: all of the document but who answers for it. */
export interface BulletinBody {
  title: string;
  month: Period;
  /** 数据截至 */
  asOf: Day;
  /** the number of the frozen snapshot */
  snapshot: string;
  /** 规则 v1 */
  ruleVersion: string;
  sections: readonly BulletinSection[];
  rows: readonly BulletinRow[];
  /** 发文单位 */
  issuer: string;
  /** 主送 */
  to: string;
}

/** Month's 通报: the document as it is drafted, and as it stands for good once it is signed. */
export interface Bulletin extends BulletinBody {
  /** 普桃推办通报〔2022〕8号; a later 更正 has its own; a draft's is still open */
  number: string;
  /** 审核人 */
  reviewer: string | null;
  /** 签发人, and the day; null for a draft */
  signed: { by: string; on: Day } | null;
}

/** workdays after a month's close on which its draft is posted: who was late has had a day */
export const DRAFT_AFTER = 2;

export const ISSUER = "普陀区桃浦智创城开发建设推进办公室";
export const ADDRESSEES = "各责任单位";

/** 文号: the `number`th of a year. */
export const bulletinNumber = (year: number, number: number | "待定"): string =>
  `普桃推办通报〔${year}〕${number === "待定" ? "（待定）" : number}号`;

export const isDraft = ({ signed }: Pick<Bulletin, "signed">): boolean => signed === null;

/** What two drawings must share to be the same document. */
export const sealOf = ({ title, asOf, snapshot, ruleVersion, sections, rows }: BulletinBody): string =>
  JSON.stringify([title, asOf, snapshot, ruleVersion, sections, rows]);
