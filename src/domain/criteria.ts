import { formatMoney } from "./money.js";
import type { Criterion } from "./project-details.js";

const YI = 100_000_000;
/** 元 from which on the investment alone makes a project a major one */
const LEAST: Partial<Record<Criterion, number>> = { 政府投资: YI, 社会投资: 10 * YI };
const WORDS: Record<Criterion, string> = {
  政府投资: "总投资1亿元以上的政府投资项目",
  社会投资: "总投资10亿元以上（含土地费用）的社会投资项目",
  重点民生: "重点民生项目",
  重大产业: "重大产业项目",
};

export interface CriteriaCheck {
  /** meets it; unknown: 总投资 or 标准 is not given; below: it falls short */
  result: "meets" | "unknown" | "below";
  /** with the arithmetic: `总投资8000万，比1亿的标准少2000万（够80%）` */
  sentence: string;
}

/** 四类标准: whether a district's major project meets the one it is put under. */
export function checkCriteria(
  criterion: Criterion | undefined,
  totalYuan: number | undefined,
): CriteriaCheck {
  if (!criterion)
    return { result: "unknown", sentence: "没有写按哪类标准（政府投资、社会投资、重点民生、重大产业）" };
  const least = LEAST[criterion];
  if (least === undefined) return { result: "meets", sentence: `按${WORDS[criterion]}，不看总投资` };
  if (totalYuan === undefined)
    return { result: "unknown", sentence: `没有写总投资，核对不了“${WORDS[criterion]}”` };
  if (totalYuan >= least)
    return { result: "meets", sentence: `总投资${formatMoney(totalYuan)}，符合“${WORDS[criterion]}”` };
  const share = Math.floor((totalYuan / least) * 1000) / 10;
  return {
    result: "below",
    sentence: `总投资${formatMoney(totalYuan)}，“${WORDS[criterion]}”差${formatMoney(least - totalYuan)}（只到${share}%）`,
  };
}

/** 区属重大 are the ones that the four criteria are made for. */
export const hasCriteria = (projectClass: string | null): boolean =>
  projectClass === "区属重大" || projectClass === "区属重点预备";
