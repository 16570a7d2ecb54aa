/**
 * The thresholds of the lamps. A rule is a plain value with a version that is printed beside the lamps;
 * an office sets its own, for all projects or for a class.
 */
export interface LampRule {
  /** 规则 v1 */
  version: string;
  /** false: judged by milestones and amounts, not by investment pace (预备, 土地出让, 土地收储) */
  investment: boolean;
  /** the first data month (1–12) for which the investment lamp is on, unless the project has its own curve */
  investmentFrom: number;
  /** done ÷ due in whole per cent: below `yellow` is yellow, below `red` is red; exactly at it is not */
  ratio?: { yellow: number; red: number };
  /** points behind what is due: `yellow` or more is yellow, more than `red` is red */
  gap?: { yellow: number; red: number };
  /** calendar days late: from `yellow` on yellow, from `orange` on yellow named 橙, from `red` on red */
  milestone: { yellow?: number; orange?: number; red: number };
  /** 应开工未开工: red when the planned start is this many months past */
  notStartedMonths?: number;
  /** a second yellow month running is red; grey months between do not count */
  yellowTwiceIsRed: boolean;
  /** 未报 is grey, and yellow from this many missed cycles on */
  missedCyclesYellow: number;
}

export interface LampRules {
  default: LampRule;
  /** by 类别 */
  byClass: Readonly<Record<string, LampRule>>;
}

const byInvestment: LampRule = {
  version: "规则 v1",
  investment: true,
  investmentFrom: 3,
  ratio: { yellow: 80, red: 60 },
  gap: { yellow: 10, red: 30 },
  milestone: { red: 15 },
  notStartedMonths: 3,
  yellowTwiceIsRed: true,
  missedCyclesYellow: 2,
};

const byMilestones: LampRule = { ...byInvestment, investment: false };

/** 规则 v1 */
export const defaultLampRules: LampRules = {
  default: byInvestment,
  byClass: { 区属重点预备: byMilestones, 土地出让: byMilestones, 土地收储: byMilestones },
};

export function lampRuleFor(rules: LampRules, projectClass: string | null | undefined): LampRule {
  if (!projectClass) return rules.default;
  // 市属重大预备 and the like: judged by milestones as 区属重点预备 is, until they have a rule of their own.
  const reserve = projectClass.endsWith("预备") ? rules.byClass.区属重点预备 : undefined;
  return rules.byClass[projectClass] ?? reserve ?? rules.default;
}
