import { describe, expect, test } from "vitest";
import { defaultLampRules, lampRuleFor } from "../../src/domain/lamp-rule.js";
import { asVersion, changedRules, type RuleChange, ruleFault } from "../../src/domain/lamp-rule-change.js";
import { RULE_PRESETS } from "../../src/domain/lamp-rule-presets.js";
import { ruleGroups, ruleLines } from "../../src/domain/lamp-rule-words.js";

const CLASSES = ["市属重大", "区属重大", "区属重点预备", "土地出让", "土地收储"];

describe("thresholds that make no sense", () => {
  test.each<[RuleChange["set"], string | null]>([
    [{ ratio: { yellow: 80, red: 60 } }, null],
    [{ ratio: { yellow: 100, red: 50 } }, null],
    [{ ratio: { yellow: 60, red: 80 } }, "写反"],
    [{ ratio: { yellow: 80, red: 80 } }, "写反"],
    [{ ratio: { yellow: 101, red: 60 } }, "1到100"],
    [{ ratio: { yellow: 80, red: 0 } }, "1到100"],
    [{ ratio: { yellow: 80.5, red: 60 } }, "整数"],
    [{ gap: { yellow: 10, red: 30 } }, null],
    [{ gap: { yellow: 30, red: 10 } }, "写反"],
    [{ gap: { yellow: 10, red: 10 } }, "写反"],
    [{ milestone: { red: 15 } }, null],
    [{ milestone: { yellow: 1, orange: 8, red: 15 } }, null],
    [{ milestone: { yellow: 8, orange: 8, red: 15 } }, "依次变大"],
    [{ milestone: { yellow: 15, red: 15 } }, "依次变大"],
    [{ milestone: { red: 400 } }, "365"],
    [{ notStartedMonths: 3 }, null],
    [{ notStartedMonths: null }, null],
    [{ notStartedMonths: 30 }, "24"],
    [{ missedCyclesYellow: 0 }, "12期"],
    [{ investmentFrom: 13 }, "12月"],
    [{ ratio: null, gap: null }, null],
  ])("%o", (set, fault) => {
    const found = ruleFault({ set });
    if (fault === null) expect(found).toBeNull();
    else expect(found).toContain(fault);
  });
});

describe("a change", () => {
  test("of one class leaves the others as they are, but under the new version", () => {
    const rules = changedRules(
      defaultLampRules,
      { class: "区属重大", set: { ratio: { yellow: 90, red: 80 } } },
      2,
    );
    expect(CLASSES.map((each) => lampRuleFor(rules, each).ratio?.red)).toEqual([60, 80, 60, 60, 60]);
    expect(new Set([...CLASSES, null].map((each) => lampRuleFor(rules, each).version))).toEqual(
      new Set(["规则 v2"]),
    );
  });

  test("of all reaches those with rules of their own, and who has no class", () => {
    const first = changedRules(defaultLampRules, { class: "区属重大", set: { milestone: { red: 30 } } }, 2);
    const rules = changedRules(first, { set: { milestone: { red: 20 } } }, 3);
    expect([...CLASSES, null].map((each) => lampRuleFor(rules, each).milestone.red)).toEqual([
      20, 20, 20, 20, 20, 20,
    ]);
    expect(lampRuleFor(rules, "土地出让").investment).toBe(false);
  });

  test("back to the default, of one class or of all", () => {
    const changed = changedRules(defaultLampRules, { set: { gap: null, ratio: { yellow: 50, red: 20 } } }, 2);
    const one = changedRules(changed, { class: "市属重大", isReset: true, set: {} }, 3);
    expect(lampRuleFor(one, "市属重大").gap).toEqual({ yellow: 10, red: 30 });
    expect(lampRuleFor(one, "区属重大").gap).toBeUndefined();
    expect(changedRules(changed, { isReset: true, set: {} }, 3)).toEqual(asVersion(defaultLampRules, 3));
  });

  test("land keeps its ratio when a rule by points alone is taken over", () => {
    const rules = changedRules(defaultLampRules, { set: { ratio: null, gap: { yellow: 10, red: 30 } } }, 2);
    expect(CLASSES.map((each) => lampRuleFor(rules, each).ratio !== undefined)).toEqual([
      false,
      false,
      true,
      true,
      true,
    ]);
  });

  test("a reserve class of another kind goes by milestones too", () => {
    expect(lampRuleFor(defaultLampRules, "市属重大预备").investment).toBe(false);
  });
});

describe("in plain words", () => {
  test("classes that are judged alike stand together", () => {
    expect(ruleGroups(defaultLampRules, CLASSES).map(({ classes }) => classes)).toEqual([
      ["市属重大", "区属重大", "未归类"],
      ["区属重点预备", "土地出让", "土地收储"],
    ]);
  });

  test.each<[string, string]>([
    ["武汉", "投资、形象：🟡 完成不足时序的80%；🔴 完成不足时序的60%"],
    ["银川", "投资、形象：🟡 落后10个百分点及以上；🔴 落后超过30个百分点"],
    ["三亚", "投资、形象：🟡 完成不足时序的100%；🔴 完成不足时序的50%"],
    ["新晃", "投资、形象：🟡 完成不足时序的80%；🔴 完成不足时序的60%"],
    ["企业节点", "节点：🟡 逾期1天起，橙 逾期8天起（按黄灯计），🔴 逾期15天起，应开工满3个月没开工"],
  ])("套用 %s", (name, line) => {
    const preset = RULE_PRESETS.find((each) => each.name === name);
    const rules = changedRules(defaultLampRules, { set: preset?.set ?? {} }, 2);
    expect(ruleLines(rules.default)).toContain(line);
  });

  test("a rule without thresholds says that too", () => {
    const rules = changedRules(
      defaultLampRules,
      { set: { ratio: null, gap: null, yellowTwiceIsRed: false, notStartedMonths: null } },
      2,
    );
    expect(ruleLines(rules.default)).toEqual([
      "投资、形象：不看",
      "节点：🔴 逾期15天起",
      "未报：⚪ 灰灯，连续2期未报 🟡",
      "连续两月黄灯不升红灯",
      "投资灯自3月数据起亮，有自己月度计划的项目除外",
    ]);
  });
});
