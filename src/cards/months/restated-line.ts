import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod, type Period } from "../../domain/period.js";
import type { Restated } from "../../domain/restated.js";

/** `8月已关账，记为更正`; empty where no closed month was touched. */
export function restatedLine(restated: readonly Restated[] = []): string {
  const months = [...new Set(restated.map(({ month }) => month))];
  if (months.length === 0) return "";
  return `${months.map((month) => formatPeriod(month)).join("、")}已关账，记为更正`;
}

const FIELDS: Record<Restated["field"], string> = {
  ytd: "本年累计投资",
  month: "当月投资",
  percent: "形象进度",
};

/** `本年累计投资 1.02亿 → **1.05亿**`; of sums that are not to be seen here, that they were changed. */
export function restatedWords({ field, old, new: now }: Restated, hasMoney: boolean): string {
  if (!hasMoney && field !== "percent") return `${FIELDS[field]} 有更正（金额在内部看）`;
  const figure = (value: number | null) =>
    value === null ? "没有数" : field === "percent" ? formatPercent(value, 2) : formatMoney(value);
  return `${FIELDS[field]} ${figure(old)} → **${figure(now)}**`;
}

/** `8月数据有2处更正`; empty where there is none. */
export const restatedCount = (month: Period, count: number): string =>
  count > 0 ? `${formatPeriod(month)}数据有${count}处更正` : "";
