import { closeDayOf } from "./data-month.js";
import { dayOf } from "./day.js";
import type { LampRules } from "./lamp-rule.js";
import { nodesOf } from "./nodes.js";
import { firstDayOf, lastDayOf, type Period, period, periodsFromTo, yearOf } from "./period.js";
import type { Assessed } from "./portfolio.js";
import type { Problem } from "./problem.js";
import { owesReport } from "./reported.js";
import type { Kept, UnitFacts } from "./score.js";
import { paceOf } from "./totals.js";

export interface ScoreSources {
  /** the closed data month that is scored */
  month: Period;
  projects: readonly Assessed[];
  /** all of them, closed ones too */
  problems: readonly Problem[];
  /** by project: the data months of which something was reported before they closed */
  inTime: ReadonlyMap<string, ReadonlySet<Period>>;
  /** the rules of the lamps: which classes are judged by the pace of money */
  rules: LampRules;
}

/** What each unit is scored by, for units that answer for a project; by the order of the projects. */
export function unitFacts(sources: ScoreSources): UnitFacts[] {
  const byUnit = new Map<string, Assessed[]>();
  for (const one of sources.projects) {
    const { unit } = one.project;
    if (unit === null) continue;
    const known = byUnit.get(unit);
    if (known) known.push(one);
    else byUnit.set(unit, [one]);
  }
  const unitOf = new Map(sources.projects.map(({ project }) => [project.code, project.unit]));
  return [...byUnit].map(([unit, projects]): UnitFacts => {
    const led = sources.problems.filter(({ lead, code }) => (lead ?? unitOf.get(code)) === unit);
    return {
      unit,
      projects: projects.length,
      money: moneyOf(projects, sources),
      physical: physicalOf(projects),
      nodes: nodesKept(projects, sources.month),
      reports: reportsKept(projects, sources),
      problems: problemsKept(led, sources.month),
    };
  });
}

/** Only what the lamp of investment judges: 预备, 出让 and 收储 have no pace of money. */
function moneyOf(projects: readonly Assessed[], { month, rules }: ScoreSources): UnitFacts["money"] {
  const judged = projects.filter(({ lamp }) => lamp.parts.investment.colour !== "off");
  const paces = judged.map((one) => paceOf(one, month, rules)).filter(({ dueYuan }) => dueYuan > 0);
  return {
    doneYuan: paces.reduce((sum, { doneYuan }) => sum + doneYuan, 0),
    dueYuan: paces.reduce((sum, { dueYuan }) => sum + dueYuan, 0),
  };
}

function physicalOf(projects: readonly Assessed[]): UnitFacts["physical"] {
  const colours = projects.map(({ lamp }) => lamp.parts.physical.colour).filter((colour) => colour !== "off");
  return {
    green: colours.filter((colour) => colour === "green").length,
    yellow: colours.filter((colour) => colour === "yellow").length,
    judged: colours.length,
  };
}

/** 节点 that fell due from January to the month's end, by the day in force; kept when done on or before it. */
function nodesKept(projects: readonly Assessed[], month: Period): Kept {
  const due = nodesOf(projects).filter(({ planned }) => isInYear(planned, month));
  return {
    due: due.length,
    kept: due.filter(({ done, planned }) => done !== undefined && done <= planned).length,
  };
}

function reportsKept(projects: readonly Assessed[], { month, inTime }: ScoreSources): Kept {
  const january = period(yearOf(month), 1);
  let [due, kept] = [0, 0];
  for (const { project } of projects) {
    const { code, ended } = project;
    for (const each of periodsFromTo(january, month)) {
      // What was finished before a month closed owes no report for it.
      if (!owesReport(project, each) || (ended && ended.on <= closeDayOf(each))) continue;
      due += 1;
      if (inTime.get(code)?.has(each)) kept += 1;
    }
  }
  return { due, kept };
}

/** Off, or asked to be taken off, by the due day; who has asked has done what was theirs to do. */
function problemsKept(problems: readonly Problem[], month: Period): Kept {
  const due = problems.filter((problem) => problem.due !== undefined && isInYear(problem.due, month));
  const kept = due.filter(
    ({ state, due: day, last }) =>
      (state === "closed" || state === "resolve-asked") && dayOf(last.saidAt) <= (day ?? ""),
  );
  return { due: due.length, kept: kept.length };
}

const isInYear = (day: string, month: Period): boolean =>
  day >= firstDayOf(period(yearOf(month), 1)) && day <= lastDayOf(month);
