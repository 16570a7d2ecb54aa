import { toPercent } from "../domain/fraction.js";
import { formatMoney, formatPercent } from "../domain/money.js";
import type { Totals } from "../domain/totals.js";
import { gapWords } from "./list/total-lines.js";

/** `年度计划合计8.12亿，累计完成3.41亿（42%），时序50.9%，差8.9个百分点`; none where no plan is known. */
export function sumLines(totals: Pick<Totals, "planYuan" | "doneYuan" | "dueYuan">): string[] {
  const { planYuan, doneYuan, dueYuan } = totals;
  if (planYuan === 0) return [];
  const share = (part: number) => formatPercent(toPercent({ part, of: planYuan }));
  return [
    `年度计划合计${formatMoney(planYuan, "short")}，累计完成${formatMoney(doneYuan, "short")}（${share(doneYuan)}），时序${share(dueYuan)}，${gapWords(totals)}`,
  ];
}
