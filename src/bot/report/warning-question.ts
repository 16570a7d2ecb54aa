import { hideAmounts } from "../../cards/hide-money.js";
import { dataMonthOf } from "../../domain/data-month.js";
import { currentYtd, type Figures } from "../../domain/ledger-figures.js";
import type { Warning } from "../../domain/ledger-warnings.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod, type Period, yearOf } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import type { Turn } from "../turn.js";
import { impossibleFigure } from "./impossible-figure.js";
import { type AskedSection, confirmed } from "./sections.js";

/**
 * Puts what is odd about a figure into a question, with the readings that would make sense as buttons.
 * Where money is not shown, the question does without amounts: they come from the ledger. The buttons keep
 * theirs: they repeat the speaker's own words, and could not be told apart without.
 *
 * @param known the project's figures once the rest of the message is written: what a button adds to
 */
export function warningQuestion(
  { saidAt, sight }: Turn,
  warning: Warning,
  item: ReportItem,
  known: Figures,
): AskedSection {
  const asked = question(warning, item, saidAt, known);
  return sight.money ? asked : { ...asked, question: hideAmounts(asked.question) };
}

function question(warning: Warning, item: ReportItem, saidAt: number, known: Figures): AskedSection {
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
      return asked(impossibleFigure("over-100", formatPercent(warning.said, 2)));
    case "negative":
      return asked(impossibleFigure("negative", item.text ?? ""));
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
    case "month-above-ytd":
      return asked(
        `当月 ${formatMoney(warning.said)} 比${formatPeriod(warning.period)}的本年累计 ${formatMoney(warning.ytd)} 还多，没有记。说的是本年累计吗？`,
        ...asYtd(item),
        keep,
      );
    case "ytd-falls":
      return asked(
        `照这样记，${formatPeriod(warning.period)}累计会从 ${formatMoney(warning.last)} 降到 ${formatMoney(warning.becomes)}，没有记。这样对吗？`,
        { ...keep, label: `对，累计改为 ${formatMoney(warning.becomes)}` },
        ...onTop(item, warning.period, known),
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
    case "far-above-plan":
      return farAbovePlan(warning, item);
  }
}

/**
 * What was meant may have come on top of what is known. 又完成 adds to the year's latest cumulative, so it is
 * no way out where the cumulative that falls is an earlier month's.
 */
function onTop(item: ReportItem, fallen: Period, known: Figures): AskedSection["options"] {
  const latest = currentYtd(known, yearOf(fallen));
  if (item.measure !== "investment" || latest?.period !== fallen) return [];
  return [
    {
      label: `另外又完成的，累计 ${formatMoney(latest.yuan + item.yuan)}`,
      items: [{ ...item, scope: "increment" }],
    },
  ];
}

function farAbovePlan(
  { done, plan }: Extract<Warning, { code: "far-above-plan" }>,
  item: ReportItem,
): AskedSection {
  const share = `是年度计划 ${formatMoney(plan)} 的${formatPercent((done / plan) * 100)}，没有记。`;
  const head = { is: "asked", project: item.project } as const;
  const keep = { label: "没错，就这样记", items: [confirmed(item)] };
  if (item.measure === "plan")
    return { ...head, question: `已记的本年累计 ${formatMoney(done)} ${share}计划数对吗？`, options: [keep] };
  const isTotal = item.measure === "investment" && item.scope === "ytd";
  if (!isTotal)
    return { ...head, question: `记了本年累计就是 ${formatMoney(done)}，${share}数对吗？`, options: [keep] };
  return {
    ...head,
    question: `本年累计 ${formatMoney(done)} ${share}是开工以来的累计，还是今年就这么多？`,
    options: [
      { label: "是开工以来累计", items: [{ ...item, scope: "total" }] },
      { ...keep, label: "就是今年的，照记" },
    ],
  };
}

function asMonth(item: ReportItem, saidAt: number): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  const period = item.period ?? dataMonthOf(saidAt);
  return [
    {
      label: `${formatPeriod(period)}当月完成 ${formatMoney(item.yuan)}`,
      // Not confirmed: as a month's figure it may be odd in another way.
      items: [{ ...item, scope: "month", period }],
    },
  ];
}

function asYtd(item: ReportItem): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  return [{ label: `是累计，本年累计 ${formatMoney(item.yuan)}`, items: [{ ...item, scope: "ytd" }] }];
}

function inWan(item: ReportItem): AskedSection["options"] {
  if (!("yuan" in item) || item.yuan % 10_000 !== 0) return [];
  const yuan = item.yuan / 10_000;
  // Not confirmed: the other figure may be odd in its own way, and is then asked about in turn.
  return [{ label: `应为 ${formatMoney(yuan)}`, items: [{ ...item, yuan }] }];
}
