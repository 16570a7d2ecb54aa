import { formatMoney } from "../../domain/money.js";
import { formatPeriod, monthNumber, monthOf, type Period, yearOf } from "../../domain/period.js";
import type { ReportItem } from "../../language/items.js";
import { dataMonthOfTurn } from "../data-month-of.js";
import type { Turn } from "../turn.js";
import type { Beside } from "./hold-odd.js";
import type { AskedSection, Choice } from "./sections.js";

/** In the first days of January, while December is open: which year is 累计, 又完成 or 计划 of? */
export function isOfTwoYears(turn: Turn, item: ReportItem): boolean {
  if (turn.forMonth !== undefined || monthNumber(monthOf(turn.saidAt)) !== 1) return false;
  if (yearOf(dataMonthOfTurn(turn)) >= yearOf(monthOf(turn.saidAt))) return false;
  if (item.measure === "plan") return item.year === undefined;
  return (
    item.measure === "investment" &&
    (item.scope === "ytd" || item.scope === "increment") &&
    item.period === undefined
  );
}

/** The two readings, each with its month or its year. */
export function ofTwoYears(item: ReportItem, { turn, project }: Beside): AskedSection | null {
  if (!isOfTwoYears(turn, item)) return null;
  const [december, january] = [dataMonthOfTurn(turn), monthOf(turn.saidAt)];
  const head = { is: "asked", project: project.name } as const;
  if (item.measure === "plan") {
    const sum = formatMoney(item.yuan);
    const of = (month: Period): Choice => ({
      label: `${yearOf(month)}年度计划 ${sum}`,
      items: [{ ...item, year: yearOf(month), settled: true }],
    });
    return {
      ...head,
      question: `年度计划 ${sum} 是哪一年的？还没有记。`,
      options: [of(january), of(december)],
    };
  }
  if (item.measure !== "investment") return null;
  const sum = formatMoney(item.yuan);
  const isYtd = item.scope === "ytd";
  const of = (month: Period): Choice => ({
    label: isYtd
      ? `截至 ${formatPeriod(month, month)}，${yearOf(month)}年累计 ${sum}`
      : `${formatPeriod(month, month)}又完成 ${sum}`,
    items: [{ ...item, period: month, settled: true }],
  });
  return {
    ...head,
    question: `${formatPeriod(december, december)}还没关账，${isYtd ? "累计" : "又完成"} ${sum} 是算到${formatPeriod(december, january)}，还是${formatPeriod(january, january)}？还没有记。`,
    options: [of(december), of(january)],
  };
}
