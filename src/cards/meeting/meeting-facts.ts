import type { Day } from "../../domain/day.js";
import { formatPeriod, type Period, yearOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { type Block, text } from "../card.js";
import { countLine } from "../count-line.js";
import { lagLine } from "../lag-line.js";
import { nextMilestone } from "../project-line.js";
import { sumLines } from "../sum-line.js";
import { typed } from "../typed.js";

const MOST = 5;
const MOST_NAMES = 8;

/** 应报／已报／未报, lamps, and the year's money against 时序; before the meeting, whose report is missing. */
export function snapshotBlock(
  all: readonly Assessed[],
  month: Period,
  hasMoney: boolean,
  { asksForReports }: { asksForReports: boolean },
): Block {
  const due = all.filter((one) => one.project.firstMonth <= month);
  const missing = due.filter((one) => (one.reportedMonth ?? "") < month);
  const lines = [
    `${formatPeriod(month)}应报${due.length}、已报${due.length - missing.length}、未报${missing.length}`,
    countLine(all),
    ...(hasMoney ? sumLines(all, month) : []),
  ];
  if (asksForReports && missing.length > 0) {
    const names = missing.slice(0, MOST_NAMES).map((one) => typed(one.project.name, 30));
    const more = missing.length > MOST_NAMES ? `等${missing.length}个` : "";
    lines.push(`请会前补报：${names.join("、")}${more}`);
  }
  return text(lines.join("\n"));
}

/** Made of facts: the red projects with their reasons, and what falls due next. */
export function agendaBlocks(
  all: readonly Assessed[],
  month: Period,
  today: Day,
  hasMoney: boolean,
): Block[] {
  const red = all.filter(({ lamp }) => lamp.lamp === "red");
  const milestones = all
    .flatMap((one) => {
      const next = nextMilestone(one, today);
      return next ? [{ name: typed(one.project.name, 30), ...next }] : [];
    })
    .sort((a, b) => (a.planned < b.planned ? -1 : 1));
  return [
    text(`**一、红灯项目**（${red.length}个${red.length > MOST ? `，列前${MOST}个` : ""}）`),
    ...red.slice(0, MOST).map((one) => text(lagLine(one, yearOf(month), hasMoney, today))),
    text(
      [
        "**二、临近和逾期节点**",
        ...milestones.slice(0, MOST).map(({ name, words }) => `${name}　${words}`),
        ...(milestones.length === 0 ? ["没有登记"] : []),
      ].join("\n"),
    ),
  ];
}
