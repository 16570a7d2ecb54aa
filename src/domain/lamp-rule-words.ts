import { type LampRule, type LampRules, lampRuleFor } from "./lamp-rule.js";

/** A rule in plain words, a line for each of its lamps. */
export function ruleLines(rule: LampRule): string[] {
  const { ratio, gap, milestone, notStartedMonths } = rule;
  const due = rule.investment ? "时序" : "到期应完成";
  const yellow = [
    ratio ? `完成不足${due}的${ratio.yellow}%` : "",
    gap && rule.investment ? `落后${gap.yellow}个百分点及以上` : "",
  ].filter(Boolean);
  const red = [
    ratio ? `完成不足${due}的${ratio.red}%` : "",
    gap && rule.investment ? `落后超过${gap.red}个百分点` : "",
  ].filter(Boolean);
  const judged = rule.investment ? "投资、形象" : "亩数、资金";
  return [
    ...(yellow.length > 0
      ? [`${judged}：🟡 ${yellow.join("，或")}；🔴 ${red.join("，或")}`]
      : [`${judged}：不看`]),
    `节点：${[
      milestone.yellow === undefined ? "" : `🟡 逾期${milestone.yellow}天起`,
      milestone.orange === undefined ? "" : `橙 逾期${milestone.orange}天起（按黄灯计）`,
      `🔴 逾期${milestone.red}天起`,
      notStartedMonths === undefined ? "" : `应开工满${notStartedMonths}个月没开工`,
    ]
      .filter(Boolean)
      .join("，")}`,
    `未报：⚪ 灰灯，连续${rule.missedCyclesYellow}期未报 🟡`,
    rule.yellowTwiceIsRed ? "连续两月黄灯升 🔴（未报的月份不计）" : "连续两月黄灯不升红灯",
    rule.investment
      ? `投资灯自${rule.investmentFrom}月数据起亮，有自己月度计划的项目除外`
      : "不看投资进度，只看节点和数量",
  ];
}

/** Classes that are judged alike, with what they are judged by. */
export interface RuleGroup {
  classes: string[];
  rule: LampRule;
}

/** The classes that are judged alike together, in their own order. Whatever has no class goes by the default. */
export function ruleGroups(rules: LampRules, classes: readonly string[]): RuleGroup[] {
  const groups = new Map<string, RuleGroup>();
  for (const each of [...classes, "未归类"]) {
    const rule = lampRuleFor(rules, each);
    const words = ruleLines(rule).join("\n");
    const known = groups.get(words);
    if (known) known.classes.push(each);
    else groups.set(words, { classes: [each], rule });
  }
  return [...groups.values()];
}

/** What differs between two rules: the lines of the old that are gone, and the new ones. */
export function ruleDifference(was: LampRule, is: LampRule): { was: string[]; is: string[] } {
  const [before, after] = [ruleLines(was), ruleLines(is)];
  return {
    was: before.filter((line) => !after.includes(line)),
    is: after.filter((line) => !before.includes(line)),
  };
}

/** The same of all classes, in a sentence each: what the audit trail keeps. */
export function ruleDifferences(
  was: LampRules,
  is: LampRules,
  classes: readonly string[],
): { from: string; to: string } {
  const sides = [...classes, null].map((each) => ({
    name: each ?? "未归类",
    ...ruleDifference(lampRuleFor(was, each), lampRuleFor(is, each)),
  }));
  const words = (side: "was" | "is") =>
    [
      ...new Set(
        sides.flatMap((one) => (one[side].length > 0 ? [`${one.name}：${one[side].join("；")}`] : [])),
      ),
    ].join("\n");
  return { from: words("was"), to: words("is") };
}
