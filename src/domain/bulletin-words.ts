import { type Day, formatDay } from "./day.js";
import { toPercent } from "./fraction.js";
import { formatMoney, formatPercent, formatPoints } from "./money.js";

/** `1.02亿元`, `3200万元`, `800元`: to the figure. */
export function yuanWords(yuan: number): string {
  const words = formatMoney(yuan);
  return words.endsWith("元") ? words : `${words}元`;
}

/** `31.9%` */
export const shareWords = (part: number, of: number): string => formatPercent(toPercent({ part, of }));

/** `低于时序进度（66.7%）34.8个百分点`, `与时序进度（66.7%）持平` */
export function paceWords(doneYuan: number, dueYuan: number, planYuan: number): string {
  const pace = `时序进度（${shareWords(dueYuan, planYuan)}）`;
  const gap = formatPoints(toPercent({ part: doneYuan - dueYuan, of: planYuan }));
  if (gap === "持平") return `与${pace}持平`;
  return `${gap.startsWith("差") ? "低于" : "快于"}${pace}${gap.slice(1, -1)}个百分点`;
}

/** `甲、乙等12个`; all of them where they are no more than `most`. */
export const listed = (names: readonly string[], most: number): string =>
  names.length > most ? `${names.slice(0, most).join("、")}等${names.length}个` : names.join("、");

/** Names of projects hold a 、 themselves (615、616地块), so a list of them is parted otherwise: `甲；615、616地块` */
export const namesOf = (list: readonly { name: string }[]): string => list.map(({ name }) => name).join("；");

/** `2022年10月8日` */
export const longDay = (day: Day): string => `${Number(day.slice(0, 4))}年${formatDay(day)}`;

/** `数据截至2022年10月8日，快照2022-09-1，亮灯规则第1版` */
export const sourceWords = ({
  asOf,
  snapshot,
  ruleVersion,
}: {
  asOf: Day;
  snapshot: string;
  ruleVersion: string;
}): string => `数据截至${longDay(asOf)}，快照${snapshot}，亮灯${ruleVersion.replace(/ v(\d+)$/, "第$1版")}`;

/** A lamp's reason as a document says it: `节点逾30天（开工） | 连续2月` → `节点逾期30天（开工）；连续2个月亮灯` */
export const formal = (reason: string): string =>
  reason
    .replaceAll(" | ", "；")
    .replace(/节点逾(?=\d)/g, "节点逾期")
    .replace(/连续(\d+)月(?=；|$)/g, "连续$1个月亮灯")
    .replace(/(差|快)([\d.]+)点/g, "$1$2个百分点");

const DIGITS = ["", ..."一二三四五六七八九"];

/** `（一）` … `（十二）` … `（九十九）` */
export function bracketed(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const words = `${tens > 1 ? DIGITS[tens] : ""}${tens > 0 ? "十" : ""}${DIGITS[ones]}`;
  return `（${number < 100 ? words : number}）`;
}

/** Things by what they share, both in the order in which they come. */
export function grouped<T>(list: readonly T[], by: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of list) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return [...found];
}
