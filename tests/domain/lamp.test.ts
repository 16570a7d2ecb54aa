import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lampOf, lampSign } from "../../src/domain/lamp.js";
import { defaultLampRules, lampRuleFor } from "../../src/domain/lamp-rule.js";
import { august, done, earlier, v1, YELLOW, yellow } from "./lamp-helpers.js";

describe("a project's lamps", () => {
  test("a project never heard of and with nothing due is grey, not green", () => {
    const { lastReported: _, ...unheardOf } = august;
    const result = lampOf({ ...unheardOf, firstMonth: "2022-09", plan: { yuan: 0 } }, v1);
    expect([result.lamp, result.reason]).toEqual(["grey", ""]);
    expect(result.why.at(-1)).toBe("－ 填报：首报9月，未到期");
  });

  test("before its first month nothing was reported, so no milestone ahead makes it green", () => {
    const { lastReported: _, ...unheardOf } = august;
    const ahead = { firstMonth: "2022-09", milestones: [{ name: "开工", planned: "2022-12-31" }] };
    expect(lampOf({ ...unheardOf, ...ahead, plan: { yuan: 0 } }, v1).lamp).toBe("grey");
    expect(lampOf({ ...august, ...ahead, plan: { yuan: 0 }, lastReported: "2022-05" }, v1).lamp).toBe("grey");
    expect(lampOf({ ...august, ...ahead, plan: { yuan: 0 }, lastReported: "2022-08" }, v1).lamp).toBe(
      "green",
    );
  });

  test("yellow twice running keeps its own colour for the months to come", () => {
    const result = lampOf({ ...august, ...yellow, ...earlier("yellow") }, v1);
    expect([result.lamp, result.base, result.running]).toEqual(["red", "yellow", 2]);
  });

  test("why: every part with its arithmetic and the threshold, under the rule's version", () => {
    const result = lampOf({ ...august, ...yellow, ...earlier("yellow") }, v1);
    expect(result.version).toBe("规则 v1");
    expect(result.why).toEqual([
      `🟡 投资：${YELLOW}（时序8÷12）；差达到10点，为应完成的79.7%，不足80%`,
      "－ 形象：无形象进度计划",
      "－ 节点：无计划节点",
      "－ 数量：无到期数量",
      "－ 填报：已报",
      "🔴 连续两月黄灯（未报月份不计），升为红灯",
    ]);
  });

  test("the signs", () => {
    expect((["red", "yellow", "green", "grey"] as const).map(lampSign).join("")).toBe("🔴🟡🟢⚪");
  });

  test("预备 and land have their own rule, what has no class the default", () => {
    const judged = ["区属重点预备", "土地出让", "土地收储", "区属重大", null].map(
      (each) => lampRuleFor(defaultLampRules, each).investment,
    );
    expect(judged).toEqual([false, false, false, true, true]);
  });

  test("more done never makes a lamp worse", () => {
    const rank = { green: 0, grey: 1, yellow: 2, red: 3 };
    const amount = fc.nat(40_000);
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 3, max: 12 }), (one, other, number) => {
        const month = `2022-${String(number).padStart(2, "0")}`;
        const lamp = (each: number) =>
          rank[lampOf({ ...august, month, lastReported: month, ...done(each, month) }, v1).lamp];
        expect(lamp(Math.max(one, other))).toBeLessThanOrEqual(lamp(Math.min(one, other)));
      }),
    );
  });

  test("10,000 projects in the time of a blink", () => {
    const input = {
      ...august,
      ...yellow,
      ...earlier("yellow"),
      milestones: [{ name: "开工", planned: "2022-09-08" }],
    };
    for (let i = 0; i < 1000; i++) lampOf(input, v1);
    const start = performance.now();
    for (let i = 0; i < 10_000; i++) lampOf(input, v1);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
