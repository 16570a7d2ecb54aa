import { describe, expect, test } from "vitest";
import { type LampInput, lampOf } from "../../src/domain/lamp.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import { defaultLampRules, type LampRule, lampRuleFor } from "../../src/domain/lamp-rule.js";
import { changedRules } from "../../src/domain/lamp-rule-change.js";
import { RULE_PRESETS } from "../../src/domain/lamp-rule-presets.js";
import { august, done, earlier, even, late, v1 } from "./lamp-helpers.js";

const { ratio: _ratio, gap: _gap, notStartedMonths: _months, ...rest } = v1;
/** without any threshold */
const plain: LampRule = { ...rest, yellowTwiceIsRed: false, milestone: { red: 9999 } };

/** The published rules as the office takes them over, alone: 武汉, 银川, 三亚, 新晃 and the enterprises' for milestones. */
function published(name: string): LampRule {
  const preset = RULE_PRESETS.find((each) => each.name === name);
  if (!preset) throw new Error(`no preset ${name}`);
  const { default: rule } = changedRules({ default: plain, byClass: {} }, { set: preset.set }, 2);
  return { ...rule, version: name };
}
const [wuhan, yinchuan, sanya, xinhuang, enterprise] = [
  published("武汉"),
  published("银川"),
  published("三亚"),
  published("新晃"),
  published("企业节点"),
] as const;

describe("the rules of other places", () => {
  test.each<[LampRule, number, LampColour]>([
    // 武汉: <80% of what is due (8亿) yellow, <60% red
    [wuhan, 64000, "green"],
    [wuhan, 63999, "yellow"],
    [wuhan, 48000, "yellow"],
    [wuhan, 47999, "red"],
    // 银川: 10 to 30 points behind 66.7% yellow, more red
    [yinchuan, 68001, "green"],
    [yinchuan, 68000, "yellow"],
    [yinchuan, 44000, "yellow"],
    [yinchuan, 43999, "red"],
    // 三亚: up to 50% below what is due yellow, more red
    [sanya, 80000, "green"],
    [sanya, 79999, "yellow"],
    [sanya, 40000, "yellow"],
    [sanya, 39999, "red"],
    // 新晃: <80% yellow, <60% red
    [xinhuang, 64000, "green"],
    [xinhuang, 63999, "yellow"],
    [xinhuang, 48000, "yellow"],
    [xinhuang, 47999, "red"],
    // the enterprises' rule looks at milestones alone
    [enterprise, 0, "green"],
  ])("$version: of 12亿 at the end of August %d万", (rule, amount, lamp) => {
    expect(lampOf({ ...august, ...even(amount) }, rule).lamp).toBe(lamp);
  });

  test.each<[string, LampColour, string]>([
    ["2022-09-20", "green", ""],
    ["2022-09-19", "yellow", " | 节点逾1天（工规证）"],
    ["2022-09-13", "yellow", " | 节点逾7天（工规证）"],
    ["2022-09-12", "yellow", " | 节点逾8天（工规证） 橙"],
    ["2022-09-06", "yellow", " | 节点逾14天（工规证） 橙"],
    ["2022-09-05", "red", " | 节点逾15天（工规证）"],
  ])("企业: a milestone of %s", (planned, lamp, text) => {
    const result = lampOf({ ...august, ...late(planned) }, enterprise);
    expect([result.lamp, result.reason.replace(/^年度.*?点/, "")]).toEqual([lamp, text]);
  });

  test("without 应开工未开工 and yellow twice in the rule", () => {
    expect(lampOf({ ...august, ...late("2022-06-20", "开工") }, wuhan).lamp).toBe("green");
    expect(lampOf({ ...august, ...even(60000), ...earlier("yellow") }, wuhan).lamp).toBe("yellow");
  });

  test("应开工未开工 alone", () => {
    const rule = { ...wuhan, notStartedMonths: 3 };
    expect(lampOf({ ...august, ...late("2022-06-20", "开工") }, rule).lamp).toBe("red");
    expect(lampOf({ ...august, ...late("2022-06-21", "开工") }, rule).lamp).toBe("green");
  });

  /** 区推进办's own rule (domain: the default), the lamp's colour at each of its edges. */
  test.each<[string, Partial<LampInput>, LampColour]>([
    [
      "投资灯 before the end of March: off",
      { month: "2022-02", ...done(0, "2022-02"), lastReported: "2022-02" },
      "green",
    ],
    ["at the end of March: on", { month: "2022-03", ...done(0, "2022-03"), lastReported: "2022-03" }, "red"],
    [
      "before, with a curve of its own: on",
      {
        month: "2022-01",
        ...done(0, "2022-01"),
        lastReported: "2022-01",
        plan: { yuan: 320_000_000, curve: { percent: [5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100] } },
      },
      "red",
    ],
    ["未报 once is grey, never green", { ...done(21400, "2022-07"), lastReported: "2022-07" }, "grey"],
    ["未报 twice is yellow", { ...done(21400, "2022-06"), lastReported: "2022-06" }, "yellow"],
    [
      "a project that starts in October is not red in August",
      { plan: { yuan: 320_000_000, startMonth: 10 } },
      "green",
    ],
    ["yellow twice running is red", { ...done(17000), ...earlier("yellow") }, "red"],
    ["a grey month does not count", { ...done(17000), ...earlier("grey", "yellow") }, "red"],
    ["a green one does", { ...done(17000), ...earlier("green", "yellow") }, "yellow"],
    ["应开工未开工 for 3 months", late("2022-06-20", "开工"), "red"],
    ["a milestone 15 days late", late("2022-09-05"), "red"],
    ["14 days late", late("2022-09-06"), "green"],
  ])("区推进办: %s", (_, input, lamp) => {
    expect(lampOf({ ...august, ...input }, v1).lamp).toBe(lamp);
  });

  /** 预备, 出让, 收储: by milestones, 亩 and amounts, whatever the money. */
  test.each(["区属重点预备", "土地出让", "土地收储", "市属重大预备"])(
    "%s is not judged by its money",
    (each) => {
      const rule = lampRuleFor(defaultLampRules, each);
      expect(lampOf({ ...august, ...done(0) }, rule).lamp).toBe("green");
      expect(lampOf({ ...august, ...late("2022-09-05", "挂牌") }, rule).lamp).toBe("red");
    },
  );
});
