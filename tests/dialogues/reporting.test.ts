import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("reporting in one's own words", async () => {
  const office = await Office.open();
  const { zhang, store } = office;

  it("echoes what was written, old → new, and takes it back", async () => {
    const card = await zhang
      .says("武宁路累计完成1.02亿，形象进度65%")
      .gets("已记入 武宁路快速化", /形象进度 60% → 65%/, /本年累计投资 9000万 → 1.02亿/, "张伟");
    const figures = await store.read.ledger.figures("S-06");
    expect(figures.percent?.value).toBe(65);
    expect(figures.years[2022]?.ytd["2022-09"]?.yuan).toBe(102_000_000);

    const undone = await zhang.clicks(card, "撤销");
    expect(undone.toast).toBe("已撤销");
    await undone.shows("已撤销", /65% → 60%/);
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });
});
