import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("a year's target is put right", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  // 武宁路 is signed for 3.2亿.
  it("今年计划…改成…: the plan is meant, and no investment; signed, it needs its reason", async () => {
    const { text } = await li.says("武宁路今年计划3.2亿改成3亿").gets("3.2亿", "3亿", "原因");
    expect(text).not.toContain("本年累计3亿");
    await li.says("算了").gets("没有");
  });

  it("where another plan stands than the one to be replaced, that is asked", async () => {
    const card = await li
      .says("武宁路今年计划2.8亿改成3亿")
      .gets("2022年的年度计划投资现在是 3.2亿，不是 2.8亿，没有动", "还是要改成 3亿吗");
    await (await li.clicks(card, "改成 3亿")).shows("原因");
  });

  it("is the office's to change", async () => {
    await zhang.says("武宁路年度计划写错了，应该是3亿").gets("要由推进办调整", "没有记");
  });

  it("without a project it is asked whose plan is meant, and no investment is touched", async () => {
    await office.wang.says("年度计划改成3000万").gets("没看出是哪个项目的年度计划，没有动");
    await zhang.says("敦煌南路累计1.1亿").gets("已记入");
    const card = await zhang.says("年度计划改成3亿").gets("年度计划投资现在是 3.2亿，没有动。要改成 3亿吗");
    expect(card.text).not.toContain("1.1亿 →");
    await zhang.clicks(card, "不是，不记");
  });

  it("an investment is corrected as before", async () => {
    await zhang.says("武宁路本年累计1.1亿").gets("已记入");
    await zhang.says("武宁路本年累计改成1.12亿").gets("1.1亿 → 1.12亿");
  });
});

// In January 今年 is 2023, though December is open: 3.2亿 were 2022's.
describe("in January", async () => {
  const office = await Office.open();

  it("今年 is the new year, and last year's plan is left alone", async () => {
    await office.isNow("2023-01-03T10:00:00+08:00");
    const card = await office.li
      .says("武宁路今年计划3.2亿改成3亿")
      .gets("2023年的年度计划投资还没有登记，不是 3.2亿，没有动。还是要改成 3亿吗？");
    await (await office.li.clicks(card, "改成 3亿")).shows("年度计划投资 3亿");
    await office.li.says("8月底武宁路是多少").gets("年度计划投资 3.2亿");
  });
});

describe("a control total", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);

  it("ten thousand times less is asked about before it is written", async () => {
    const card = await li
      .says("改控制数 区属重大 年度计划 127.9万 原因 市里核定")
      .gets("还没有改", "现在是 127.9亿，要改成 127.9万");
    await li.says("控制数 区属重大").gets("127.9亿");
    await (await li.clicks(card, "算了")).shows("什么都没有改");
  });
});
