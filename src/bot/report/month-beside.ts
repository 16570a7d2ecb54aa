import type { Warning } from "../../domain/ledger-warning.js";
import { formatMoney } from "../../domain/money.js";
import { formatPeriod } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { type AskedSection, confirmed } from "./sections.js";

type MonthBeside = Extract<Warning, { code: "month-beside" }>;

/** `11月报过的当月完成 100万还没算进累计` */
export function besideWords({ period, own, ownPeriod = period, said }: MonthBeside): string {
  return `${formatPeriod(ownPeriod)}报过的当月完成 ${formatMoney(own)} 还没算进累计（前面有月份没报），又完成 ${formatMoney(said)} 没有记。怎么记？`;
}

/** Both are of the month; and the cumulative, where nothing was done in the months that lack. */
export function besideReadings(
  { period, own, ownPeriod, said, becomes }: MonthBeside,
  item: ReportItem,
  hasMoney: boolean,
): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  const name = formatPeriod(period);
  const yuan = ownPeriod === undefined ? own + said : said;
  const month = confirmed({ ...item, scope: "month" as const, period, yuan });
  const [all, together] = ownPeriod === undefined ? ["一共", "的加在一起"] : ["", "完成的"];
  return [
    {
      label: hasMoney ? `${name}${all}完成 ${formatMoney(yuan)}` : `${name}${together}`,
      items: [month],
    },
    {
      label: hasMoney ? `缺报的月份没有完成，累计 ${formatMoney(becomes)}` : "缺报的月份没有完成，都算进累计",
      items: [month, confirmed({ ...item, scope: "ytd" as const, period, yuan: becomes })],
    },
  ];
}
