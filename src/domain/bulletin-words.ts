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

/** Things by what they share, both in the order in which they come. */
export function grouped<T>(list: readonly T[], by: (one: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const one of list) found.set(by(one), [...(found.get(by(one)) ?? []), one]);
  return [...found];
}
