import { defaultLampRules, type LampRule, type LampRules } from "./lamp-rule.js";

/** Which thresholds are set anew. Null takes a threshold away; what is absent stays as it is. */
export interface Thresholds {
  /** 完成÷时序 in whole per cent */
  ratio?: Pair | null;
  /** 落后点数 */
  gap?: Pair | null;
  /** 节点逾期 in days */
  milestone?: LampRule["milestone"];
  /** 应开工未开工 in months */
  notStartedMonths?: number | null;
  /** 连续两月黄灯升红 */
  yellowTwiceIsRed?: boolean;
  /** 未报 of so many cycles is yellow */
  missedCyclesYellow?: number;
  /** the investment lamp is on from this data month */
  investmentFrom?: number;
}

interface Pair {
  yellow: number;
  red: number;
}

/** What the office wants changed: for a class, or for all. */
export interface RuleChange {
  /** 类别; without it all classes */
  class?: string;
  /** back to 规则 v1 */
  isReset?: true;
  set: Thresholds;
}

/** Why a threshold makes no sense, in a sentence; null when it does. */
export function ruleFault({ set }: RuleChange): string | null {
  const { ratio, gap, milestone, notStartedMonths, missedCyclesYellow, investmentFrom } = set;
  if (ratio) {
    if (!isWhole(ratio.yellow, 1, 100) || !isWhole(ratio.red, 1, 100))
      return "完成与时序之比请写1到100的整数，如“黄80 红60”。";
    if (ratio.red >= ratio.yellow)
      return `完成得越少灯越重，红灯的线要低于黄灯：现在黄${ratio.yellow}、红${ratio.red}，是不是写反了？`;
  }
  if (gap) {
    if (!isWhole(gap.yellow, 1, 100) || !isWhole(gap.red, 1, 100))
      return "落后点数请写1到100的整数，如“落后点数 黄10 红30”。";
    if (gap.red <= gap.yellow)
      return `落后得越多灯越重，红灯的点数要大于黄灯：现在黄${gap.yellow}、红${gap.red}，是不是写反了？`;
  }
  if (milestone) {
    const days = [milestone.yellow, milestone.orange, milestone.red].filter((day) => day !== undefined);
    if (days.some((day) => !isWhole(day, 1, 365))) return "节点逾期请写1到365的整天数，如“节点 红15”。";
    if (days.some((day, index) => index > 0 && day <= (days[index - 1] ?? 0)))
      return "逾期越久灯越重，天数要依次变大，如“节点 黄1 橙8 红15”。";
  }
  if (notStartedMonths && !isWhole(notStartedMonths, 1, 24)) return "应开工未开工请写1到24个月。";
  if (missedCyclesYellow !== undefined && !isWhole(missedCyclesYellow, 1, 12)) return "未报转黄请写1到12期。";
  if (investmentFrom !== undefined && !isWhole(investmentFrom, 1, 12)) return "投资灯起亮的月份请写1到12月。";
  return null;
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

/** The rules with the change made, under their new version. `classes`: all that there are. */
export function changedRules(rules: LampRules, change: RuleChange, version: number): LampRules {
  const name = `规则 v${version}`;
  const alter = (rule: LampRule, builtIn: LampRule): LampRule => ({
    ...altered(change.isReset ? builtIn : rule, change.set),
    version: name,
  });
  const { byClass, default: own } = asVersion(rules, version);
  const builtIn = (projectClass: string) =>
    defaultLampRules.byClass[projectClass] ?? defaultLampRules.default;
  if (change.class === undefined) {
    return {
      default: alter(own, defaultLampRules.default),
      byClass: Object.fromEntries(
        Object.entries(byClass).map(([each, rule]) => [each, alter(rule, builtIn(each))]),
      ),
    };
  }
  const before = byClass[change.class] ?? own;
  return { default: own, byClass: { ...byClass, [change.class]: alter(before, builtIn(change.class)) } };
}

/** The same rules as another version: to go back to them. */
export function asVersion({ default: own, byClass }: LampRules, version: number): LampRules {
  const named = (rule: LampRule): LampRule => ({ ...rule, version: `规则 v${version}` });
  return {
    default: named(own),
    byClass: Object.fromEntries(Object.entries(byClass).map(([each, rule]) => [each, named(rule)])),
  };
}

function altered(rule: LampRule, set: Thresholds): LampRule {
  const { ratio, gap, notStartedMonths, ...rest } = rule;
  const kept = <T>(wanted: T | null | undefined, had: T | undefined): T | undefined =>
    wanted === undefined ? had : (wanted ?? undefined);
  // Land is judged by the ratio alone: without it nothing would light its amounts.
  const nextRatio = set.ratio === null && !rule.investment ? ratio : kept(set.ratio, ratio);
  const nextGap = kept(set.gap, gap);
  const nextMonths = kept(set.notStartedMonths, notStartedMonths);
  return {
    ...rest,
    ...(nextRatio && { ratio: nextRatio }),
    ...(nextGap && { gap: nextGap }),
    ...(nextMonths !== undefined && { notStartedMonths: nextMonths }),
    ...(set.milestone && { milestone: set.milestone }),
    ...(set.yellowTwiceIsRed !== undefined && { yellowTwiceIsRed: set.yellowTwiceIsRed }),
    ...(set.missedCyclesYellow !== undefined && { missedCyclesYellow: set.missedCyclesYellow }),
    ...(set.investmentFrom !== undefined && { investmentFrom: set.investmentFrom }),
  };
}
