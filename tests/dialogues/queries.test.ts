import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("谁没报 with a month", async () => {
  const office = await Office.open();
  const { chen, wang } = office;

  // On 20 September nobody has to have reported September, and three have reported neither July nor August.
  it("the month asked is what counts", async () => {
    await chen.says("谁没报").gets("8月还没报的有4个");
    for (const words of ["哪些项目9月还没报", "本月还有谁没报", "九月份谁没报"])
      await chen.says(words).gets(/^9月还没报的有\d\d个/, "9月到10月8日关账");
    await chen.says("上个月谁没报").gets("8月还没报的有4个");
    await chen.says("7月还有哪些没报").gets(/7月还没报的有\d个/);
    await chen.says("建管委9月还有哪些没报").gets(/^区建设管理委9月还没报的有\d个/);
    await chen.says("滞后 未报 9月").gets(/^9月还没报的有\d\d个/);
  });

  it("who reports for it is no longer on the list, also on a page turned", async () => {
    const before = await chen.says("9月还有谁没报").gets();
    const count = Number(/的有(\d+)个/.exec(before.text)?.[1]);
    await wang.says("606累计完成1.4亿").gets("已记入");
    await (await chen.clicks(before, "下一页")).shows(`9月还没报的有${count - 1}个`);
  });

  it("a month to come is not due", async () => {
    await chen.says("11月还有谁没报").gets("11月还没到");
  });

  it("what lagged in a past month is told as it stood at its close", async () => {
    await chen.says("7月哪些滞后").gets(/^7月滞后的有\d个/, "按7月关账时（8月5日）的数");
    await chen.says("9月哪些滞后").gets("滞后的有", "9月到10月8日关账，灯先按已关账的月份算");
  });
});

describe("my own projects", async () => {
  const office = await Office.open();
  const { zhang, wang, li, chen, liu } = office;

  it.each(["我还有哪些没报", "我们还有几个没报", "自己的没报"])("%s: of whoever asks", async (words) => {
    const { text } = await wang.says(words).gets(/^您名下8月还没报的有3个/, "加油站", "606地块");
    expect(text).not.toContain("615、616");
    await zhang.says(words).gets("您名下没有漏报的项目");
  });

  it("with the month", async () => {
    await zhang.says("我9月还有哪些没报").gets(/^您名下9月还没报的有\d个/);
  });

  it.each(["我们单位的项目", "我的项目", "我们单位有哪些项目", "我负责哪些项目", "列表 我们单位"])(
    "%s: a list with its sum, paged",
    async (words) => {
      const card = await zhang
        .says(words)
        .gets(/项目列表　(?:区建设管理委|您名下的)/, "共7个", "年度计划合计");
      expect(card.text).not.toContain("加油站");
    },
  );

  it("its pages stay the same list, whoever turns them", async () => {
    const card = await wang.says("列表 我的").gets("项目列表　您名下的", "第1／1页");
    expect(card.buttons).toEqual([]);
    await office.isNow("2022-10-08T10:00:00+08:00");
    const october = await wang.says("我10月还有哪些没报").gets(/^您名下10月还没报的有10个/);
    await (await chen.clicks(october, "下一页")).shows(/^您名下10月还没报的有10个/);
  });

  it("a unit's projects are a list, not the district's totals", async () => {
    const { text } = await chen.says("区建管委有哪些项目").gets("项目列表　区建设管理委", "共7个");
    expect(text).not.toContain("控制数");
  });

  it("我 of who asks in general is everybody's", async () => {
    for (const words of ["帮我看看谁没报", "我想知道谁没报", "给我看看哪些没报"])
      await wang.says(words).gets(/^8月还没报的有4个/);
    await li.says("我们还有哪些没报").gets(/^8月还没报的有4个/);
  });

  it("who is not registered is told so", async () => {
    await liu.says("我还有哪些没报").gets(/^8月还没报的有4个/, "您还没有登记单位");
  });
});

describe("up to when the figures count", async () => {
  const office = await Office.open();
  const { chen } = office;

  it.each(["列表", "哪些滞后", "总览", "查 武宁路"])(
    "%s: today, and which month is closed",
    async (words) => {
      await chen.says(words).gets("数据截至9月20日（8月已关账）");
    },
  );
});
