import { describe, expect, it } from "vitest";
import { LI_MIN, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** The demonstration's clock stands at Tuesday 2022-09-20, 10:00. */
describe("what was said to be done, and waits for the office", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  const about = async (day: string, openId: string, number: string) =>
    (await office.posted(`${day}T09:10:00+08:00`, office.sandbox.privateChat(openId))).filter(({ text }) =>
      text.includes(number),
    );

  it("is asked of the unit no more, but of the office, which agrees with a tap", async () => {
    await li.says("议定 区建管委 9月30日 完成管线迁改方案").gets("议1");
    await zhang.says("议1 完成了：方案已报送").gets("申请办结");
    // 30 September is a Friday: three days before it is the 27th.
    expect(await about("2022-09-27", ZHANG_WEI, "议1")).toEqual([]);
    const [card] = await about("2022-09-29", LI_MIN, "议1");
    expect(card?.text).toContain("已申请办结，等推进办核实");
    if (!card) throw new Error("the office was not told");
    await (await li.privately.clicks(card, "同意办结")).shows("✅");
    expect((await office.store.read.actions.find(1))?.state).toBe("closed");
    expect(await about("2022-10-08", LI_MIN, "议1")).toEqual([]);
  });

  it("a unit that was sent back is asked again", async () => {
    await li.says("议定 区建管委 10月20日 完成绿化搬迁").gets("议2");
    await zhang.says("议2 完成了：已搬迁").gets("申请办结");
    expect(await about("2022-10-17", ZHANG_WEI, "议2")).toEqual([]);
    await li.says("议2 退回，还差两棵").gets("退回");
    expect(await about("2022-10-19", ZHANG_WEI, "议2")).toHaveLength(1);
  });

  it("a problem likewise", async () => {
    await zhang.says("武宁路2户未签约，请区建管委协调，10月28日前").gets("已登记 #1");
    await zhang.says("#1 已签约，申请销号").gets("申请销号");
    expect(await about("2022-10-25", ZHANG_WEI, "#1 武宁路快速化　2户")).toEqual([]);
    const [card] = await about("2022-10-27", LI_MIN, "#1 武宁路快速化　2户");
    if (!card) throw new Error("the office was not told");
    await (await li.privately.clicks(card, "同意销号")).shows("✅");
    expect((await office.store.read.problems.find(1))?.state).toBe("closed");
  });

  it("what nobody can be asked for is told to the office in time, by project", async () => {
    await zhang.says("皋兰山路征收2户未签约，请区房屋征收中心协调，11月10日前").gets("区房屋征收中心");
    const [card] = await about("2022-11-07", LI_MIN, "皋兰山路");
    expect(card?.text).toMatch(
      /#\d+ 皋兰山路.*2户未签约.*11月10日（还有3天）\n牵头的没有登记账号，提醒不到，请转告/u,
    );
  });
});
