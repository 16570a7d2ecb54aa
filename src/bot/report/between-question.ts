import type { Warning } from "../../domain/ledger-warning.js";
import { formatMoney } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { type AskedSection, confirmed } from "./sections.js";

type Between = Extract<Warning, { code: "month-between" }>;

/** `9月报 3200万，可8月累计 1亿、9月累计 1.12亿，只差 1200万` */
export function betweenWords(warning: Between): string {
  const month = formatPeriod(warning.period);
  const known = `${formatPeriod(warning.lastPeriod)}累计 ${formatMoney(warning.last)}、${formatPeriod(warning.nextPeriod)}累计 ${formatMoney(warning.next)}`;
  return `${month}报 ${formatMoney(warning.said)}，可${known}，相差 ${formatMoney(warning.adds)}，没有记。哪个对？`;
}

/**
 * Either the cumulative or the month's figure is wrong; which months between them are, nobody can tell. Without
 * money the buttons say what is done, not what it comes to.
 */
export function betweenReadings(
  warning: Between,
  item: ReportItem,
  hasMoney: boolean,
): AskedSection["options"] {
  if (!warning.isOneMonth || item.measure !== "investment") return [];
  const month = formatPeriod(warning.period);
  const ytd = { ...item, scope: "ytd" as const, yuan: warning.last + warning.said, period: warning.period };
  // Below the known cumulative it is meant to be; above it, it may be odd against the plan, and is then asked.
  const total = ytd.yuan < warning.next ? confirmed(ytd) : ytd;
  return [
    {
      label: `${month}是 ${formatMoney(warning.said)}，${hasMoney ? `累计改为 ${formatMoney(ytd.yuan)}` : "累计跟着改"}`,
      items: [total, confirmed(item)],
    },
    {
      label: hasMoney
        ? `累计不动，${month}是 ${formatMoney(warning.adds)}`
        : `累计不动，${month}按累计的差额记`,
      items: [{ ...item, yuan: warning.adds }],
    },
  ];
}
