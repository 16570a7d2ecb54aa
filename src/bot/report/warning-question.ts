import { hideAmounts } from "../../cards/hide-money.js";
import type { Warning } from "../../domain/ledger-warnings.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod, monthOf } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { type AskedSection, confirmed } from "./sections.js";

/**
 * Puts what is odd about a figure into a question, with the readings that would make sense as buttons.
 * Where money is not shown, the question does without amounts: they come from the ledger. The buttons keep
 * theirs: they repeat the speaker's own words, and could not be told apart without.
 */
export function warningQuestion(
  warning: Warning,
  item: ReportItem,
  saidAt: number,
  hasMoney: boolean,
): AskedSection {
  const asked = question(warning, item, saidAt);
  return hasMoney ? asked : { ...asked, question: hideAmounts(asked.question) };
}

function question(warning: Warning, item: ReportItem, saidAt: number): AskedSection {
  const keep = { label: "没错，就这样记", items: [confirmed(item)] };
  const asked = (question: string, ...options: AskedSection["options"]): AskedSection => ({
    is: "asked",
    project: item.project,
    question,
    options,
  });
  switch (warning.code) {
    case "percent-falls":
      return asked(
        `${warning.part ?? ""}形象进度从 ${formatPercent(warning.last, 2)} 降到 ${formatPercent(warning.said, 2)}，是口径调整或更正吗？`,
        { ...keep, label: "是更正，改过来" },
      );
    case "percent-over-100":
      return asked(`形象进度 ${formatPercent(warning.said, 2)} 超过了 100%，没有记。请报一个准数。`);
    case "negative":
      return asked("数字是负的，没有记。请报一个准数。");
    case "ytd-below-last":
      return asked(
        `本年累计 ${formatMoney(warning.said)} 比${formatPeriod(warning.lastPeriod)}累计 ${formatMoney(warning.last)} 还少，说的是当月完成吗？`,
        ...asMonth(item, saidAt),
        { ...keep, label: `累计更正为 ${formatMoney(warning.said)}` },
      );
    case "ytd-above-later":
      return asked(
        `${formatMoney(warning.said)} 比已记的${formatPeriod(warning.laterPeriod)}累计 ${formatMoney(warning.later)} 还多，要照这样记吗？`,
        keep,
      );
    case "completion-contradicts":
      return asked(
        `年度完成率报 ${formatPercent(warning.said, 2)}，但按累计 ${formatMoney(warning.ytd)} ÷ 年度计划 ${formatMoney(warning.plan)} 是 ${formatPercent(warning.computed, 2)}，哪个对？`,
        { ...keep, label: `完成率记 ${formatPercent(warning.said, 2)}` },
        { label: "以累计为准，完成率不记", items: [] },
      );
    case "ten-times-plan":
      return asked(
        `${formatMoney(warning.said)} 是年度计划 ${formatMoney(warning.plan)} 的十倍以上，是不是单位写错了？`,
        ...inWan(item),
        keep,
      );
  }
}

function asMonth(item: ReportItem, saidAt: number): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  const period = item.period ?? monthOf(saidAt);
  return [
    {
      label: `${formatPeriod(period)}当月完成 ${formatMoney(item.yuan)}`,
      items: [confirmed({ ...item, scope: "month", period })],
    },
  ];
}

function inWan(item: ReportItem): AskedSection["options"] {
  if (!("yuan" in item) || item.yuan % 10_000 !== 0) return [];
  const yuan = item.yuan / 10_000;
  // Not confirmed: the other figure may be odd in its own way, and is then asked about in turn.
  return [{ label: `应为 ${formatMoney(yuan)}`, items: [{ ...item, yuan }] }];
}
