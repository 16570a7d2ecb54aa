import { currentYtd, type Figures } from "../../domain/ledger-figures.js";
import type { Warning } from "../../domain/ledger-warning.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import type { ReportItem } from "../../language/items.js";
import { type AskedSection, confirmed } from "./sections.js";
import { slips } from "./slips.js";

type Jump = Extract<Warning, { code: "ten-times-plan" | "far-above-plan" | "leaps" }>;
type Options = AskedSection["options"];

interface Beside {
  known: Figures;
  year: number;
  /** sums of the ledger may be shown, and with them what a figure is times another */
  hasMoney: boolean;
}

/** A sum that is far too much, with its arithmetic, and what may have been meant as buttons. */
export function jumpQuestion(
  warning: Jump,
  item: ReportItem,
  { known, year, hasMoney }: Beside,
): { question: string; options: Options } {
  const last = currentYtd(known, year)?.yuan;
  const plan = known.years[year]?.plan?.yuan;
  const keep = { label: "没错，就这样记", items: [confirmed(item)] };
  const isYtd = item.measure === "investment" && item.scope === "ytd";
  const before = isYtd && hasMoney ? sinceLast(item.yuan, last) : "";
  const meant = slips(item, last ?? 0, plan);
  switch (warning.code) {
    case "ten-times-plan":
      return {
        question: `${before}${formatMoney(warning.said)} 是年度计划 ${formatMoney(warning.plan)} 的十倍以上，没有记。是不是单位写错了？`,
        options: [...meant, keep],
      };
    case "far-above-plan": {
      const share = hasMoney
        ? `是年度计划 ${formatMoney(warning.plan)} 的${formatPercent((warning.done / warning.plan) * 100)}，没有记。`
        : "比年度计划多得多，没有记。";
      if (item.measure === "plan")
        return {
          question: `已记的本年累计 ${formatMoney(warning.done)} ${share}计划数对吗？`,
          options: [...meant, { ...keep, answersYes: true }],
        };
      if (!isYtd)
        return {
          question: `记了本年累计就是 ${formatMoney(warning.done)}，${share}数对吗？`,
          options: [...meant, { ...keep, answersYes: true }],
        };
      return {
        question: `${before}本年累计 ${formatMoney(warning.done)} ${share}是开工以来的累计，还是今年就这么多？`,
        options: [...meant, sinceStart(item), { ...keep, label: "就是今年的，照记" }],
      };
    }
    case "leaps": {
      const { last: from, done } = warning;
      const becomes = isYtd || isTotal(item) ? "这次" : "记了累计就是";
      return {
        question: `上次累计 ${formatMoney(from)}，${becomes} ${formatMoney(done)}，${hasMoney ? `是上次的${times(done, from)}倍` : "比上次多得多"}，没有记。数对吗？`,
        options: [
          ...slips(item, from, plan),
          ...(isYtd ? [sinceStart(item)] : []),
          { ...keep, answersYes: true },
        ],
      };
    }
  }
}

const isTotal = (item: ReportItem): boolean => item.measure === "investment" && item.scope === "total";

/** `上次累计 1.02亿，这次 17亿，是上次的16.7倍。` */
function sinceLast(yuan: number, last: number | undefined): string {
  if (!last || yuan <= last) return "";
  return `上次累计 ${formatMoney(last)}，这次 ${formatMoney(yuan)}，是上次的${times(yuan, last)}倍。`;
}

const times = (done: number, last: number): string => formatPercent(done / last).slice(0, -1);

function sinceStart(item: ReportItem & { measure: "investment" }): Options[number] {
  return { label: "是开工以来累计", items: [{ ...item, scope: "total" }] };
}
