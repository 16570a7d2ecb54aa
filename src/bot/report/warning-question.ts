import { hideAmounts } from "../../cards/hide-money.js";
import { formatInstant } from "../../domain/day.js";
import { currentYtd, type Figures } from "../../domain/ledger-figures.js";
import type { FrozenWarning, NodeWarning, Warning } from "../../domain/ledger-warning.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { formatPeriod, type Period, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import type { ReportItem } from "../../language/items.js";
import { dataMonthOfTurn } from "../data-month-of.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import { betweenReadings, betweenWords } from "./between-question.js";
import { impossibleFigure } from "./impossible-figure.js";
import { jumpQuestion } from "./jump-question.js";
import { besideReadings, besideWords } from "./month-beside.js";
import { offMonthReadings, offMonthWords } from "./off-month-question.js";
import { type AskedSection, type Choice, confirmed } from "./sections.js";
import { slips } from "./slips.js";

type FigureWarning = Exclude<Warning, NodeWarning | FrozenWarning>;

/**
 * Puts what is odd about a figure into a question, with the readings that would make sense as buttons.
 * Where money is not shown, the question does without amounts and what can be computed from them: they come
 * from the ledger. The buttons keep the sums of the speaker's own words, and could not be told apart without.
 *
 * @param known the project's figures once the rest of the message is written: what a button adds to
 */
export function warningQuestion(
  turn: Turn,
  project: Project,
  warning: FigureWarning,
  item: ReportItem,
  known: Figures,
): AskedSection {
  const { saidAt } = turn;
  const hasMoney = showsMoney(turn, project);
  const asked = question(warning, item, {
    saidAt,
    dataMonth: dataMonthOfTurn(turn),
    known,
    hasMoney,
  });
  return hasMoney ? asked : { ...asked, question: hideAmounts(asked.question) };
}

interface Beside {
  /** epoch ms */
  saidAt: number;
  /** the month that what was said counts for */
  dataMonth: Period;
  known: Figures;
  /** sums of the ledger may be shown */
  hasMoney: boolean;
}

function question(warning: FigureWarning, item: ReportItem, beside: Beside): AskedSection {
  const { saidAt, dataMonth, known, hasMoney } = beside;
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
        { ...yes(keep), label: "是更正，改过来" },
      );
    case "percent-over-100":
      return asked(impossibleFigure("over-100", formatPercent(warning.said, 2)));
    case "negative":
      return asked(impossibleFigure("negative", item.text ?? ""));
    case "ytd-below-last":
      return asked(
        `本年累计 ${formatMoney(warning.said)} 比${formatPeriod(warning.lastPeriod)}累计 ${formatMoney(warning.last)} 还少，说的是当月完成吗？`,
        ...asMonth(item, dataMonth).map(yes),
        ...slips(item, warning.last, planIn(known, item, dataMonth)),
        { ...keep, label: `累计更正为 ${formatMoney(warning.said)}` },
      );
    case "ytd-above-later":
      return asked(
        `${formatMoney(warning.said)} 比已记的${formatPeriod(warning.laterPeriod)}累计 ${formatMoney(warning.later)} 还多，要照这样记吗？`,
        yes(keep),
      );
    case "month-above-ytd":
      return asked(
        `当月 ${formatMoney(warning.said)} 比${formatPeriod(warning.period)}的本年累计 ${formatMoney(warning.ytd)} 还多，没有记。说的是本年累计吗？`,
        ...asYtd(item).map(yes),
        keep,
      );
    case "ytd-falls":
      return asked(
        `照这样记，${formatPeriod(warning.period)}累计会从 ${formatMoney(warning.last)} 降到 ${formatMoney(warning.becomes)}，没有记。这样对吗？`,
        { ...yes(keep), label: hasMoney ? `对，累计改为 ${formatMoney(warning.becomes)}` : "对，就这样记" },
        ...onTop(item, warning.period, beside),
      );
    case "completion-contradicts":
      return asked(
        `年度完成率报 ${formatPercent(warning.said, 2)}，但按累计 ${formatMoney(warning.ytd)} ÷ 年度计划 ${formatMoney(warning.plan)} 是 ${formatPercent(warning.computed, 2)}，哪个对？`,
        { ...keep, label: `完成率记 ${formatPercent(warning.said, 2)}` },
        { label: "以累计为准，完成率不记", items: [] },
      );
    case "ten-times-plan":
    case "far-above-plan":
    case "leaps": {
      const { question, options } = jumpQuestion(warning, item, {
        known,
        hasMoney,
        year: yearOf(periodIn(item, dataMonth)),
      });
      return asked(question, ...options);
    }
    case "percent-leaps":
      return asked(
        `${warning.part ?? ""}形象进度从 ${formatPercent(warning.last, 2)} 到 ${formatPercent(warning.said, 2)}，一次涨了${formatPercent(warning.said - warning.last, 2).slice(0, -1)}点，没有记。对吗？`,
        { ...yes(keep), label: "对，就这样记" },
      );
    case "month-between":
      return asked(
        betweenWords(warning),
        ...betweenReadings(warning, item, hasMoney),
        ...onTop(item, warning.nextPeriod, beside),
        keep,
      );
    case "month-beside":
      return asked(besideWords(warning), ...besideReadings(warning, item, hasMoney));
    case "ytd-off-month":
      return asked(offMonthWords(warning), ...offMonthReadings(warning, item, hasMoney), keep);
    case "increment-again":
      return {
        ...asked(
          `${formatInstant(warning.firstSaidAt, saidAt)} ${warning.by ?? "您刚"}报过又完成 ${formatMoney(warning.said)}，已经算进累计了。这是另外一笔吗？`,
          yes({ label: "再加一笔", items: [confirmed(item)] }),
          { label: "不是，重复了", items: [], answersNo: true },
        ),
        isEitherOr: true,
      };
  }
}

/** The reading that 对 stands for. */
const yes = (choice: Choice): Choice => ({ ...choice, answersYes: true });

/**
 * What was meant may have come on top of what is known. 又完成 adds to the year's latest cumulative, so it is
 * no way out where the cumulative that falls is an earlier month's.
 */
function onTop(item: ReportItem, fallen: Period, { known, hasMoney }: Beside): AskedSection["options"] {
  const latest = currentYtd(known, yearOf(fallen));
  if (item.measure !== "investment" || latest?.period !== fallen) return [];
  return [
    {
      label: `另外又完成的${hasMoney ? `，累计 ${formatMoney(latest.yuan + item.yuan)}` : ""}`,
      items: [{ ...item, scope: "increment" }],
    },
  ];
}

function planIn(known: Figures, item: ReportItem, dataMonth: Period): number | undefined {
  return known.years[yearOf(periodIn(item, dataMonth))]?.plan?.yuan;
}

function periodIn(item: ReportItem, dataMonth: Period): Period {
  return item.measure === "investment" && item.period ? item.period : dataMonth;
}

function asMonth(item: ReportItem, dataMonth: Period): AskedSection["options"] {
  if (item.measure !== "investment") return [];
  const period = periodIn(item, dataMonth);
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
