import { describe, expect, test } from "vitest";
import { lampOf } from "../../src/domain/lamp.js";
import {
  august,
  byMilestones,
  done,
  earlier,
  late,
  type Row,
  unheard,
  v1,
  YELLOW,
  yellow,
} from "./lamp-helpers.js";
import { wan } from "./ledger-helpers.js";

const others: Row[] = [
  ["milestone today", late("2022-09-20"), "green", "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点"],
  [
    "milestone 1 day late",
    late("2022-09-19"),
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾1天（工规证）",
  ],
  [
    "milestone 14 days late",
    late("2022-09-06"),
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾14天（工规证）",
  ],
  [
    "milestone 15 days late",
    late("2022-09-05"),
    "red",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾15天（工规证）",
  ],
  [
    "a milestone done late is no longer late",
    { ...done(21400), milestones: [{ name: "开工", planned: "2022-03-31", done: "2022-06-30" }] },
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点",
  ],
  [
    "a milestone without a day",
    { ...done(21400), milestones: [{ name: "开工" }] },
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点",
  ],
  [
    "the latest of several",
    {
      ...done(21400),
      milestones: [
        { name: "施工图", planned: "2022-09-15" },
        { name: "工规证", planned: "2022-08-31" },
      ],
    },
    "red",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾20天（工规证等2项）",
  ],
  [
    "应开工未开工 three months",
    late("2022-06-20", "开工"),
    "red",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾92天（开工） 应开工未开工满3个月",
  ],
  [
    "a day less than three months",
    late("2022-06-21", "开工"),
    "red",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 节点逾91天（开工）",
  ],
  [
    "形象 on time",
    { ...done(21400), percent: 65, plannedPercent: 70 },
    "green",
    "年度3.2亿 完成2.14亿 66.9% 时序66.7% 快0.2点 | 形象65% 计划70% 差5点",
  ],
  [
    "形象 exactly 10 points",
    { plan: { yuan: 0 }, percent: 60, plannedPercent: 70 },
    "yellow",
    "形象60% 计划70% 差10点",
  ],
  [
    "形象 far behind",
    { plan: { yuan: 0 }, percent: 35, plannedPercent: 70 },
    "red",
    "形象35% 计划70% 差35点",
  ],
  ["形象 planned and not reported", { plan: { yuan: 0 }, plannedPercent: 70 }, "grey", "形象进度未报"],
  ["形象 without a plan of its own", { plan: { yuan: 0 }, percent: 5 }, "green", ""],
  [
    "形象 yellow and 投资 red: the worst wins",
    { ...done(10200), percent: 60, plannedPercent: 70 },
    "red",
    "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点 | 形象60% 计划70% 差10点",
  ],
];

const silence: Row[] = [
  ["August not reported", unheard("2022-07"), "grey", "8月未报"],
  ["August not reported, far behind in July", unheard("2022-07", done(100, "2022-07")), "grey", "8月未报"],
  ["July and August not reported", unheard("2022-06"), "yellow", "7月至8月未报"],
  [
    "three months not reported, yellow the month before",
    { ...unheard("2022-05"), ...earlier("yellow", "grey") },
    "red",
    "6月至8月未报 | 连续2月",
  ],
  ["nothing ever reported", { firstMonth: "2022-08", lastReported: "2021-12" }, "grey", "8月未报"],
  [
    "counted from July on, never reported",
    { firstMonth: "2022-07", lastReported: "2021-12" },
    "yellow",
    "7月至8月未报",
  ],
  ["reported, but not its money", done(9000, "2022-07"), "grey", "8月投资未报"],
  ["reported, but not its money twice", done(9000, "2022-06"), "yellow", "7月至8月投资未报"],
  ["money of last year is none", done(90000, "2021-12"), "yellow", "1月至8月投资未报"],
  [
    "not reported, and a milestone 20 days late",
    unheard("2022-07", { milestones: [{ name: "开工", planned: "2022-08-31" }] }),
    "red",
    "节点逾20天（开工） | 8月未报",
  ],
];

const running: Row[] = [
  ["yellow for the first time", yellow, "yellow", YELLOW],
  ["yellow after green", { ...yellow, ...earlier("green", "yellow") }, "yellow", YELLOW],
  ["yellow twice running", { ...yellow, ...earlier("yellow") }, "red", `${YELLOW} | 连续2月`],
  ["yellow, grey, yellow", { ...yellow, ...earlier("grey", "yellow") }, "red", `${YELLOW} | 连续2月`],
  ["three yellow", { ...yellow, ...earlier("yellow", "yellow") }, "red", `${YELLOW} | 连续3月`],
  ["yellow after red has become better", { ...yellow, ...earlier("red") }, "yellow", `${YELLOW} | 连续2月`],
  [
    "a lamp of a later month is not looked at",
    { ...yellow, earlier: { "2022-09": "yellow" } },
    "yellow",
    YELLOW,
  ],
  ["grey after yellow", { ...unheard("2022-07"), ...earlier("yellow") }, "grey", "8月未报"],
];

/** 预备, 土地出让, 土地收储 */
const plots: Row[] = [
  ["a plot is not judged by its money", done(0), "green", ""],
  [
    "a plot's milestone 15 days late",
    { milestones: [{ name: "挂牌", planned: "2022-09-05" }] },
    "red",
    "节点逾15天（挂牌）",
  ],
  ["a plot's milestone to come", { milestones: [{ name: "挂牌", planned: "2022-11-30" }] }, "green", ""],
  ["亩 enough", { amounts: [{ name: "收储", unit: "亩", done: 72, due: 90 }] }, "green", "收储72亩 应90亩"],
  [
    "亩 below 80%",
    { amounts: [{ name: "收储", unit: "亩", done: 71.9, due: 90 }] },
    "yellow",
    "收储71.9亩 应90亩",
  ],
  ["亩 below 60%", { amounts: [{ name: "收储", unit: "亩", done: 35, due: 90 }] }, "red", "收储35亩 应90亩"],
  [
    "收储资金",
    { amounts: [{ name: "资金", unit: "元", done: wan(75000), due: wan(80000) }] },
    "green",
    "资金7.5亿 应8亿",
  ],
  ["亩 not reported", { amounts: [{ name: "收储", unit: "亩", due: 90 }] }, "grey", "收储未报 应90亩"],
  ["nothing due of it yet", { amounts: [{ name: "收储", unit: "亩", due: 0 }] }, "green", ""],
];

describe("the other lamps of 规则 v1", () => {
  test.each([...others, ...silence, ...running])("%s", (_, input, lamp, reason) => {
    const result = lampOf({ ...august, ...input }, v1);
    expect([result.lamp, result.reason]).toEqual([lamp, reason]);
  });

  test.each(plots)("%s", (_, input, lamp, reason) => {
    const result = lampOf({ ...august, ...input }, byMilestones);
    expect([result.lamp, result.reason]).toEqual([lamp, reason]);
  });
});
