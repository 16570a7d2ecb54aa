import { describe, expect, it } from "vitest";
import type { Item } from "../../src/language/items.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string): Item[] => understand(text, { now: NOW, names: NAMES }).items;

describe("a figure called wrong", () => {
  it.each(["武宁路 70% 是不对的", "武宁路70%不对", "武宁路70%有误", "武宁路累计1亿是错的"])(
    "is not the right one: %s",
    (text) => {
      expect(read(text)).toMatchObject([{ intent: "ask", reason: "how-much", project: "武宁路快速化" }]);
    },
  );

  it.each(["武宁路70%不对，是65%", "武宁路70%错了，应该是65%"])("gives way to the other: %s", (text) => {
    expect(read(text)).toMatchObject([{ intent: "correct", measure: "percent", value: 65 }]);
  });
});

describe("what was denied", () => {
  it.each([
    "不是603，是606",
    "是606，不是603",
    "603报错了，应该是606",
    "把603改成606",
    "不是603 65%，是606 65%",
  ])("is the project: %s", (text) => {
    expect(read(text)).toMatchObject([
      { intent: "correct", measure: "project", project: "606地块", denied: "603地块" },
    ]);
  });

  it("is left out when it was not named", () => {
    const [item] = read("写错项目了，应该是606");
    expect(item).toMatchObject({ intent: "correct", project: "606地块" });
    expect(item).not.toHaveProperty("denied");
  });

  it.each([
    ["不是65%，是60%", { value: 60, deniedValue: 65 }],
    ["是60%，不是65%", { value: 60, deniedValue: 65 }],
    ["65%不对，是60%", { value: 60, deniedValue: 65 }],
    ["65%，不对，是60%", { value: 60, deniedValue: 65 }],
    ["65%。说错了，应该是60%", { value: 60, deniedValue: 65 }],
    ["700万，不对，是750万", { yuan: 7_500_000, deniedYuan: 7_000_000 }],
    ["别记成65%，是60%", { value: 60, deniedValue: 65 }],
    ["不要写成3200万，是3500万", { yuan: 35_000_000, deniedYuan: 32_000_000 }],
    ["刚才的65%改成60%", { value: 60, deniedValue: 65 }],
    ["把60%写成65%了", { value: 60, deniedValue: 65 }],
    ["不是3200万是3500万", { yuan: 35_000_000, deniedYuan: 32_000_000 }],
    ["不是累计1.02亿，是1.2亿", { scope: "ytd", yuan: 120_000_000, deniedYuan: 102_000_000 }],
  ])("is the figure: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "correct", ...expected }]);
  });

  it.each(["刚才说错了，是65%", "不是1亿，是65%"])("is no figure of the same kind: %s", (text) => {
    const [item] = read(text);
    expect(item).toMatchObject({ intent: "correct", measure: "percent", value: 65 });
    expect(item).not.toHaveProperty("deniedValue");
    expect(item).not.toHaveProperty("deniedYuan");
  });

  it("is asked for when both project and figure change", () => {
    expect(read("不是武宁路65%，是新金环60%")).toMatchObject([{ intent: "ask", project: "新金环88广场" }]);
  });
});

describe("what is taken back in the same breath", () => {
  it.each([
    ["武宁路累计700万，不对，是750万", [{ scope: "ytd", yuan: 7_500_000 }]],
    ["武宁路累计700万，不对，是本月750万", [{ scope: "month", yuan: 7_500_000, period: "2022-09" }]],
    ["武宁路65%，说错了，60%", [{ measure: "percent", value: 60 }]],
    ["武宁路65%……哦不，56%", [{ measure: "percent", value: 56 }]],
    ["武宁路百分之六十五哦不百分之六十", [{ measure: "percent", value: 60 }]],
    ["武宁路8月完成3200万，说错了，是7月", [{ yuan: 32_000_000, period: "2022-07" }]],
    ["武宁路10月底开工，不对，是11月底", [{ milestone: "开工", date: "2022-11-30" }]],
    ["603 65%，哦不，606", [{ project: "606地块", value: 65 }]],
    ["603 65%，不对，是606 70%", [{ project: "606地块", value: 70 }]],
    ["武宁路65%，新金环70%，不对，60%", [{ value: 65 }, { project: "新金环88广场", value: 60 }]],
  ])("is not kept: %s", (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it("stays in the words that are kept of it", () => {
    expect(read("武宁路累计700万，不对，是750万")).toMatchObject([
      { text: "武宁路累计700万，不对，是750万" },
    ]);
  });

  it.each([
    ["武宁路累计700万，错了，是750", "which-unit"],
    ["武宁路65%，不对", "how-much"],
    ["65%……哦不，56%", "which-project"],
  ])("leaves a question where the rest is unclear: %s", (text, reason) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason }]);
  });

  it("loses nothing when it is unclear what was taken back", () => {
    expect(read("武宁路65%，新金环70%，不对，武宁路60%")).toMatchObject([
      { intent: "ask", reason: "how-much", project: "武宁路快速化" },
      { intent: "report", project: "新金环88广场", value: 70 },
    ]);
  });

  it("is nothing where the word only sounds like it", () => {
    expect(read("武宁路65%，桩基不对称施工完成30%")).toMatchObject([{ value: 65 }, { value: 30 }]);
  });
});

describe("a correction that leaves something open", () => {
  it.each([
    ["不是8月是7月", "which-date"],
    ["不是累计，是本月", "which-scope"],
    ["不是形象进度，是完成率", "which-measure"],
    ["65%是桩基的，不是整体", "which-measure"],
  ])("%s asks %s", (text, reason) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason }]);
  });

  it.each([
    ["刚才的65%是新金环的", { measure: "project", project: "新金环88广场" }],
    ["武宁路改成能源站", { measure: "project", project: "分布式能源站", denied: "武宁路快速化" }],
    ["万写成亿了", { measure: "unit", meant: "万", written: "亿" }],
  ])("and one that leaves nothing open: %s", (text, expected) => {
    expect(read(text)).toMatchObject([{ intent: "correct", ...expected }]);
  });

  it("is of the project that was replied to", () => {
    const follow = "武宁路快速化";
    expect(understand("65%，不对，是60%", { now: NOW, names: NAMES, follow }).items).toMatchObject([
      { intent: "report", project: follow, value: 60 },
    ]);
  });

  it.each(["删除武宁路", "武宁路删了", "把武宁路这个项目删掉"])("is no whole project: %s", (text) => {
    expect(read(text)).toEqual([{ intent: "none" }]);
  });

  it("does not take an entry of another day for the last one", () => {
    expect(read("昨天报的武宁路65%撤掉")).toMatchObject([
      { intent: "ask", options: [{ label: "撤销上一条", items: [{ intent: "undo" }] }] },
    ]);
  });
});
