import { describe, expect, it } from "vitest";
import { sumsLeftOut } from "../../src/language/left-out.js";
import { readProjectSentence } from "../../src/language/project-sentence.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const WUNING = "武宁路快速化";
const read = (text: string, follow?: string) =>
  understand(text, { now: NOW, names: NAMES, ...(follow ? { follow } : {}) }).items;

describe("another project than the one before", () => {
  it.each([
    "我们还有个岚皋路项目，累计1200万",
    "还有一个项目，累计1200万",
    "另外一个项目形象50%",
    "岚皋路项目累计1200万",
    "隔壁区的项目累计2亿了，形象都50%了",
    "静安区的项目累计2亿",
    "别人的项目都50%了",
  ])("%s", (text) => {
    const items = read(text, WUNING);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) expect(item).toMatchObject({ intent: "ask", reason: "which-project" });
  });

  it.each([
    ["我们项目形象进度65%", { measure: "percent", value: 65 }],
    ["还有个问题，管线没迁", { intent: "problem", action: "open" }],
    ["这个项目本年累计1.2亿", { measure: "investment", scope: "ytd", yuan: 120_000_000 }],
  ])("%s is of the one before", (text, wanted) => {
    expect(read(text, WUNING)).toMatchObject([{ project: WUNING, ...wanted }]);
  });

  it("新增一个项目叫… goes to 新增项目, with what it says", () => {
    const said = "新增一个项目叫常德路改造，区属重大，区建管委负责，今年计划8000万";
    expect(understand(said, { now: NOW, names: NAMES, follow: WUNING }).wish?.name).toBe("新增项目");
    expect(readProjectSentence(said).fields).toMatchObject({
      name: "常德路改造",
      class: "区属重大",
      unit: "区建管委",
      planYuan: "8000万",
    });
  });
});

describe("a part that the sentence begins with", () => {
  it.each([
    ["敦煌南路的征收，还剩5户，进度95%", "征收"],
    ["皋兰山路的管线搬迁，进度90%", "管线搬迁"],
    ["武宁路征收，累计完成95%", "征收"],
    ["武宁路的土建，进度80%", "土建"],
  ])("%s is of %s, and no problem", (text, part) => {
    const items = read(text);
    expect(items.filter(({ intent }) => intent === "problem")).toEqual([]);
    expect(items.filter((item) => "measure" in item && item.measure === "percent")).toMatchObject([{ part }]);
  });

  it("beside 形象进度 it is asked which", () => {
    expect(read("武宁路的征收，形象进度95%")).toMatchObject([{ intent: "ask", reason: "which-measure" }]);
    const [whole] = read("武宁路的征收，总体形象进度95%");
    expect(whole).toMatchObject({ measure: "percent", value: 95 });
    expect(whole).not.toHaveProperty("part");
  });
});

describe("what a problem is about", () => {
  it.each([
    ["武宁路卡在资金，需要区财政局拨付2300万，10月底前", "区财政局", "2022-10-31", "拨付2300万"],
    ["武宁路卡在资金，区财政局牵头，10月底前解决", "区财政局", "2022-10-31", "卡在资金"],
    ["养老院有个事：钢筋又断供了，请区商务委12月底前协调", "区商务委", "2022-12-31", "钢筋又断供了"],
  ])("%s", (text, lead, due, what) => {
    expect(read(text)).toMatchObject([
      { intent: "problem", action: "open", lead, due, what: expect.stringContaining(what) },
    ]);
  });

  it("a sum that is done is none that is asked for", () => {
    expect(read("武宁路卡在资金，累计完成1.2亿")).toMatchObject([
      { intent: "problem", what: "卡在资金" },
      { measure: "investment", scope: "ytd", yuan: 120_000_000 },
    ]);
  });

  it.each(["武宁路剩余2户签约1户", "武宁路余3户签约2户"])("%s is progress", (text) => {
    expect(read(text)).toMatchObject([{ intent: "report", measure: "note" }]);
  });

  it.each(["武宁路还剩3户没签约", "武宁路还剩2户未签"])("%s hinders", (text) => {
    expect(read(text)).toMatchObject([{ intent: "problem", action: "open" }]);
  });
});

describe("figures that cannot be taken as they stand", () => {
  it.each(["武宁路累计1,3200万", "武宁路累计1。31亿", "武宁路形象6。5%"])("%s: how much?", (text) => {
    expect(read(text)).toMatchObject([{ intent: "ask", reason: "how-much", project: WUNING }]);
  });

  it.each([
    ["武宁路累计13,200万", 132_000_000],
    ["武宁路累计1.31亿。31日开会", 131_000_000],
  ])("%s is well written", (text, yuan) => {
    expect(read(text)).toMatchObject([{ scope: "ytd", yuan }]);
  });

  it("完成70%投资: of the works, or of the plan?", () => {
    expect(read("武宁路完成70%投资")).toMatchObject([{ intent: "ask", reason: "which-measure" }]);
    expect(read("武宁路完成年度投资70%")).toMatchObject([{ measure: "completion", value: 70 }]);
  });

  it("溢价 is no 形象进度", () => {
    expect(read("溢价10%", "利欧地块")).toEqual([{ intent: "none" }]);
  });
});

describe("notes", () => {
  it("lose their label", () => {
    expect(read("武宁路 进展：钢箱梁首批到场")).toMatchObject([{ note: "钢箱梁首批到场" }]);
  });

  it("sums beside a note that are not kept are told", () => {
    const text = "武宁路钢箱梁首批到场，已支付预付款叁仟万元，总造价5.6亿";
    expect(sumsLeftOut(text, read(text))).toEqual(["已支付预付款叁仟万元", "总造价5.6亿"]);
    const kept = "武宁路钢箱梁首批到场，累计1.2亿";
    expect(sumsLeftOut(kept, read(kept))).toEqual([]);
    expect(sumsLeftOut("武宁路总造价5.6亿", read("武宁路总造价5.6亿"))).toEqual([]);
  });
});
