import { formatMoney } from "../../domain/money.js";
import type { Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { monthsLeft, type Pace } from "../../domain/totals.js";
import { lampName } from "../project-line.js";

/** `🔴 **敦煌南路**　还差2.18亿，每月5450万；到时序差1.11亿` */
export function shortfallLine(one: Assessed, pace: Pace, month: Period): string {
  const left = pace.planYuan - pace.doneYuan;
  const months = monthsLeft(month);
  const perMonth = months > 0 ? `，每月${formatMoney(Math.ceil(left / months), "short")}` : "";
  const behind = pace.dueYuan - pace.doneYuan;
  const due = behind > 0 ? `；到时序差${formatMoney(behind, "short")}` : "";
  return `${lampName(one)}　还差${formatMoney(left, "short")}${perMonth}${due}${pace.isLate ? "（当月没报）" : ""}`;
}
