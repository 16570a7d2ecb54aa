import { currentYtd } from "../../domain/ledger-figures.js";
import { formatMoney } from "../../domain/money.js";
import { formatPeriod, yearOf } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { dataMonthOfTurn } from "../data-month-of.js";
import { showsMoney } from "../permissions.js";
import type { Beside } from "./hold-odd.js";
import type { AskedSection } from "./sections.js";

export const mayLackMonth = (item: ReportItem): boolean =>
  item.measure === "investment" && item.scope === "increment";

/**
 * 又完成100万, where 100万 of this month, or of one before, were reported and are not in the cumulative, because a
 * month before lacks its figure: on top of the cumulative alone they would be lost.
 */
export function withMonthBeside(item: ReportItem, { turn, project, figures }: Beside): AskedSection | null {
  if (item.measure !== "investment" || item.scope !== "increment") return null;
  const month = item.period ?? dataMonthOfTurn(turn);
  const year = figures.years[yearOf(month)];
  const latest = currentYtd(figures, yearOf(month));
  const own = year?.months[month];
  if (!latest) return null;
  const beside = Object.values(year?.months ?? {})
    .filter(({ period }) => period > latest.period && period <= month)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  const last = beside.at(-1);
  if (!last) return null;
  const told = beside.reduce((sum, { yuan }) => sum + yuan, 0);
  const name = formatPeriod(month, month);
  const hasMoney = showsMoney(turn, project);
  const sum = (own?.yuan ?? 0) + item.yuan;
  const becomes = latest.yuan + told + item.yuan;
  const known = hasMoney ? ` ${formatMoney(last.yuan)}` : "";
  return {
    is: "asked",
    project: project.name,
    question: `${formatPeriod(last.period, month)}报过的当月完成${known}还没算进累计（前面有月份没报），又完成 ${formatMoney(item.yuan)} 没有记。怎么记？`,
    options: [
      {
        label: hasMoney
          ? `${name}${own ? "一共" : ""}完成 ${formatMoney(sum)}`
          : own
            ? `${name}的加在一起`
            : `是${name}的`,
        items: [{ ...item, scope: "month", period: month, yuan: sum, settled: true }],
      },
      {
        label: hasMoney
          ? `缺报的月份没有完成，累计 ${formatMoney(becomes)}`
          : "缺报的月份没有完成，都算进累计",
        items: [
          { ...item, scope: "month", period: month, yuan: sum, settled: true },
          { ...item, scope: "ytd", period: month, yuan: becomes, settled: true },
        ],
      },
    ],
  };
}
