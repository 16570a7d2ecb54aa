import { describe, expect, test } from "vitest";
import { lampOf } from "../../src/domain/lamp.js";
import { august, done, earlier, even, type Row, v1 } from "./lamp-helpers.js";
import { wan } from "./ledger-helpers.js";

const investment: Row[] = [
  [
    "敦煌南路",
    { ...done(10200), milestones: [{ name: "开工", planned: "2022-09-08" }], ...earlier("red") },
    "red",
    "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点 | 节点逾12天（开工） | 连续2月",
  ],
  ["on time", done(21400), "green", "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点"],
  ["exactly on time", even(80000), "green", "年度12亿 完成8亿 66.7% 时序66.7% 持平"],
  [
    "ratio exactly 0.8, but 13.3 points",
    even(64000),
    "yellow",
    "年度12亿 完成6.4亿 53.3% 时序66.7% 差13.3点",
  ],
  ["gap exactly 10 points", even(68000), "yellow", "年度12亿 完成6.8亿 56.7% 时序66.7% 差10点"],
  ["a 万 less than 10 points", even(68001), "green", "年度12亿 完成6.8亿 56.7% 时序66.7% 差9.999点"],
  ["a 万 more than 10 points", even(67999), "yellow", "年度12亿 完成6.8亿 56.7% 时序66.7% 差10.001点"],
  ["ratio exactly 0.6, 26.7 points", even(48000), "yellow", "年度12亿 完成4.8亿 40% 时序66.7% 差26.7点"],
  ["a 万 below ratio 0.6", even(47999), "red", "年度12亿 完成4.8亿 40% 时序66.7% 差26.7点"],
  ["nothing done", done(0), "red", "年度3.2亿 完成0元 0% 时序66.7% 差66.7点"],
  ["more than the year's plan", done(40000), "green", "年度3.2亿 完成4亿 125% 时序66.7% 快58.3点"],
  [
    "ratio exactly 0.8 in March, 5 points",
    { ...even(24000), month: "2022-03", ytd: { yuan: wan(24000), period: "2022-03" } },
    "green",
    "年度12亿 完成2.4亿 20% 时序25% 差5点",
  ],
  [
    "a 万 below ratio 0.8 in March",
    { ...even(23999), month: "2022-03", ytd: { yuan: wan(23999), period: "2022-03" } },
    "yellow",
    "年度12亿 完成2.4亿 20% 时序25% 差5点",
  ],
  [
    "gap exactly 30 points in December, ratio 0.7",
    { month: "2022-12", plan: { yuan: wan(1000) }, lastReported: "2022-12", ...done(700, "2022-12") },
    "yellow",
    "年度1000万 完成700万 70% 时序100% 差30点",
  ],
  [
    "a little more than 30 points in December",
    { month: "2022-12", plan: { yuan: wan(10000) }, lastReported: "2022-12", ...done(6999, "2022-12") },
    "red",
    "年度1亿 完成6999万 70% 时序100% 差30.01点",
  ],
  [
    "65.22% at the end of June",
    { month: "2022-06", plan: { yuan: wan(10000) }, ...done(6522, "2022-06") },
    "green",
    "年度1亿 完成6522万 65.2% 时序50% 快15.2点",
  ],
  [
    "a figure of the running month is held against that month's own end",
    done(21400, "2022-09"),
    "green",
    "年度3.2亿 完成2.14亿（9月） 66.9% 时序75% 差8.1点",
  ],
  [
    "a month more of work makes nobody look on time: 62.5% − 75%, as late as 56.7% − 66.7%",
    { ...done(20000, "2022-09"), atClose: wan(18130) },
    "yellow",
    "年度3.2亿 完成2亿（9月） 62.5% 时序75% 差12.5点",
  ],
  [
    "who has caught up is on time at once: 75% at the end of September",
    { ...done(24000, "2022-09"), atClose: wan(17000) },
    "green",
    "年度3.2亿 完成2.4亿（9月） 75% 时序75% 持平",
  ],
  [
    "who reports early is not late for it: 62.5% of August stands beside 63% of a September half over",
    { ...done(20160, "2022-09"), atClose: wan(20000) },
    "green",
    "年度3.2亿 完成2亿（9月已报63%） 62.5% 时序66.7% 差4.2点",
  ],
  [
    "年度完成率 alone",
    { completion: { value: 31.9, period: "2022-08" } },
    "red",
    "年度3.2亿 完成31.9% 时序66.7% 差34.8点",
  ],
  [
    "年度完成率 for the month and an older 累计",
    { ...done(9000, "2022-07"), completion: { value: 70, period: "2022-08" } },
    "green",
    "年度3.2亿 完成70% 时序66.7% 快3.3点",
  ],
  [
    "an older 年度完成率 does not stand above 累计",
    { ...done(21400), completion: { value: 20, period: "2022-06" } },
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点",
  ],
  [
    "10^13 元 of plan",
    { plan: { yuan: 1e13 }, ytd: { yuan: 5e12, period: "2022-08" } },
    "yellow",
    "年度100000亿 完成50000亿 50% 时序66.7% 差16.7点",
  ],
];

const shapedYear: Row[] = [
  ["February: the lamp is off", { month: "2022-02", ...done(0, "2022-02") }, "green", ""],
  [
    "March: it is on",
    { month: "2022-03", ...done(100, "2022-03"), lastReported: "2022-03" },
    "red",
    "年度3.2亿 完成100万 0.3% 时序25% 差24.7点",
  ],
  [
    "February with its own curve: it is on",
    {
      month: "2022-02",
      ...done(100, "2022-02"),
      plan: { yuan: wan(32000), curve: { percent: [5, 10, 15, 20, 30, 40, 50, 60, 70, 80, 90, 100] } },
    },
    "red",
    "年度3.2亿 完成100万 0.3% 时序10% 差9.7点",
  ],
  [
    "own curve: late in the year",
    {
      ...done(9000),
      plan: { yuan: wan(32000), curve: { percent: [0, 1, 3, 6, 10, 15, 22, 30, 36, 55, 78, 100] } },
    },
    "green",
    "年度3.2亿 完成9000万 28.1% 时序30% 差1.9点",
  ],
  [
    "own curve in 元",
    { ...done(9000), plan: { yuan: wan(32000), curve: { yuan: Array(12).fill(wan(16000)) } } },
    "red",
    "年度3.2亿 完成9000万 28.1% 时序50% 差21.9点",
  ],
  [
    "a start in October, nothing reported of money",
    { plan: { yuan: wan(32000), startMonth: 10 } },
    "green",
    "",
  ],
  [
    "a start in October, seen in October",
    {
      month: "2022-10",
      lastReported: "2022-10",
      ...done(7000, "2022-10"),
      plan: { yuan: wan(30000), startMonth: 10 },
    },
    "yellow",
    "年度3亿 完成7000万 23.3% 时序33.3% 差10点",
  ],
  ["no plan", { plan: { yuan: 0 } }, "green", ""],
];

describe("the investment lamp of 规则 v1", () => {
  test.each([...investment, ...shapedYear])("%s", (_, input, lamp, reason) => {
    const result = lampOf({ ...august, ...input }, v1);
    expect([result.lamp, result.reason]).toEqual([lamp, reason]);
  });
});
