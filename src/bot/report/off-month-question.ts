import type { Warning } from "../../domain/ledger-warning.js";
import { formatMoney } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { type AskedSection, confirmed } from "./sections.js";

type OffMonth = Extract<Warning, { code: "ytd-off-month" }>;

/** `8月累计 9000万，9月报了 1700万，累计却报 1.7亿，相差 8000万` */
export function offMonthWords({ last, lastPeriod, period, month, said, adds }: OffMonth): string {
  const known = `${formatPeriod(lastPeriod)}累计 ${formatMoney(last)}，${formatPeriod(period)}报了 ${formatMoney(month)}`;
  return `${known}，累计却报 ${formatMoney(said)}，比${formatPeriod(lastPeriod)}多 ${formatMoney(adds)}，没有记。哪个对？`;
}

/** The month is right, the cumulative is, or both are and the month before was not. */
export function offMonthReadings(
  { period, adds, month, last }: OffMonth,
  item: ReportItem,
  hasMoney: boolean,
): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  const name = formatPeriod(period);
  return [
    {
      label: hasMoney
        ? `${name}是 ${formatMoney(month)}，累计 ${formatMoney(last + month)}`
        : `${name}的对，累计跟着算`,
      items: [],
    },
    {
      label: hasMoney ? `累计对，${name}是 ${formatMoney(adds)}` : `累计对，${name}按差额记`,
      items: [confirmed(item), confirmed({ ...item, scope: "month", period, yuan: adds })],
    },
  ];
}
