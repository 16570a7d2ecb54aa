import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("taking back", async () => {
  const office = await Office.open();
  const { zhang, wang, li, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("撤销 takes the speaker's own last report in this chat, no one else's", async () => {
    await zhang.says("武宁路 65%").gets("已记入");
    await zhang.in(EXTERNAL_GROUP).says("武宁路 66%").gets("已记入");
    await wang.says("603 8%").gets("已记入");
    await zhang.says("撤销").gets("已撤销", "您9月20日 10:00报的“武宁路 65%”");
    expect(await percent("S-06")).toBe(66);
    expect(await percent("L-09")).toBe(8);
  });

  it("again takes the one before, until none is left", async () => {
    await zhang.says("撤销").gets("没有可撤销的填报", "推进办李敏");
    await zhang.in(EXTERNAL_GROUP).says("撤销").gets("66% → 60%");
  });

  it("the card's button acts once", async () => {
    const card = await zhang.says("敦煌南路 12%").gets("已记入");
    const [first, second] = await Promise.all([zhang.clicks(card, "撤销"), zhang.clicks(card, "撤销")]);
    const toasts = [first.toast, second.toast].sort();
    expect(toasts).toEqual(["卡片已经更新，请看最新的内容", "已撤销"]);
    await office.settled();
    expect(office.sandbox.message(card.messageId).patches).toBe(1);
  });

  it("a button left behind by 撤销 does nothing more", async () => {
    const card = await zhang.says("敦煌南路 12%").gets("已记入");
    await zhang.says("撤销").gets("12% → 11%");
    expect((await zhang.clicks(card, "撤销")).toast).toBe("已经撤销过了");
    expect(await percent("R-01")).toBe(11);
  });

  it("others may not press it; the office may", async () => {
    const card = await zhang.says("敦煌南路 14%").gets("已记入");
    expect((await wang.clicks(card, "撤销")).toast).toContain("请填报人自己或推进办");
    expect(await percent("R-01")).toBe(14);
    expect((await li.clicks(card, "撤销")).toast).toBe("已撤销");
  });

  it("what was taken back stays in the history, marked", async () => {
    await zhang.says("历史 敦煌南路").gets("形象进度 14%（已撤销）");
  });

  it("days later it asks before it takes anything back", async () => {
    await zhang.says("武宁路 63%").gets("已记入");
    await office.isNow("2022-09-22T10:00:00+08:00");
    const card = await zhang.says("撤销").gets("要撤销这一笔吗", "9月20日 10:00报的“武宁路 63%”");
    expect(await percent("S-06")).toBe(63);
    await (await zhang.clicks(card, "撤销这笔账")).shows("63% → 60%");
  });
});

describe("putting right", async () => {
  const office = await Office.open();
  const { zhang, wang, store } = office;

  it("a correction stands in the place of the old figure, and taking it back brings that back", async () => {
    await zhang.says("武宁路累计完成1.02亿，形象进度65%").gets("已记入");
    const card = await zhang.says("刚才说错了，是66%").gets("已更正 武宁路快速化", "形象进度 65% → 66%");
    await (await zhang.clicks(card, "撤销")).shows("形象进度 66% → 65%");
    await zhang.says("历史 武宁路").gets("张伟更正：形象进度 66%");
  });

  it("万 for 亿", async () => {
    await wang.says("603累计完成1.5亿").gets("1.303亿 → 1.5亿");
    await wang.says("单位写错，是万不是亿").gets(/问您一句|已更正/);
  });

  it("moves a report to the right project and says what became of the wrong one", async () => {
    await wang.says("603 8%").gets("形象进度 6% → 8%");
    await wang.says("不是603，是606").gets("已更正 606地块", "形象进度 8%", "603地块　已撤销", "8% → 6%");
  });

  it("loses nothing when the other project is somebody else's", async () => {
    await wang.says("603 9%").gets("已记入");
    await wang.says("不是603，是武宁路").gets("没有记账", "区建设管理委");
    expect((await store.read.ledger.figures("L-09")).percent?.value).toBe(9);
  });

  it("says how when there is nothing to put right", async () => {
    await office.chen.says("刚才说错了，是66%").gets("没有更正", "还没有填报");
  });
});
