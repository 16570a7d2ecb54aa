import { movedPlan } from "./baseline.js";
import type { Day } from "./day.js";
import { type LampResult, lampOf } from "./lamp.js";
import { lampInput } from "./lamp-input.js";
import { type LampColour, off } from "./lamp-part.js";
import { type LampRules, lampRuleFor } from "./lamp-rule.js";
import { currentYtd } from "./ledger-figures.js";
import { moneyAtRisk } from "./money-at-risk.js";
import { onceFor } from "./once-for.js";
import { type Period, yearOf } from "./period.js";
import type { Problem } from "./problem.js";
import type { Standing } from "./project.js";
import { isFinishedOn } from "./project-details.js";

/** A project, where it stands, and its lamps at the closed data month. */
export interface Assessed extends Standing {
  lamp: LampResult;
  /** the lamps of earlier months, as kept at their closes */
  earlier: Readonly<Record<Period, LampColour>>;
  /** its open problems, where they were looked up */
  problems?: readonly Problem[];
}

/** What the lamps are seen from. */
export interface Viewpoint {
  /** the closed data month */
  month: Period;
  today: Day;
}

/** For a past month give the figures as they stood then, and the rules that were in force. */
export function assess(
  standing: Standing,
  viewpoint: Viewpoint,
  rules: LampRules,
  earlier: Readonly<Record<Period, LampColour>> = {},
): Assessed {
  const { project, figures, pace } = standing;
  const rule = lampRuleFor(rules, project.class);
  const moved = pace.frozen?.year === yearOf(viewpoint.month) ? movedPlan(pace.frozen, figures) : null;
  const input = lampInput(figures, {
    ...viewpoint,
    firstMonth: project.firstMonth,
    ...(project.gaps ? { gaps: project.gaps } : {}),
    plan: {
      ...(pace.curve ? { curve: { percent: pace.curve } } : {}),
      ...(pace.startMonth ? { startMonth: pace.startMonth } : {}),
      ...(moved ? { signedYuan: moved.signed } : {}),
    },
    earlier,
  });
  const lamp = lampOf(input, rule);
  return { ...standing, earlier, lamp: isFinishedOn(project, viewpoint.today) ? finished(lamp) : lamp };
}

const FINISHED = "已竣工销项";

/** What is finished lags no more and owes no report; its parts stay, for the score of the year it was built in. */
const finished = (lamp: LampResult): LampResult => ({
  ...lamp,
  lamp: "green",
  base: "green",
  running: 0,
  reason: FINISHED,
  why: [`🟢 ${FINISHED}，不再亮灯`],
  parts: { ...lamp.parts, report: off(FINISHED) },
});

/** Sum of a year's money over projects: what is planned, done, and by how many. */
export interface Sums {
  projects: number;
  planYuan: number;
  planned: number;
  ytdYuan: number;
  reported: number;
}

export function sums(list: readonly Assessed[], year: number): Sums {
  const total: Sums = { projects: list.length, planYuan: 0, planned: 0, ytdYuan: 0, reported: 0 };
  for (const { figures } of list) {
    const plan = figures.years[year]?.plan;
    const ytd = currentYtd(figures, year);
    if (plan) {
      total.planned += 1;
      total.planYuan += plan.yuan;
    }
    if (ytd) {
      total.reported += 1;
      total.ytdYuan += ytd.yuan;
    }
  }
  return total;
}

const RANK: Record<LampColour, number> = { red: 0, yellow: 1, grey: 2, green: 3 };

/**
 * Worst first; of those that lag the one with the most money at risk first. Where none is, or it is not known,
 * the larger plan of the year first; without a plan that is nothing.
 *
 * @param month the closed data month
 */
export function worstFirst(list: readonly Assessed[], month: Period): Assessed[] {
  const year = yearOf(month);
  return list
    .map((one) => {
      const rank = RANK[one.lamp.lamp];
      const risk = rank <= RANK.yellow ? riskAt(month)(one) : 0;
      return { one, rank, risk, plan: one.figures.years[year]?.plan?.yuan ?? 0 };
    })
    .sort((a, b) => a.rank - b.rank || b.risk - a.risk || b.plan - a.plan)
    .map(({ one }) => one);
}

const risksAt = new Map<Period, (one: Assessed) => number>();

/** Worked out once for all lists that a project is in. */
function riskAt(month: Period): (one: Assessed) => number {
  const known = risksAt.get(month) ?? onceFor((one: Assessed) => moneyAtRisk(one, month));
  risksAt.set(month, known);
  return known;
}
