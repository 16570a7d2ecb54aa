import { describe, expect, test } from "vitest";
import { reportLamp } from "../../src/domain/lamp-report.js";
import { defaultLampRules } from "../../src/domain/lamp-rule.js";
import { owesReport } from "../../src/domain/reported.js";

/** Given up on 20 September, back on 12 December. */
const project = { firstMonth: "2022-03", gaps: [{ from: "2022-09", to: "2022-11" }] };

describe("months in which a project was out", () => {
  test.each([
    ["2022-02", false],
    ["2022-03", true],
    ["2022-08", true],
    ["2022-09", false],
    ["2022-11", false],
    ["2022-12", true],
  ])("a report for %s is owed: %s", (month, isOwed) => {
    expect(owesReport(project, month)).toBe(isOwed);
  });

  // Two missed cycles are yellow: what was out is no cycle, what came before and after it is.
  test.each([
    ["2022-11", "2022-08", "off", "已报"],
    ["2022-12", "2022-08", "grey", "12月未报"],
    ["2023-01", "2022-08", "yellow", "12月至1月未报"],
    ["2022-12", "2022-07", "yellow", "8月至12月未报"],
  ])("closed %s, last reported for %s: %s", (month, last, colour, words) => {
    const lamp = reportLamp(month, last, project, defaultLampRules.default);
    expect(lamp.colour).toBe(colour);
    expect(lamp.detail).toContain(words);
  });
});
