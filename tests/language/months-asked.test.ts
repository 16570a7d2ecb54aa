import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const project = "武宁路快速化";

describe("a question with a month", () => {
  it.each([
    ["6月的进度是多少", { about: "as-of", date: "2022-06-30" }],
    ["武宁路上个月多少", { about: "as-of", project, date: "2022-08-31" }],
    ["武宁路7月呢", { about: "as-of", project, date: "2022-07-31" }],
    ["武宁路6月底是多少", { about: "as-of", project, date: "2022-06-30" }],
    ["8月份武宁路报的多少", { about: "as-of", project, date: "2022-08-31" }],
    ["武宁路8月的形象进度报的是几", { about: "as-of", project, date: "2022-08-31" }],
    ["武宁路去年12月的数据是多少", { about: "as-of", project, date: "2021-12-31" }],
    ["查一下7月的进度", { about: "as-of", date: "2022-07-31" }],
    ["上个月的进度发我看看", { about: "as-of", date: "2022-08-31" }],
    ["上月投资完成了几个亿", { about: "as-of", date: "2022-08-31" }],
    ["能看看6月的数据吗", { about: "as-of", date: "2022-06-30" }],
    ["武宁路这个月完成多少", { about: "status", project }],
    ["武宁路6月比7月多多少", { about: "compare", project }],
    ["这个月要开工的有哪些", { about: "milestones", from: "2022-09-01", to: "2022-09-30" }],
    ["下个月开工的有哪些项目", { about: "milestones", from: "2022-10-01", to: "2022-10-31" }],
  ])("is answered, not asked back: %s", (text, expected) => {
    expect(understand(text, { now: NOW, names: NAMES }).items).toMatchObject([
      { intent: "query", ...expected },
    ]);
  });
});
