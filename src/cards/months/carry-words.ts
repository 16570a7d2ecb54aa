import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import type { CarryChoice, CarryOutlook, ClassTotals, YearTotals } from "../../domain/year-close.js";
import type { ListedProject } from "../../store/years.js";

export const CHOICES: Record<CarryChoice, string> = { carry: "结转", finish: "竣工", leave: "退出" };
export const OUTLOOKS: Record<CarryOutlook, string> = {
  carry: "结转",
  finish: "年内竣工",
  leave: "年内退出",
  unclear: "说不准",
};

/** `年度计划合计12.3亿，完成10.1亿（82.1%），14个有数` */
export function moneyLine({ planYuan, ytdYuan, reported }: ClassTotals): string {
  if (planYuan === 0 && reported === 0) return "投资：没有报数";
  const share = planYuan > 0 ? `（${formatPercent((ytdYuan / planYuan) * 100)}）` : "";
  return `年度计划合计${formatMoney(planYuan)}，完成${formatMoney(ytdYuan)}${share}，${reported}个有数`;
}

/** What is left to do with what is finished, which would be asked for reports as before; null with none. */
export function finishedLine({ classes }: YearTotals): string | null {
  const count = classes.reduce((sum, { finish }) => sum + finish, 0);
  if (count === 0) return null;
  return `竣工的${count}个，12月关账后请发“关闭 项目名”销项，就不再催报、亮灯；已经关闭的不用。`;
}

/** `至2022年底累计5.2亿（截至11月）`; where the years before were never said, what this one added. */
export function broughtWords(
  { broughtYuan, broughtPeriod, lastYearYuan }: ListedProject,
  year: number,
): string {
  if (broughtYuan !== null) {
    const until =
      broughtPeriod && broughtPeriod !== `${year}-12` ? `（截至${formatPeriod(broughtPeriod)}）` : "";
    return `至${year}年底累计${formatMoney(broughtYuan)}${until}`;
  }
  if (lastYearYuan !== null) return `${year}年完成${formatMoney(lastYearYuan)}，以前年度没有登记`;
  return "没有报过投资";
}
