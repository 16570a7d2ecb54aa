import type { Day } from "../../domain/day.js";
import { currentYtd } from "../../domain/ledger-figures.js";
import { obstacleIn } from "../../domain/ledger-obstacle.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import { forecast, formatForecast } from "../../domain/pace.js";
import { formatPeriod, type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { isOpen, type Problem } from "../../domain/problem.js";
import type { Standing } from "../../domain/project.js";
import { about } from "../about.js";
import { hideAmounts } from "../hide-money.js";
import { obstacleWords, saidWords } from "../problem/problem-words.js";
import { typed } from "../typed.js";

/**
 * What a project has come to: per cent, the year's money and where it is heading (unless that is said
 * already), 亩, the latest words.
 */
export function figureLines(
  { figures, pace, problems = [] }: Assessed,
  { month, hasMoney, today }: { month: Period; hasMoney: boolean; today: Day },
  isOutlookSaid: boolean,
): string[] {
  const inYear = figures.years[yearOf(month)];
  const lines = [
    ...(figures.percent
      ? [`形象进度 **${about(figures.percent)}${formatPercent(figures.percent.value, 2)}**`]
      : []),
    ...Object.entries(figures.parts).map(
      ([part, figure]) => `${typed(part, 20)} **${about(figure)}${formatPercent(figure.value, 2)}**`,
    ),
    ...(hasMoney ? moneyLines({ figures, pace }, month, isOutlookSaid) : []),
    ...(inYear?.area
      ? [`累计面积 **${about(inYear.area)}${inYear.area.mu}亩**（截至${formatPeriod(inYear.area.period)}）`]
      : []),
  ];
  lines.push(
    ...problems
      .filter(isOpen)
      .map((one) => `${typed(obstacleWords(one, today), 80)}：${saidWords(one.words, hasMoney)}`),
    ...noteLines(figures.note?.text ?? "", problems, hasMoney),
  );
  return lines.length > 0 ? lines : ["还没有报过数"];
}

/** The latest words. 卡点 of a registered problem is not told here: the register knows what became of it. */
function noteLines(words: string, problems: readonly Problem[], hasMoney: boolean): string[] {
  const obstacle = obstacleIn(words);
  if (words === "" || problems.some((one) => obstacle?.startsWith(one.words))) return [];
  const said = obstacle ?? words;
  return [`${obstacle === null ? "进展" : "卡点"}：${typed(hasMoney ? said : hideAmounts(said), 120)}`];
}

function moneyLines(
  { figures, pace }: Pick<Standing, "figures" | "pace">,
  month: Period,
  isOutlookSaid: boolean,
): string[] {
  const year = yearOf(month);
  const { plan, funds, ytd: months = {} } = figures.years[year] ?? {};
  const ytd = currentYtd(figures, year);
  const lines: string[] = [];
  if (ytd) {
    const until = `截至${formatPeriod(ytd.period)}${ytd.from ? "，推算" : ""}`;
    const share = plan
      ? `，占年度计划${about(plan)}${formatMoney(plan.yuan)}的${formatPercent((ytd.yuan / plan.yuan) * 100)}`
      : "";
    lines.push(`本年累计投资 **${about(ytd)}${formatMoney(ytd.yuan)}**（${until}）${share}`);
    if (plan && !isOutlookSaid)
      lines.push(formatForecast(forecast(plan.yuan, months, month, pace.startMonth ?? undefined)));
  } else if (plan) lines.push(`年度计划投资 **${about(plan)}${formatMoney(plan.yuan)}**，还没有报累计`);
  if (funds)
    lines.push(`累计资金 **${about(funds)}${formatMoney(funds.yuan)}**（截至${formatPeriod(funds.period)}）`);
  return lines;
}
