import { toPercent } from "./fraction.js";
import { type LampRules, lampRuleFor } from "./lamp-rule.js";
import { currentYtd, ytdUpTo } from "./ledger-figures.js";
import { dueShare, planAt } from "./pace.js";
import { monthNumber, type Period, yearOf } from "./period.js";
import type { Standing } from "./project.js";

/** What a group of projects has come to at the end of a month. Money in 元. */
export interface Totals {
  month: Period;
  projects: number;
  /** with 年度计划投资; only these count in what follows */
  planned: number;
  planYuan: number;
  /** 本年累计 up to the month */
  doneYuan: number;
  /** 按时序应完成: each project by its own curve, else month/12 */
  dueYuan: number;
  /** planned ones whose last figure is of an earlier month, and those that have none though something is due */
  late: number;
  /** 本年累计 of projects without a plan: not in `doneYuan` */
  otherYuan: number;
  /** planned ones that have reported a month after it already, and what that adds */
  ahead: { projects: number; yuan: number };
}

export function totalsAt(list: readonly Standing[], month: Period, rules: LampRules): Totals {
  const totals: Totals = {
    month,
    projects: list.length,
    planned: 0,
    planYuan: 0,
    doneYuan: 0,
    dueYuan: 0,
    late: 0,
    otherYuan: 0,
    ahead: { projects: 0, yuan: 0 },
  };
  for (const one of list) {
    const { planYuan, doneYuan, dueYuan, isLate } = paceOf(one, month, rules);
    if (planYuan === 0) {
      totals.otherYuan += doneYuan;
      continue;
    }
    totals.planned += 1;
    totals.planYuan += planYuan;
    totals.doneYuan += doneYuan;
    totals.dueYuan += dueYuan;
    if (isLate) totals.late += 1;
    const latest = currentYtd(one.figures, yearOf(month));
    if (latest && latest.period > month) {
      totals.ahead.projects += 1;
      totals.ahead.yuan += latest.yuan - doneYuan;
    }
  }
  return totals;
}

/** The totals of those that are judged by the pace of money: no 预备, 出让, 收储. */
export const judgedTotals = (list: readonly Standing[], month: Period, rules: LampRules): Totals =>
  totalsAt(
    list.filter(({ project }) => lampRuleFor(rules, project.class).investment),
    month,
    rules,
  );

/** One project's money at the end of a month, in 元; a plan of 0 is none. */
export interface Pace {
  planYuan: number;
  doneYuan: number;
  dueYuan: number;
  /** the month's figure is missing although something was due by then; nobody waits for one of an ended project */
  isLate: boolean;
}

/** Of what is not judged by the pace of money (预备, 出让, 收储) nothing is due. */
export function paceOf({ project, figures, pace }: Standing, month: Period, rules: LampRules): Pace {
  const year = figures.years[yearOf(month)];
  const known = ytdUpTo(year?.ytd ?? {}, month);
  const planYuan = year?.plan?.yuan ?? 0;
  const doneYuan = known?.yuan ?? 0;
  if (planYuan <= 0) return { planYuan: 0, doneYuan, dueYuan: 0, isLate: false };
  if (!lampRuleFor(rules, project.class).investment) return { planYuan, doneYuan, dueYuan: 0, isLate: false };
  const due = dueShare(monthNumber(month), planAt(planYuan, pace));
  const dueYuan = Math.round((planYuan * due.part) / due.of);
  return { planYuan, doneYuan, dueYuan, isLate: dueYuan > 0 && known?.period !== month && !project.ended };
}

/** Percentage points that the work is ahead (above 0) or behind. */
export const pointsAhead = ({
  planYuan,
  doneYuan,
  dueYuan,
}: Pick<Totals, "planYuan" | "doneYuan" | "dueYuan">) =>
  planYuan > 0 ? toPercent({ part: doneYuan - dueYuan, of: planYuan }) : 0;

/** 余几个月 after the month. */
export const monthsLeft = (month: Period): number => 12 - monthNumber(month);
