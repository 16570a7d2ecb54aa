import { ADDRESSEES, type BulletinBody, type BulletinRow, type BulletinSection, ISSUER } from "./bulletin.js";
import type { BulletinFacts, BulletinProject, BulletinWords } from "./bulletin-facts.js";
import { demandsOf, nextNodes, notReported, problemsOff } from "./bulletin-matters.js";
import { overall } from "./bulletin-overall.js";
import { goingWell, laggingParts } from "./bulletin-progress.js";
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
    .map((line) => line.replace(/^\s*\d{1,2}[.．、]\s*/u, "").trim())
    .filter(Boolean);

export const numbered = (lines: readonly string[]): string[] =>
  lines.length > 1 ? lines.map((line, index) => `${index + 1}.${line}`) : [...lines];

const LAMPS: Record<LampColour, string> = { red: "红", yellow: "黄", green: "绿", grey: "未报" };

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
    reason: one.reason,
  };
}
