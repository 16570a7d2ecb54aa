import { describe, expect, it } from "vitest";
import type { AskItem, Item } from "../../src/language/items.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string): Item[] => understand(text, { now: NOW, names: NAMES }).items;

describe("a line with a head of its own", () => {
  it.each([
    "曹杨新村更新：形象进度60%",
    "3、曹杨新村更新：形象进度66%",
    "真如副中心站 44%",
    "上海西站改造 累计3000万",
    "曹杨路改造300万",
    "长风生态园 35%",
    "铜川路小学 44%",
    "长风生态商务区：形象进度35%",
  ])("says nothing of the project above it: %s", (line) => {
    const [above, asked, below, ...more] = read(`养老院：形象进度61%\n${line}\n603地块：形象进度9%`);
    expect(above).toMatchObject({ project: "高端养老院", value: 61 });
    expect(asked).toMatchObject({ intent: "ask", reason: "which-project" });
    expect(asked).not.toHaveProperty("project");
    expect(asked).not.toHaveProperty("candidates");
    expect(below).toMatchObject({ project: "603地块", value: 9 });
    expect(more).toEqual([]);
  });

  it.each(["桩基 80%", "幕墙工程 12%", "1号楼：形象进度70%", "形象进度：65%", "累计完成：1.2亿"])(
    "is one of the project's own when it names a part or a measure: %s",
    (line) => {
      expect(read(`新金环65%\n${line}`)[1]).toMatchObject({ intent: "report", project: "新金环88广场" });
    },
  );

  it("is of the title above it when that says nothing else", () => {
    expect(read("武宁路\n苗圃 44%")).toMatchObject([{ reason: "which-measure", project: "武宁路快速化" }]);
  });
});

describe("a figure that is not there yet", () => {
  it.each(["武宁路形象进度66%还没到", "武宁路累计完成1.1.2亿"])("has no button: %s", (text) => {
    const [item, ...more] = read(text);
    expect(item).toMatchObject({ intent: "ask", reason: "how-much", project: "武宁路快速化" });
    expect(item).not.toHaveProperty("options");
    expect(more).toEqual([]);
  });

  it("is offered as of now when it was last month's", () => {
    const [item] = read("加油站上个月形象进度43%");
    expect((item as AskItem).options?.map(({ label }) => label)).toEqual(["现在是43%"]);
  });
});
