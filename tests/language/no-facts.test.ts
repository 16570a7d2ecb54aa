import { describe, expect, it } from "vitest";
import type { AskItem, Item } from "../../src/language/items.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string): Item[] => understand(text, { now: NOW, names: NAMES }).items;
const labels = (text: string) => (read(text)[0] as AskItem).options?.map(({ label }) => label);
const facts = (text: string) =>
  read(text).filter(
    (item) => item.intent === "report" || (item.intent === "milestone" && item.status === "done"),
  );

describe("a month that has not come yet", () => {
  it.each([
    ["武宁路12月累计1.02亿", ["截至2021年12月累计 1.02亿", "本年累计 1.02亿"]],
    ["武宁路截至12月底累计完成1.02亿", ["截至2021年12月累计 1.02亿", "本年累计 1.02亿"]],
    ["武宁路10月完成3200万", ["2021年10月完成 3200万", "9月完成 3200万", "本年累计 3200万"]],
    ["武宁路今年12月累计1.02亿", ["本年累计 1.02亿"]],
  ])("is asked for: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason: "which-date" }]);
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ["武宁路8月累计1.02亿", { scope: "ytd", period: "2022-08" }],
    ["武宁路9月完成3200万", { scope: "month", period: "2022-09" }],
    ["武宁路1月完成3200万", { scope: "month", period: "2022-01" }],
    ["武宁路去年12月完成3200万", { scope: "month", period: "2021-12" }],
  ])("is none in %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "report", ...expected }]);
  });
});

describe("a figure without its unit", () => {
  it.each([
    ["武宁路6月完成三千二", ["6月完成 3200万", "截至6月累计 3200万"]],
    ["武宁路6月完成3200", ["6月完成 3200万", "截至6月累计 3200万"]],
    ["武宁路6月累计3200", ["截至6月累计 3200万"]],
  ])("is asked for in the month that was named: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason: "which-unit" }]);
    expect(labels(text)).toEqual(expected);
  });
});

describe("hopes, guesses and plans", () => {
  it.each([
    "武宁路要是65%就好了",
    "武宁路要是10月能开工就好了",
    "武宁路预计年底完成80%",
    "武宁路计划形象进度90%",
    "武宁路下周完成到70%",
    "武宁路快竣工了吧",
    "武宁路应该开工了吧",
    "武宁路估计有65%了",
    "武宁路应该有65%了吧",
    "武宁路可能65%",
    "武宁路计划累计完成1.02亿",
    "如果资金到位武宁路就能开工",
    "武宁路是不是65%了",
    "武宁路桩基做完了吧",
  ])("are no facts: %s", (text) => {
    expect(facts(text)).toEqual([]);
  });

  it.each([
    ["武宁路争取月底开工", "2022-09-30"],
    ["武宁路希望年底通车", "2022-12-31"],
  ])("may be a planned day: %s", (text, date) => {
    expect(read(text)).toMatchObject([{ intent: "milestone", status: "planned", date }]);
  });

  it("offer a guess to be confirmed", () => {
    expect(read("武宁路估计65%")).toMatchObject([{ intent: "ask", reason: "how-much", options: [{}] }]);
    expect(labels("武宁路估计65%")).toEqual(["形象进度 65%"]);
  });

  it.each(["约", "大概", "近", "差不多有"])("%s is no guess but a rounding", (word) => {
    expect(read(`武宁路累计${word}8000万`)[0]).toMatchObject(
      word === "差不多有" ? { intent: "ask", reason: "how-much" } : { yuan: 80_000_000, approx: true },
    );
  });
});

describe("a promise about a problem", () => {
  it.each([
    ["#17 明天能解决", { action: "update", number: 17, due: "2022-09-21" }],
    ["#19 争取10月底解决", { action: "update", number: 19, due: "2022-10-31" }],
    ["#16 已经解决", { action: "resolve", number: 16 }],
  ])("is no news of its end: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "problem", ...expected }]);
  });
});

