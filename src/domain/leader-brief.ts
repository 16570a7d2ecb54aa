import { currentYtd } from "./ledger-figures.js";
import { forecast } from "./pace.js";
import { addMonths, monthNumber, type Period, yearOf } from "./period.js";
import type { Assessed } from "./portfolio.js";
import type { Problem } from "./problem.js";
import { higher, levelOf } from "./problem-level.js";

/** What a leader needs to know in thirty seconds. */
export interface LeaderBrief {
  red: number;
  /** names of the projects that have turned red since the month before, and of those that no longer are */
  newlyRed: string[];
  recovered: string[];
  /** problems that only the district can settle, those due first */
  toDecide: Pick<Problem, "number" | "words">[];
  /** null where too little is known */
  yearEnd: YearEnd | null;
}

/** What the pace of the last months leads to, of the projects that have a plan and figures; 元. */
export interface YearEnd {
  yuan: number;
  planYuan: number;
  projects: number;
  /** the year is closed: it is what was done, not what is foretold */
  isOver: boolean;
}

/**
 * @param all with what was finished in the year, which counts in the forecast alone
 * @param now epoch ms
 */
export function leaderBrief(all: readonly Assessed[], month: Period, now: number): LeaderBrief {
  const before = addMonths(month, -1);
  const lit = all.filter(({ project }) => !project.ended);
  const isRed = ({ lamp }: Assessed) => lamp.lamp === "red";
  const wasRed = ({ earlier }: Assessed) => earlier[before] === "red";
  return {
    red: lit.filter(isRed).length,
    newlyRed: lit.filter((one) => isRed(one) && earlierKnown(one, before) && !wasRed(one)).map(nameOf),
    recovered: lit.filter((one) => wasRed(one) && !isRed(one)).map(nameOf),
    toDecide: lit
      .flatMap(({ problems = [] }) => problems)
      .filter((problem) => problem.isReported || higher(problem.level, levelOf(problem.due, now)) === "区")
      .toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1)),
    yearEnd: yearEndOf(all, month),
  };
}

const nameOf = ({ project }: Assessed): string => project.name;

const earlierKnown = ({ earlier }: Assessed, month: Period): boolean => earlier[month] !== undefined;

/** The forecasts of the single projects added up, against the plans of the same projects. */
function yearEndOf(all: readonly Assessed[], month: Period): YearEnd | null {
  const isOver = monthNumber(month) === 12;
  const found: YearEnd = { yuan: 0, planYuan: 0, projects: 0, isOver };
  for (const { figures, project } of all) {
    const inYear = figures.years[yearOf(month)];
    // What is finished comes to what it has come to.
    const end =
      isOver || project.ended
        ? currentYtd(figures, yearOf(month))
        : inYear?.plan && forecast(inYear.plan.yuan, inYear.ytd, month).yearEnd;
    if (!inYear?.plan || !end) continue;
    found.yuan += end.yuan;
    found.planYuan += inYear.plan.yuan;
    found.projects += 1;
  }
  return found.planYuan > 0 ? found : null;
}
