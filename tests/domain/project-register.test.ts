import { describe, expect, it } from "vitest";
import { controlLines, ledgerTotal } from "../../src/domain/control.js";
import { codePrefix, kindOf, nextCode } from "../../src/domain/project-code.js";
import { closeNames, nameTaken } from "../../src/domain/project-names.js";
import { readControlWish } from "../../src/language/control-words.js";
import { readFieldWish } from "../../src/language/project-change.js";
import { readDay, readProjectSentence, readYuan } from "../../src/language/project-sentence.js";
import { readNodes, readSignWords } from "../../src/language/sign-sentence.js";

describe("编号", () => {
  it.each([
    ["S", ["S-01", "S-06", "R-09"], "S-07"],
    ["Q", [], "Q-01"],
    ["L", ["L-99"], "L-100"],
    // A number is never given twice: gaps stay.
    ["F", ["F-01", "F-03"], "F-04"],
  ])("%s after %s is %s", (prefix, codes, code) => {
    expect(nextCode(prefix, codes)).toBe(code);
  });

  it.each([
    ["武威路菜场改造", "区属重大", false, "公共设施", "F"],
    ["真南路（武威路-敦煌路）", "区属重大", false, "道路", "R"],
    ["武宁路快速化二期", "市属重大", false, "道路", "S"],
    ["707地块", "土地出让", false, "地块", "L"],
    ["轨交26号线", "市属重大", false, "轨道交通", "S"],
    ["桃浦广场", "区属重大", true, "社会投资", "F"],
    ["长征收储", "土地收储", false, "收储", "P"],
  ])("%s of %s", (name, projectClass, isSocial, kind, prefix) => {
    expect(kindOf(name, projectClass, isSocial)).toBe(kind);
    expect(codePrefix(projectClass, kind)).toBe(prefix);
  });
});

const projects = [
  { code: "S-06", name: "武宁路快速化", aliases: ["武宁路"] },
  { code: "R-01", name: "敦煌南路（真南路-金昌路）", aliases: ["敦煌南路"] },
  { code: "F-02", name: "加油站", aliases: [] },
];
const known = { projects, units: [{ name: "区发展改革委", aliases: ["发改委"] }], commands: ["滞后"] };

describe("a name", () => {
  it.each([
    ["武宁路", undefined, "已经是武宁路快速化（S-06）"],
    ["武宁路", "S-06", "已经是它的"],
    ["发改委", undefined, "是单位区发展改革委"],
    ["滞后", undefined, "命令"],
    ["区属重大", undefined, "项目类别"],
    ["路", undefined, "2到40个字"],
    ["3200万", undefined, "像个数"],
    ["65%", undefined, "像个数"],
  ])("%s", (name, own, words) => {
    expect(nameTaken(name, known, own)).toContain(words);
  });

  it("603 is a plot's name, and a new one is free", () => {
    expect(nameTaken("603", known)).toBeNull();
    expect(nameTaken("武威路菜场改造", known)).toBeNull();
  });

  it.each([
    ["武宁路快速化改造", ["武宁路快速化"]],
    ["敦煌南路", ["敦煌南路（真南路-金昌路）"]],
    ["真南路加油站", ["加油站"]],
    ["武威路菜场改造", []],
    ["金昌路", []],
  ])("%s comes near %s", (name, near) => {
    expect(closeNames(name, projects).map((one) => one.name)).toEqual(near);
  });
});

describe("a sentence", () => {
  it("names each field in its own words, in any order", () => {
    expect(
      readProjectSentence(
        "武威路菜场改造 区属重大 新增 总投资1.2亿 年度计划5000万 责任单位区建管委 政府投资",
      ),
    ).toEqual({
      fields: {
        name: "武威路菜场改造",
        class: "区属重大",
        nature: "新增",
        totalYuan: "1.2亿",
        planYuan: "5000万",
        unit: "区建管委",
        criterion: "政府投资",
      },
      left: [],
    });
    expect(
      readProjectSentence("政府投资，总投资：3亿，建设内容：道路、管线 1.2公里，责任单位是城投水务，曹杨泵站")
        .fields,
    ).toEqual({
      criterion: "政府投资",
      totalYuan: "3亿",
      content: "道路、管线 1.2公里",
      unit: "城投水务",
      name: "曹杨泵站",
    });
  });

  it.each([
    ["1.2亿", 120_000_000],
    ["5000万元", 50_000_000],
    ["8600.5万", 86_005_000],
    ["-1亿", null],
    ["约3亿", null],
    ["几个亿", null],
    ["12", null],
    ["1亿 2亿", null],
  ])("%s is %s 元", (said, yuan) => {
    expect(readYuan(said)).toBe(yuan);
  });

  it.each([
    ["2022年10月31日", "2022-10-31"],
    ["2023-06-30", "2023-06-30"],
    ["10月底", "2022-10-31"],
    ["2月30日", null],
    ["以后", null],
  ])("%s is %s", (said, day) => {
    expect(readDay(said, "2022-09-20")).toBe(day);
  });
});

