import { ADDRESSEES, type BulletinBody, type BulletinRow, type BulletinSection, ISSUER } from "./bulletin.js";
import type { BulletinFacts, BulletinProject, BulletinWords } from "./bulletin-facts.js";
import { demandsOf, nextNodes, notReported, problemsOff } from "./bulletin-matters.js";
import { overall } from "./bulletin-overall.js";
import { goingWell, laggingParts } from "./bulletin-progress.js";
import { bracketed } from "./bulletin-words.js";
import type { LampColour } from "./lamp-part.js";
import { monthNumber, yearOf } from "./period.js";

/** 月度通报 from the frozen month: seven parts and the table. */
export function composedBulletin(facts: BulletinFacts, words: BulletinWords): BulletinBody {
  return body(facts, `${monthTitle(facts)}推进情况通报`, [
    { heading: "一、总体情况", paragraphs: overall(facts, words.remark) },
    { heading: "二、进展较好的项目", paragraphs: goingWell(facts) },
    { heading: "三、滞后项目及原因", paragraphs: laggingParts(facts) },
    { heading: "四、未报和迟报", paragraphs: notReported(facts) },
    { heading: "五、问题销号", paragraphs: problemsOff(facts) },
    { heading: "六、下月节点", paragraphs: nextNodes(facts) },
    { heading: "七、工作要求", paragraphs: numbered(demands(facts, words)) },
  ]);
}

/** `2022年8月重大建设项目` */
export const monthTitle = ({ month }: Pick<BulletinFacts, "month">): string =>
  `${yearOf(month)}年${monthNumber(month)}月重大建设项目`;

export function body(
  { month, asOf, snapshot, ruleVersion, projects }: BulletinFacts,
  title: string,
  sections: readonly BulletinSection[],
): BulletinBody {
  const rows = projects.map(rowOf);
  return { title, month, asOf, snapshot, ruleVersion, sections, rows, issuer: ISSUER, to: ADDRESSEES };
}

/** The demands line by line: the office's own, or those that follow from the figures. */
export const demands = (facts: BulletinFacts, { demands: own }: BulletinWords): string[] =>
  own === null ? demandsOf(facts) : linesOf(own);

const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line, index) => withoutNumber(line, index + 1));

/** 1. 1、（一）一、 go; `1.5亿元` is a figure, and `2.9月` at the head of the second line is number and month. */
function withoutNumber(line: string, place: number): string {
  const [, number, rest] = /^(\d{1,2})[.．、]\s*(.*)$/u.exec(line) ?? [];
  if (number === undefined || rest === undefined)
    return line.replace(/^(?:[(（][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、)\s*/u, "");
  return !/^\d/.test(rest) || (Number(number) === place && /^\d{1,2}月/.test(rest)) ? rest : line;
}

/** （一）… （二）…: a figure behind `2.` would read as one with it (2.9月). */
export const numbered = (lines: readonly string[]): string[] =>
  lines.length > 1 ? lines.map((line, index) => `${bracketed(index + 1)}${line}`) : [...lines];

const LAMPS: Record<LampColour, string> = { red: "红", yellow: "黄", green: "绿", grey: "灰" };

function rowOf(one: BulletinProject): BulletinRow {
  const { planYuan, ytdYuan, isCounted } = one;
  return {
    code: one.code,
    name: one.name,
    class: one.class ?? "",
    unit: one.unit ?? "",
    planYuan,
    ytdYuan,
    share: isCounted && planYuan && ytdYuan !== null ? Math.round((ytdYuan / planYuan) * 10_000) / 100 : null,
    percent: one.percent,
    lamp: LAMPS[one.lamp],
    reason: one.reason || (one.lamp === "grey" && one.isNotOwed ? "还没有开始填报" : ""),
  };
}
