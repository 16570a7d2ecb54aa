import { type Day, formatDay } from "../../domain/day.js";
import { formatPeriod, type Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { hasReported, owesReport } from "../../domain/reported.js";
import type { Totals } from "../../domain/totals.js";
import { type Block, text } from "../card.js";
import { countLine } from "../count-line.js";
import { sumLines } from "../sum-line.js";
import { typed } from "../typed.js";

const MOST_NAMES = 8;

/** 应报／已报／未报, lamps, and the year's money against 时序; before the meeting, whose report is missing. */
export function snapshotBlock(
  all: readonly Assessed[],
  month: Period,
  /** null where money may not be shown */
  totals: Totals | null,
  /** before the meeting: the day by which what is missing is to be reported */
  reportBy: { day: Day; today: Day } | null,
): Block {
  const due = all.filter(({ project }) => !project.ended && owesReport(project, month));
  const missing = due.filter((one) => !hasReported(one.figures, month));
  const lines = [
    `${formatPeriod(month)}应报${due.length}、已报${due.length - missing.length}、未报${missing.length}`,
    countLine(all),
    ...(totals ? sumLines(totals) : []),
  ];
  if (reportBy && missing.length > 0) {
    const names = missing.slice(0, MOST_NAMES).map((one) => typed(one.project.name, 30));
    const more = missing.length > MOST_NAMES ? `等${missing.length}个` : "";
    lines.push(`请于${formatDay(reportBy.day, reportBy.today)}前补报：${names.join("、")}${more}`);
  }
  return text(lines.join("\n"));
}
