import type { Day } from "./day.js";
import type { Period } from "./period.js";

/** One of the bulletin's numbered parts: 一、总体情况 … */
export interface BulletinSection {
  heading: string;
  paragraphs: readonly string[];
}

/** A line of the attached table; figures that are not known are null and shown as －. */
export interface BulletinRow {
  name: string;
  class: string;
  unit: string;
  /** 元 */
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

/** 月度通报: the document as it is drafted, and as it stands for good once it is signed. */
export interface Bulletin {
  /** 普桃推办通报〔2022〕8号; a later 更正 has its own */
  number: string;
  title: string;
  month: Period;
  /** 数据截至 */
  asOf: Day;
  /** the number of the frozen snapshot, where the month is closed */
  snapshot: string | null;
  /** 规则 v1 */
  ruleVersion: string;
  sections: readonly BulletinSection[];
  rows: readonly BulletinRow[];
  /** 审核人 */
  reviewer: string | null;
  /** 签发人, and the day; null for a draft */
  signed: { by: string; on: Day } | null;
  /** 主送 */
  issuer: string;
}

export const isDraft = ({ signed }: Pick<Bulletin, "signed">): boolean => signed === null;
