import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("解释", async () => {
  const office = await Office.open();
  const { li, zhang, store } = office;

  it("shows how a sentence is read, and writes nothing", async () => {
    const before = await store.read.ledger.latest("S-06", 50);
    await li
      .says("解释 武宁路累计完成约1.02亿，形象进度65%")
      .gets("本年累计投资 约1.02亿", "形象进度 65%", "没有记账");
    expect(await store.read.ledger.latest("S-06", 50)).toEqual(before);
  });

  it.each([
    ["武宁路主体10月底封顶", "节点 结构封顶 计划 2022-10-31"],
    ["武宁路和603都报30%", "603地块　形象进度 30%"],
    ["武宁路完成3200", "要问　什么单位"],
    ["#12 已解决", "问题已解决　#12"],
    ["刚才说错了，是65%", "更正上一条　形象进度　→ 65%"],
    ["撤销", "读成 撤销"],
    ["武宁路为什么滞后", "问　为什么　武宁路快速化"],
    ["你好", "没有要办的"],
  ])("in words: %s", async (said, words) => {
    const card = await li.says(`解释 ${said}`).gets();
    expect(card.text.replaceAll("\n", " ")).toContain(words);
  });

  it("is the office's", async () => {
    await zhang.says("解释 武宁路65%").gets("只有推进办能办");
    await li.says("解释").gets("请把那句话放在后面");
  });
});