describe("a percentage beside a month", () => {
  it.each(["武宁路8月累计完成1.02亿，进度68%", "武宁路9月进度68%", "8月：武宁路68%", "武宁路截至8月底68%"])(
    "is taken as current: %s",
    (text) => {
      expect(read(text).at(-1)).toMatchObject({ intent: "report", measure: "percent", value: 68 });
    },
  );

  it.each(["武宁路7月累计完成1.02亿，进度68%", "武宁路6月形象进度68%", "6月：武宁路68%", "武宁路12月底68%"])(
    "is asked for: %s",
    (text) => {
      expect(read(text).at(-1)).toMatchObject({ intent: "ask", reason: "which-date" });
    },
  );

  it("is of now when the sentence says so", () => {
    expect(read("武宁路3月开工，目前65%").at(-1)).toMatchObject({ measure: "percent", value: 65 });
    expect(read("武宁路7月累计完成1.02亿，目前进度68%").at(-1)).toMatchObject({
      measure: "percent",
      value: 68,
    });
  });
});

describe("a figure that is denied", () => {
  it.each(["武宁路没完成3000万", "武宁路别记成65%", "武宁路不到65%", "武宁路还没有到1亿", "武宁路不是65%"])(
    "is asked for: %s",
    (text) => {
      expect(read(text)).toMatchObject([{ intent: "ask", reason: "how-much", project: "武宁路快速化" }]);
    },
  );

  it.each(["武宁路没那么多，才60%", "武宁路不到65%，才60%"])("gives way to the right one: %s", (text) => {
    expect(read(text)).toMatchObject([{ intent: "report", measure: "percent", value: 60 }]);
  });

  it("gives way to the right sum", () => {
    expect(read("武宁路累计不到1亿，累计才9000万")).toMatchObject([{ scope: "ytd", yuan: 90_000_000 }]);
  });
});

describe("a share of the plan", () => {
  it.each(["武宁路累计5千万，占计划90%", "武宁路累计5千万，占计划的90%", "武宁路累计5千万，占年度计划90%"])(
    "is the year's completion: %s",
    (text) => {
      expect(read(text)).toMatchObject([{ measure: "investment" }, { measure: "completion", value: 90 }]);
    },
  );

  it("is asked for without a sum before it", () => {
    expect(read("武宁路桩基完成50根，占计划90%").at(-1)).toMatchObject({
      intent: "ask",
      reason: "which-measure",
    });
  });
});

describe("what happens today or stands still", () => {
  it.each([
    ["武宁路今天完成桩基", { intent: "milestone", milestone: "桩基", status: "done", date: "2022-09-20" }],
    ["武宁路今晚要完成桩基", { intent: "milestone", status: "planned", date: "2022-09-20" }],
    ["武宁路 钢箱梁已运抵现场", { intent: "report", measure: "note", note: "钢箱梁已运抵现场" }],
    ["武宁路停工了", { intent: "problem", action: "open" }],
    ["武宁路因疫情停工", { intent: "problem", action: "open" }],
    [
      "敦煌南路开工节点推迟到11月底",
      { intent: "milestone", milestone: "开工", status: "planned", date: "2022-11-30", precision: "month" },
    ],
  ])("%s", (text, expected) => {
    expect(read(text)).toMatchObject([expected]);
  });
});

describe("a question about a part of several names", () => {
  it.each([
    ["外环咋样了", "status"],
    ["查 外环", "status"],
    ["外环谁负责", "owner"],
    ["外环什么时候开工", "milestones"],
  ])("%s asks which, each button being the question: %s", (text, about) => {
    const [ask] = read(text) as AskItem[];
    expect(ask).toMatchObject({ intent: "ask", reason: "which-project" });
    expect(ask?.options?.map(({ items }) => items)).toMatchObject([
      [{ intent: "query", about, project: "外环普陀段抬升" }],
      [{ intent: "query", about, project: "金昌路外环立交" }],
      [{ intent: "query", about, project: "外环生态公园带桃浦段" }],
    ]);
  });
});

describe("an impossible figure", () => {
  it.each([
    ["武宁路形象进度120%", "over-100"],
    ["武宁路-5%", "negative"],
    ["武宁路累计-3200万", "negative"],
    ["刚才说错了，是120%", "over-100"],
  ])("%s: %s", (text, why) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason: "how-much", why, text }]);
  });
});
