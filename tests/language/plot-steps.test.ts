import { expect, it } from "vitest";
import { plotStepNamed, readPlotStep } from "../../src/language/read/plot-steps.js";

const TODAY = "2022-09-20";

it.each([
  ["控规已批复", "控规", "done", "2022-09-20"],
  ["控规9月15日批复", "控规", "done", "2022-09-15"],
  ["控规 通过 9/20", "控规", "done", "2022-09-20"],
  ["控规 通过 10/20", "控规", "planned", "2022-10-20"],
  ["控规计划10月15日批复", "控规", "planned", "2022-10-15"],
  ["年内控规批复", "控规", "planned", "2022-12-31"],
  ["双认定完成9月28日", "双认定", "planned", "2022-09-28"],
  ["双认定批复上周五拿到了", "双认定", "done", "2022-09-16"],
  ["土壤污染调查通过", "土壤污染调查", "done", "2022-09-20"],
  ["土壤和地下水污染调查9月15日通过", "污染调查", "done", "2022-09-15"],
  ["污染治理10月底完成", "污染治理", "planned", "2022-10-31"],
  ["地下水治理已完成", "地下水污染治理", "done", "2022-09-20"],
  ["净地移交了", "净地移交", "done", "2022-09-20"],
  ["净地 通过 9/18 沪土储(2022)5号", "净地移交", "done", "2022-09-18"],
  ["腾地已完成", "腾地", "done", "2022-09-20"],
])("%s", (words, milestone, status, date) => {
  expect(readPlotStep(words, TODAY)).toMatchObject({ milestone, status, date });
});

it.each([
  "控规调整正在公示",
  "控规调整草案公示期满",
  "控规未批",
  "控规批复后启动出让",
  "等控规批复",
  "控规批了吗",
  "土壤治理完成90%",
  "土壤治理没完成",
  "地下水补充调查已进场",
  "控规10月批复11月批复",
  "控规",
  "土壤污染治理方案已批复",
  "地下水治理招标完成",
  "武宁路累计完成1.02亿",
])("%s tells of no step for certain", (words) => {
  expect(readPlotStep(words, TODAY)).toBeUndefined();
});

it("土地污染 without more is soil and groundwater", () => {
  expect(plotStepNamed("土地污染调查")).toBe("污染调查");
  expect(plotStepNamed("土壤污染（含地下水）修复")).toBe("污染治理");
});
