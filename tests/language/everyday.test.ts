import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string) => understand(text, { now: NOW, names: NAMES }).items;

/** Messages that were once read wrongly, and what they say. */
describe("everyday messages", () => {
  it.each([
    // The day that follows holds, also from the clause behind.
    ["606原定9月底开工，推迟到10月15号", [{ milestone: "开工", status: "planned", date: "2022-10-15" }]],
    ["606本来说9月底开工，现在推到10月15号", [{ milestone: "开工", date: "2022-10-15" }]],
    [
      "606开工9月底，封顶推到10月15号",
      [
        { milestone: "开工", date: "2022-09-30" },
        { milestone: "结构封顶", date: "2022-10-15" },
      ],
    ],
    // The numbers of a list are no figures.
    [
      "武宁路：1、形象进度69%；2、8月完成3100万元；3、存在问题：无",
      [
        { measure: "percent", value: 69 },
        { measure: "investment", scope: "month", yuan: 31_000_000, period: "2022-08" },
      ],
    ],
    ["武宁路本来65%，现在67%", [{ value: 67 }]],
    ["武宁路本月计划完成3000万，实际完成2800万", [{ scope: "month", yuan: 28_000_000, period: "2022-09" }]],
    ["603的进度麻烦记一下，46%", [{ intent: "report", value: 46 }]],
  ])("report: %s", (text, expected) => {
    const items = read(text);
    expect(items).toMatchObject(expected);
    expect(items).toHaveLength(expected.length);
  });

  it.each([
    "武宁路听施工队讲有70%",
    "武宁路应该能到70%吧",
    "武宁路要是天气好的话月底能到75%",
    "武宁路快一半了",
    "武宁路快60%了",
    "603大概四十六七",
  ])("are no fact: %s", (text) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason: "how-much" }]);
  });

  it.each([
    ["武宁路地下有根老电缆，电力公司一直不来迁", {}],
    ["606征收还有两户谈不拢，请征收中心抓紧", { lead: "区房屋征收中心" }],
    ["能源站图纸审图没通过，要重新报", {}],
    ["武宁路因天气原因停工两天", {}],
    ["新金环幕墙厂家供货跟不上，影响封顶", {}],
  ])("tell of a problem: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "problem", action: "open", ...expected }]);
  });

  it("tell how far a problem is, where 进展 is no question", () => {
    expect(read("#5进展：已和电力公司约好周四碰头")).toMatchObject([{ action: "update", number: 5 }]);
    expect(read("#5进展")).toMatchObject([{ intent: "query", about: "problems", number: 5 }]);
  });

  it.each([
    ["66%，不是65%", { intent: "correct", value: 66, deniedValue: 65 }],
    ["累计应该是1.2亿，刚才少写了个0", { intent: "correct", scope: "ytd", yuan: 120_000_000 }],
    ["刚才多了个零，应该是320万", { intent: "correct", yuan: 3_200_000 }],
    ["写成606了，应该603", { intent: "correct", project: "603地块", denied: "606地块" }],
    ["把刚才那条撤了", { intent: "undo" }],
    ["报错了，撤销", { intent: "undo" }],
    ["撤回上一条谢谢", { intent: "undo" }],
    ["武宁路灯是什么颜色", { intent: "query", about: "status" }],
    ["武宁路现在红的还是绿的", { intent: "query", about: "status" }],
    ["武宁路比上个月快了多少", { intent: "query", about: "compare" }],
    ["市属的怎么样了", { intent: "query", about: "overview", class: "市属重大" }],
    ["这个季度有什么要验收的吗", { intent: "query", about: "milestones" }],
    ["土地收储收了多少亩了", { intent: "query", about: "totals", class: "土地收储" }],
    ["武宁路你去过吗", { intent: "none" }],
    ["我没报错吧", { intent: "none" }],
    ["603的电费这个月3万2", { intent: "none" }],
    ["能源站下午报进度", { intent: "none" }],
    ["武宁路桩基验收的会改到明天", { intent: "none" }],
    ["武宁路进度款申请了800万", { intent: "none" }],
    ["#8 还没解决，请再延一周", { intent: "problem", action: "extend", number: 8 }],
    ["603还是45%没动", { intent: "report", measure: "percent", value: 45 }],
  ])("are known: %s", (text, expected) => {
    expect(read(text)).toMatchObject([expected]);
  });
});
