import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("asking back where two readings are possible", async () => {
  const office = await Office.open();
  const { zhang, wang, li, store } = office;
  const latest = async (code: string) => (await store.read.ledger.latest(code, 1))[0];

  it("本月 or 累计: nothing is written before the tap, then with the original words", async () => {
    const card = await zhang.says("武宁路完成2000万").gets("问您一句", "当月的，还是本年累计");
    expect((await latest("S-06"))?.words).not.toBe("武宁路完成2000万");
    const chosen = await zhang.clicks(card, "9月完成 2000万");
    expect(chosen.toast).toBe("已记入");
    await chosen.shows("已记入 武宁路快速化", "9月投资 2000万", "撤销");
    const record = (await store.read.ledger.latest("S-06", 2)).find(
      ({ measure }) => measure === "investment",
    );
    expect(record).toMatchObject({ words: "武宁路完成2000万", scope: "month", yuan: 20_000_000 });
  });

  it("the answered report points to the message, not to the card", async () => {
    const said = zhang.says("敦煌南路完成3000万");
    const card = await said.gets("问您一句");
    await (await zhang.clicks(card, "9月完成 3000万")).shows("已记入");
    expect((await latest("R-01"))?.messageId).toBe(said.said.messageId);
  });

  it("都不是 writes nothing and says how to go on", async () => {
    const card = await zhang.says("武南路完成2000万").gets("问您一句");
    const dropped = await zhang.clicks(card, "都不是");
    expect(dropped.toast).toBe("好的，没有记");
    await dropped.shows("没有记账", "请换个说法再报一次");
  });

  it("a percentage that falls needs a reason", async () => {
    const card = await zhang.says("武宁路 50%").gets("从 60% 降到 50%", "口径调整或更正");
    await (await zhang.clicks(card, "是更正，改过来")).shows("形象进度 60% → 50%");
  });

  it("over 100% is asked, and nothing is offered to tap", async () => {
    const card = await zhang.says("武宁路 形象进度165%").gets("问您一句", "0到100之间");
    expect(card.buttons).toEqual([]);
  });

  it.each([
    ["武宁路 130%", "形象进度在0到100之间，130%没有记"],
    ["武宁路 -5%", "形象进度在0到100之间，-5%没有记"],
    ["武宁路9月完成-3200万", "数不能是负的，-3200万没有记"],
    ["刚才说错了，是130%", "形象进度在0到100之间，130%没有记"],
  ])("%s: the reason is given", async (words, reason) => {
    await zhang.says(words).gets(reason, "请报一个准数");
  });

  // 603 has 1.303亿 at the end of August; 1000万 more make 1.403亿.
  it("a cumulative below the last one may be the month's", async () => {
    const card = await wang.says("603累计完成1000万").gets("比8月累计 1.303亿 还少，说的是当月完成吗");
    await (await wang.clicks(card, "9月当月完成 1000万")).shows("9月投资 1000万", "1.303亿 → 1.403亿");
  });

  // On 3 October September is still open: what names no month counts for it.
  it("offers the month for which the report would count", async () => {
    const october = await Office.open();
    await october.isNow("2022-10-03T10:00:00+08:00");
    const card = await october.zhang.says("武宁路累计完成3200万").gets("比8月累计 9000万 还少");
    await (await october.zhang.clicks(card, "9月当月完成 3200万")).shows(
      "9月投资 3200万",
      "9000万 → 1.22亿（截至9月",
    );
  });

  // 606: 3200万 at the end of July, plan 2亿; without its last digit 20亿 would fit.
  it("ten times the plan asks for the unit, and offers it", async () => {
    const card = await wang.says("606累计完成20亿").gets("十倍以上", "单位写错");
    expect(card.buttons.map(({ text }) => text)).toEqual(["应为 2亿", "没错，就这样记", "都不是"]);
    await (await wang.clicks(card, "都不是")).shows("没有记账");
  });

  // 武南路: 9450万 ÷ 1.8亿 = 52.5%
  it("年度完成率 against 累计 and plan", async () => {
    const card = await zhang.says("武南路年度完成率30%").gets("年度完成率报 30%", "是 52.5%，哪个对");
    await (await zhang.clicks(card, "以累计为准，完成率不记")).shows("没有记账");
    expect((await store.read.ledger.figures("R-04")).years[2022]?.completion).toBeUndefined();
  });

  it("a bare figure asks for its unit", async () => {
    const card = await zhang.says("武宁路 65").gets("什么单位");
    await (await zhang.clicks(card, "形象进度 65%")).shows("形象进度 50% → 65%");
  });

  it("two questions on one card are answered one by one", async () => {
    const card = await zhang.says("武宁路完成2100万，敦煌南路完成3100万").gets("有2处要问您");
    const first = await (await zhang.clicks(card, "9月完成 2100万")).shows("还有1处要问您");
    await (await zhang.clicks(first, "9月完成 3100万")).shows("已记入 2 个项目");
  });

  it("only the speaker or the office may answer; others are told, and it is kept", async () => {
    const card = await zhang.says("武南路完成500万").gets("问您一句");
    const tried = await wang.clicks(card, "9月完成 500万");
    expect(tried.toast).toMatch(/^这个按钮请.*张伟.*李敏/);
    expect((await office.refusals())[0]).toBe("not-your-button");
    await (await li.clicks(card, "9月完成 500万")).shows("9月投资 500万");
  });

  it("都完成了 without a project is asked, not written", async () => {
    await zhang.says("都完成了").gets("哪个项目", "请带上项目名");
  });

  it("a project spelled almost right is asked with a button", async () => {
    const card = await zhang.says("Wuningnlu 70%").gets("说的是哪个项目");
    await (await zhang.clicks(card, "武宁路快速化")).shows("形象进度 65% → 70%");
  });

  it("a sum said of a part of the works is not the project's, unless the speaker says so", async () => {
    const card = await zhang
      .says("武宁路征收累计2000万")
      .gets("问您一句", "这是整个项目的投资，还是单指这一项？单项的不单独记账。");
    expect(card.buttons.map(({ text }) => text)).toEqual(["本年累计 2000万", "不是，不记"]);
    await (await zhang.clicks(card, "不是，不记")).shows("没有记");
  });
});
