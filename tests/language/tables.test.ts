import { describe, expect, it } from "vitest";
import type { AskItem, Item } from "../../src/language/items.js";
import { titlesOf } from "../../src/language/read/two-row-heads.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (...lines: string[]): Item[] => understand(lines.join("\n"), { now: NOW, names: NAMES }).items;

describe("a head of two rows", () => {
  it("names each column by both", () => {
    const upper = ["", "", "投资情况（万元）", "", "", "形象进度", ""];
    const lower = ["项目", "责任单位", "年度计划", "本月完成", "累计完成", "本月", "累计"];
    expect(titlesOf(upper, lower, true)).toEqual({
      titles: [
        "项目",
        "责任单位",
        "年度计划投资（万元）",
        "本月完成投资（万元）",
        "累计完成投资（万元）",
        "",
        "形象进度",
      ],
      isSure: true,
    });
  });

  it("is not trusted when its rows do not fit each other", () => {
    const { titles, isSure } = titlesOf(["投资情况", "", "形象进度"], ["项目", "本月", "累计"], true);
    expect(isSure).toBe(false);
    expect(titles).toEqual(["", "", ""]);
  });
});

describe("a table of months without its unit", () => {
  const [item, ...more] = read("项目\t1月\t2月\t累计", "603\t10\t20\t30");

  it("is asked once for a row", () => {
    expect(item).toMatchObject({ intent: "ask", reason: "which-unit", project: "603地块" });
    expect(more).toEqual([]);
  });

  it("offers the units for all of it", () => {
    const { options = [] } = item as AskItem;
    expect(options.map(({ label }) => label)).toEqual(["单位是万元", "单位是亿元"]);
    expect(options[0]?.items).toMatchObject([
      { scope: "month", period: "2022-01", yuan: 100_000 },
      { scope: "month", period: "2022-02", yuan: 200_000 },
      { scope: "ytd", yuan: 300_000 },
    ]);
  });
});
