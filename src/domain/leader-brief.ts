import { type Day, dayOf, daysBetween } from "./day.js";
import { isoWeek } from "./iso-week.js";
import type { LampColour } from "./lamp-part.js";
import { currentYtd } from "./ledger-figures.js";
import { forecast } from "./pace.js";
import { monthNumber, type Period, yearOf } from "./period.js";
import type { Assessed } from "./portfolio.js";
import type { Problem } from "./problem.js";
import { higher, levelOf } from "./problem-level.js";
import { hasReported, owesReport } from "./reported.js";
import { addWorkdays } from "./workdays.js";

/** What a leader needs to know in thirty seconds. */
export interface LeaderBrief {
  red: number;
  /** against what was known before; null where nothing was. Red now = red then + newly − no longer. */
  changes: RedChanges | null;
  /** projects without a lamp: those that have not reported the month, and those whose figures do not suffice */
  silent: number;
  unclear: number;
  /** problems that only the district can settle, those due first */
  toDecide: ToDecide[];
  /** null where too little is known */
  yearEnd: YearEnd | null;
}

export interface RedChanges {
  /** names, like those of `noLonger` */
  newly: string[];
  /** `lamp` is null for what is not in progress any more */
  noLonger: { name: string; lamp: LampColour | null }[];
}

/** A problem, and what is asked of the leader. */
export interface ToDecide extends Pick<Problem, "number" | "words" | "lead" | "due"> {
  project: string;
  /** calendar days past its due date; 0 where it is still to come */
  late: number;
  isReported: boolean;
}

/** What the pace of the last months leads to, of the projects that have a plan and figures; 元. */
export interface YearEnd {
  yuan: number;
  planYuan: number;
  projects: number;
  /** those in progress that have a plan and no figure of the closed month: nothing is foretold of them */
  without: number;
  /** the year is closed: it is what was done, not what is foretold */
  isOver: boolean;
}

/** What the lamps and names were when the leader was last told. */
export interface Before {
  lamps: ReadonlyMap<string, LampColour>;
  /** names of projects that may have left the list since, by code */
  nameOf(code: string): string;
}

/**
 * @param all with what was finished in the year, which counts in the forecast alone
 * @param now epoch ms
 */
export function leaderBrief(
  all: readonly Assessed[],
  month: Period,
  now: number,
  before: Before | null,
): LeaderBrief {
  const lit = inProgress(all);
  const grey = lit.filter(({ lamp }) => lamp.lamp === "grey");
  const silent = grey.filter(
    ({ project, figures }) => owesReport(project, month) && !hasReported(figures, month),
  );
  return {
    red: lit.filter(isRed).length,
    changes: before && redChanges(lit, before),
    silent: silent.length,
    unclear: grey.length - silent.length,
    toDecide: toDecide(lit, now),
    yearEnd: yearEndOf(all, month),
  };
}

export const inProgress = (all: readonly Assessed[]): Assessed[] =>
  all.filter(({ project }) => !project.ended);

const isRed = ({ lamp }: Assessed): boolean => lamp.lamp === "red";

function redChanges(lit: readonly Assessed[], { lamps, nameOf }: Before): RedChanges {
  const now = new Map(lit.map((one) => [one.project.code, one]));
  return {
    newly: lit
      .filter((one) => isRed(one) && lamps.get(one.project.code) !== "red")
      .map(({ project }) => project.name),
    noLonger: [...lamps].flatMap(([code, lamp]) => {
      const one = now.get(code);
      if (lamp !== "red" || (one && isRed(one))) return [];
      return [{ name: one?.project.name ?? nameOf(code), lamp: one?.lamp.lamp ?? null }];
    }),
  };
}

/** What was reported upwards, or is overdue for so long that it is the district's; those due first. */
export const toDecide = (lit: readonly Assessed[], now: number): ToDecide[] =>
  lit
    .flatMap(({ project, problems = [] }) =>
      problems
        .filter(({ isReported, level, due }) => isReported || higher(level, levelOf(due, now)) === "区")
        .map(({ number, words, lead, due, isReported }) => ({
          number,
          words,
          ...(lead === undefined ? {} : { lead }),
          ...(due === undefined ? {} : { due }),
          project: project.name,
          late: due ? Math.max(0, daysBetween(due, dayOf(now))) : 0,
          isReported,
        })),
    )
    .sort((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1));

/** The forecasts of the single projects added up, against the plans of the same projects. */
function yearEndOf(all: readonly Assessed[], month: Period): YearEnd | null {
  const isOver = monthNumber(month) === 12;
  const found: YearEnd = { yuan: 0, planYuan: 0, projects: 0, without: 0, isOver };
  for (const { figures, project, pace } of all) {
    const inYear = figures.years[yearOf(month)];
    if (!inYear?.plan) continue;
    if (!project.ended && !Object.keys(inYear.ytd).some((one) => one >= month)) found.without += 1;
    // What is finished comes to what it has come to.
    const end =
      isOver || project.ended
        ? currentYtd(figures, yearOf(month))
        : forecast(inYear.plan.yuan, inYear.ytd, month, pace.startMonth ?? 1).yearEnd;
    if (!end) continue;
    found.yuan += end.yuan;
    found.planYuan += inYear.plan.yuan;
    found.projects += 1;
  }
  return found.planYuan > 0 ? found : null;
}

/** workdays within which two briefs would say the same twice */
const NEAR = 2;

export const beginsWeek = (day: Day): boolean => isoWeek(addWorkdays(day, -1)) !== isoWeek(day);

/** The first workday of the week of a workday. */
export function firstOfWeek(day: Day): Day {
  let first = day;
  while (!beginsWeek(first)) first = addWorkdays(first, -1);
  return first;
}

/** Whether a brief told on `last` is so near that the week's says nothing new unless something has changed. */
export const isNear = (last: Day, day: Day): boolean => last >= addWorkdays(day, -NEAR);

/** Whether the week's brief follows that of the week before within two workdays, by the calendar alone. */
export const followsAnother = (day: Day): boolean => isNear(firstOfWeek(addWorkdays(day, -1)), day);
