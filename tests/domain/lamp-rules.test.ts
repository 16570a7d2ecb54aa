import { describe, expect, test } from "vitest";
import { lampOf } from "../../src/domain/lamp.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import type { LampRule } from "../../src/domain/lamp-rule.js";
import { august, earlier, even, late, v1 } from "./lamp-helpers.js";

const { ratio: _ratio, gap: _gap, notStartedMonths: _months, ...rest } = v1;
/** without any threshold */
const plain: LampRule = { ...rest, yellowTwiceIsRed: false, milestone: { red: 9999 } };

/** Published rules of other places, as values. */
const wuhan: LampRule = { ...plain, version: "武汉", ratio: { yellow: 80, red: 60 } };
const yinchuan: LampRule = { ...plain, version: "银川", gap: { yellow: 10, red: 30 } };
const sanya: LampRule = { ...plain, version: "三亚", ratio: { yellow: 100, red: 50 } };
const xinhuang: LampRule = { ...plain, version: "新晃", ratio: { yellow: 80, red: 60 } };
const enterprise: LampRule = { ...plain, version: "企业", milestone: { yellow: 1, orange: 8, red: 15 } };

describe("the rules of other places", () => {
  test.each<[LampRule, number, LampColour]>([
    [wuhan, 64000, "green"],
    [wuhan, 63999, "yellow"],
    [wuhan, 48000, "yellow"],
    [wuhan, 47999, "red"],
    [yinchuan, 68001, "green"],
    [yinchuan, 68000, "yellow"],
    [yinchuan, 44000, "yellow"],
    [yinchuan, 43999, "red"],
    [sanya, 80000, "green"],
    [sanya, 79999, "yellow"],
    [sanya, 40000, "yellow"],
    [sanya, 39999, "red"],
    [xinhuang, 64000, "green"],
    [xinhuang, 63999, "yellow"],
    [xinhuang, 47999, "red"],
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
});