describe("what is to be changed", () => {
  it.each([
    ["责任单位 区建管委", { field: "unit", value: "区建管委" }],
    ["的责任单位改成区建管委", { field: "unit", value: "区建管委" }],
    ["总投资从3亿调整为3.5亿，因为设计变更", { field: "totalYuan", value: "3.5亿", reason: "设计变更" }],
    ["加个别名 武宁快速", { field: "alias", value: "武宁快速" }],
    ["去掉别名 武宁快速", { field: "alias", value: "武宁快速", isRemoved: true }],
    ["建设内容：高架4公里 原因 批复", { field: "content", value: "高架4公里", reason: "批复" }],
    ["责任单位", { field: "unit", value: "" }],
    ["怎么样了", null],
  ])("%s", (said, wish) => {
    expect(readFieldWish(said)).toEqual(wish);
  });

  it("a 控制数 by class, figure and reason", () => {
    const classes = ["市属重大", "区属重大", "区属重点预备"];
    expect(readControlWish("区属重大 年度计划 127.9亿 原因 核定", classes)).toEqual({
      class: "区属重大",
      field: "yearYuan",
      value: 12_790_000_000,
      reason: "核定",
    });
    expect(readControlWish("区属重点预备 个数改为9个", classes)).toMatchObject({
      field: "projects",
      value: 9,
      reason: "",
    });
    expect(readControlWish("区属重大 待核 已核", classes)).toMatchObject({ field: "check", value: null });
    expect(readControlWish("区属重大 年度计划 很多", classes)).toHaveProperty("fault");
    expect(readControlWish("蓝色 年度计划 1亿", classes)).toHaveProperty("fault");
  });
});

describe("a signing", () => {
  it("by its labels", () => {
    expect(
      readSignWords("3.2亿 月度计划 5 10 100 签约单位 区建管委 签约日期 1月20日 节点 竣工验收 12月20日"),
    ).toEqual({
      plan: "3.2亿",
      curve: "5 10 100",
      unit: "区建管委",
      day: "1月20日",
      nodes: "竣工验收 12月20日",
    });
  });

  it("nodes one a line, or behind one another", () => {
    expect(readNodes("开工 2022年10月15日\n竣工验收：2023-06-30", "2022-09-20")).toEqual({
      nodes: { 开工: "2022-10-15", 竣工验收: "2023-06-30" },
    });
    expect(readNodes("", "2022-09-20")).toEqual({ nodes: {} });
    expect(readNodes("开工 早点", "2022-09-20")).toHaveProperty("fault");
  });
});

describe("控制数 beside the ledger", () => {
  const nothing = ledgerTotal([], 2022);

  it.each([
    [63, 17, "在册少46个"],
    [17, 17, "相符"],
    [16, 17, "在册多1个"],
  ])("%s planned, %s there", (planned, there, words) => {
    const [line] = controlLines({ class: "区属重大", projects: planned }, { ...nothing, projects: there });
    expect(line).toContain(words);
  });

  it("sums of money with how many they are of", () => {
    const total = { yuan: 1_500_000_000, of: 3 };
    expect(controlLines({ class: "x", totalYuan: 2_000_000_000 }, { ...nothing, total })).toEqual([
      "总投资 控制数20亿，在册3个有数，合计15亿，在册少5亿",
    ]);
    expect(controlLines({ class: "x", yearYuan: 100_000_000, approx: true }, nothing)).toEqual([
      "年度计划 控制数约1亿，在册的都还没有登记",
    ]);
    expect(controlLines({ class: "x", mu: 140 }, { ...nothing, mu: 98.5 })).toEqual([
      "收储面积 控制数140亩，已报98.5亩，在册少41.5亩",
    ]);
  });
});
