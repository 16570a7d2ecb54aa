import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("reporting in one's own words", async () => {
  const office = await Office.open();
  const { zhang, wang, store } = office;

  it("echoes what was written, old → new, and takes it back", async () => {
    const card = await zhang
      .says("武宁路累计完成1.02亿，形象进度65%")
      .gets(
        "已记入 武宁路快速化",
        "形象进度 60% → 65%",
        "本年累计投资 9000万 → 1.02亿（截至9月）",
        "张伟 9月20日 10:00 报，计入9月数据",
      );
    const figures = await store.read.ledger.figures("S-06");
    expect(figures.percent?.value).toBe(65);
    expect(figures.years[2022]?.ytd["2022-09"]?.yuan).toBe(102_000_000);

    const undone = await zhang.clicks(card, "撤销");
    expect(undone.toast).toBe("已撤销");
    await undone.shows("已撤销", "形象进度 65% → 60%", "本年累计投资 1.02亿 → 9000万");
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  // 武宁路: plan 3.2亿, its own curve says 30% at the end of August. 1.02 ÷ 3.2 = 31.875%, 1.875 points ahead.
  it("says where the project stands now", async () => {
    await zhang.says("武宁路累计完成1.02亿").gets("现在 🟢　完成31.9%（9月） 时序30% 快1.9点");
  });

  // 603: plan 2.4亿; 1.7 ÷ 2.4 = 70.83%, due 8 ÷ 12 = 66.67%.
  it("says when a report has changed the lamp", async () => {
    await wang.says("603累计完成1.7亿").gets("本年累计投资 1.303亿 → 1.7亿", "现在 🟡→🟢　完成70.8%");
  });

  // 武南路: plan 1.8亿, 9450万 done; 1亿 is 55.6%, and 8000万 in three months (10 to 12) are 2667万 a month.
  it("says what it takes when the project is behind", async () => {
    await zhang.says("武南路累计完成1亿").gets("现在 🟡　完成55.6%（9月）", "按期须月均2667万");
  });

  it("reads the same said with the command's word in front", async () => {
    await zhang.says("报 敦煌南路 形象进度12%").gets("已记入 敦煌南路", "形象进度 11% → 12%");
  });

  it("takes several projects in one message, and one 撤销 takes all back", async () => {
    const card = await zhang
      .says("武宁路 66%\n敦煌南路 13%\n武南路 23%")
      .gets("已记入 3 个项目", "60% → 66%", "12% → 13%", "22% → 23%");
    const undone = await zhang.clicks(card, "撤销");
    await undone.shows("66% → 60%", "13% → 12%", "23% → 22%");
  });

  it("saves the good lines although others fail, and says each failure", async () => {
    await wang
      .says("603 8%\n武宁路 70%")
      .gets("已记入 603地块，有1处没记", "形象进度 6% → 8%", /武宁路快速化由区建设管理委填报.*没有记账/);
    expect((await store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  it("keeps words that carry no figure", async () => {
    await wang.says("养老院主体结构到12层了").gets("已记入", "文字进展", "主体结构到12层");
  });

  it("takes 无变化 for a report", async () => {
    await zhang.says("敦煌南路无变化").gets("9月无变化，各项照旧");
    expect((await store.read.ledger.figures("R-01")).reported).toContain("2022-09");
  });

  it("keeps an older message that arrives late as history", async () => {
    await zhang.says("武南路 25%").gets("形象进度 22% → 25%");
    await zhang
      .says("武南路 24%", { createTime: Date.parse("2022-09-19T16:00:00+08:00") })
      .gets("形象进度 24%（已有更新的数，这条只存为历史）", "9月19日 16:00 报");
    expect((await store.read.ledger.figures("R-04")).percent?.value).toBe(25);
    await zhang.says("历史 武南路").gets(/形象进度 25%[\s\S]*9月19日 16:00 张伟：形象进度 24%/);
  });
});
