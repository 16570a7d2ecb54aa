import { describe, expect, it } from "vitest";
import { conditions, type Filter, fits, without } from "../../src/domain/filter.js";
import { fitsKind, kindIn } from "../../src/domain/filter-kind.js";
import { phaseOf, stageIn } from "../../src/domain/filter-stage.js";
import { addPart, readFilterWord } from "../../src/domain/filter-words.js";
import { type Figures, noFigures } from "../../src/domain/ledger-figures.js";
import type { Assessed } from "../../src/domain/portfolio.js";

const NAMES = {
  classes: ["市属重大", "区属重大", "区属重点预备", "土地出让", "土地收储"],
  units: [
    { name: "区建设管理委", aliases: ["区建管委", "建管委"] },
    { name: "区绿化市容局", aliases: ["绿容局"] },
    { name: "桃浦智创城公司", aliases: ["智创城公司", "智创城"] },
  ],
  kinds: ["道路", "轨道交通", "地块", "收储", "公共设施"],
  stages: ["工可批复", "推进"],
  sections: ["综合管理科"],
};

const parts = (word: string) => readFilterWord(word, NAMES).parts.map(({ key, value }) => `${key} ${value}`);

describe("words of a filter", () => {
  it.each([
    ["区属重大里亮红的", ["class 区属重大", "lamps red"]],
    ["建管委道路类", ["unit 区建设管理委", "kind 道路"]],
    ["前期阶段的项目有哪些", ["stage 前期"]],
    ["轨交项目情况", ["kind 轨道交通"]],
    ["区属在建的地块", ["class 区属重大", "stage 在建", "kind 地块"]],
    ["收储", ["class 土地收储"]],
    ["预备", ["class 区属重点预备"]],
    // A unit's own name holds 绿化, a class's 土地.
    ["区绿化市容局", ["unit 区绿化市容局"]],
    ["桃浦智创城公司红灯", ["unit 桃浦智创城公司", "lamps red"]],
    ["综合管理科未报", ["section 综合管理科", "lamps grey"]],
    ["工可批复", ["stage 工可批复"]],
    ["红", ["lamps red"]],
  ])("%s", (word, read) => {
    expect(parts(word)).toEqual(read);
    expect(readFilterWord(word, NAMES).left).toBe("");
  });

  it.each(["火星", "武宁路", "道路火星"])("%s: what is none of them is left over", (word) => {
    expect(readFilterWord(word, NAMES).left).not.toBe("");
  });

  it("a second value of one sort does not take the place of the first; lamps add up", () => {
    const filter: Filter = {};
    expect(addPart(filter, { key: "class", value: "区属重大" })).toBe(true);
    expect(addPart(filter, { key: "class", value: "区属重大" })).toBe(true);
    expect(addPart(filter, { key: "class", value: "市属重大" })).toBe(false);
    addPart(filter, { key: "lamps", value: "red" });
    addPart(filter, { key: "lamps", value: "yellow" });
    expect(filter).toEqual({ class: "区属重大", lamps: ["red", "yellow"] });
  });
});

describe("kinds", () => {
  it.each([
    ["道路", { kind: "道路", name: "武南路" }, true],
    ["道路", { kind: "轨道交通", name: "14号线" }, false],
    ["隧道", { kind: "道路", name: "祁安路下穿隧道" }, true],
    ["绿地", { kind: "公共设施", name: "中央绿地" }, true],
    ["绿地", { kind: "公共设施", name: "中央绿地排水泵站" }, false],
    ["公共设施", { kind: "公共设施", name: "加油站" }, true],
    ["学校", { kind: "公共设施", name: "桃浦中学" }, true],
  ])("%s: %o %s", (say, project, fitting) => {
    expect(fitsKind(say, project)).toBe(fitting);
  });

  it("the first named counts", () => {
    expect(kindIn("轨交和道路", [])?.say).toBe("轨道交通");
    expect(kindIn("公共设施类", ["公共设施"])?.say).toBe("公共设施");
    expect(kindIn("天气", ["公共设施"])).toBeUndefined();
  });
});

describe("stages", () => {
  const stamp = { entry: 1, saidAt: 0 };
  const percent = (value: number) => ({ percent: { ...stamp, value, dataMonth: "2022-08" } });
  const nodes = (milestones: Figures["milestones"]) => ({ milestones });
  const planned = { ...stamp, planned: "2022-10-15" };
  const done = { ...stamp, done: "2022-06-13" };
  it.each([
    ["nothing known", {}, "前期"],
    ["a day of 开工 to come, groundwork done", { ...percent(11), ...nodes({ 开工: planned }) }, "前期"],
    ["开工 done", nodes({ 开工: done }), "在建"],
    ["形象 without a day of 开工", percent(60), "在建"],
    ["90%", { ...percent(90), ...nodes({ 开工: done }) }, "收尾"],
    ["竣工验收 planned", { ...percent(95), ...nodes({ 竣工验收: planned }) }, "收尾"],
    ["竣工验收 done", { ...percent(100), ...nodes({ 竣工验收: done }) }, "建成"],
    ["试运行 is not yet use", { ...percent(96), ...nodes({ 试运行: done }) }, "收尾"],
  ] as const)("%s", (_, figures, phase) => {
    expect(phaseOf({ stage: "推进" }, { ...noFigures, ...figures })).toBe(phase);
  });

  it.each([
    ["还没开工的", "前期"],
    ["已经开工的", "在建"],
    ["已竣工的", "建成"],
    ["收尾的", "收尾"],
  ])("%s: %s", (words, say) => {
    expect(stageIn(words, [])?.say).toBe(say);
  });
});

describe("a filter", () => {
  const one = {
    project: {
      code: "R-01",
      name: "敦煌南路",
      class: "区属重大",
      unit: "甲",
      kind: "道路",
      stage: "工可批复",
    },
    figures: noFigures,
    lamp: { lamp: "red" },
  } as unknown as Assessed;

  it.each<[Filter, boolean]>([
    [{}, true],
    [{ class: "区属重大", kind: "道路", lamps: ["red"], stage: "前期", unit: "甲", codes: ["R-01"] }, true],
    [{ stage: "工可批复" }, true],
    [{ class: "市属重大" }, false],
    [{ lamps: ["yellow", "green"] }, false],
    [{ codes: [] }, false],
    [{ stage: "在建" }, false],
  ])("%o: %s", (filter, fitting) => {
    expect(fits(filter, one)).toBe(fitting);
  });

  it("is said in one order, and each condition may be dropped", () => {
    const filter: Filter = { lamps: ["red"], kind: "道路", class: "区属重大" };
    expect(conditions(filter).map(({ say }) => say)).toEqual(["区属重大", "道路", "红灯"]);
    expect(without(filter, "kind")).toEqual({ lamps: ["red"], class: "区属重大" });
  });
});
