import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("lists", async () => {
  const office = await Office.open();
  const { chen, liu, wang } = office;

  it("列表: worst first, paged by buttons, by whoever likes to turn", async () => {
    const first = await chen.says("列表").gets("共34个：🔴3 🟡5 🟢23 ⚪3", "第1／4页");
    const lines = first.text.split("\n").filter((line) => /^(🔴|🟡|🟢|⚪)/u.test(line));
    expect(lines).toHaveLength(10);
    expect(lines[0]).toBe("🔴 敦煌南路（真南路-金昌路）　形象11%　累计1.02亿/3.2亿");
    expect(first.buttons.map(({ text }) => text)).toEqual(["下一页"]);
    const second = await (await liu.clicks(first, "下一页")).shows("第2／4页");
    expect(second.buttons.map(({ text }) => text)).toEqual(["上一页", "下一页"]);
    await (await chen.clicks(second, "上一页")).shows("第1／4页");
  });

  it("by class, lamp and unit, and by two of them", async () => {
    await chen.says("列表 市属重大").gets("项目列表　市属重大", "共6个");
    await chen.says("列表 红灯").gets("共3个：🔴3 🟡0 🟢0 ⚪0");
    await chen.says("列表 区建管委").gets("项目列表　区建设管理委", "共7个");
    await chen.says("列表 区建管委 黄灯").gets("共1个", "武南路");
    await chen.says("列表 未报").gets("共3个", "606地块");
  });

  it("says which word it does not know", async () => {
    await chen.says("列表 火星").gets("没有这样的分类", "“火星”不是类别、单位、种类、阶段或灯");
    await chen.says("列表 武宁路").gets("没有这样的分类", "看武宁路快速化请说“查 武宁路快速化”");
    await chen.says("列表 土地").gets("“土地”有土地", "请写明是哪一类");
    await chen.says("列表 预备").gets("项目列表　区属重点预备", "共1个");
    await chen.says("列表 全部").gets("共34个");
    await chen.says("节点 10月").gets(/节点 \d+个/, /10月15日　敦煌南路/);
    await chen.says("滞后 火星").gets("“火星”不是类别、单位、种类、阶段或灯", "滞后 区建管委");
    await chen.says("列表 区属重大 市属重大").gets("每种条件一次只能看一个，“市属重大”请另外再问");
    await chen.says("总览 火星").gets("没有这样的分类", "“火星”", "总览 区属重大");
    await chen.says("节点 火星").gets("没有这样的分类", "“火星”");
    await chen.says("比上月 火星").gets("没有这样的分类", "“火星”");
  });

  it("several lamps at once", async () => {
    await chen.says("列表 红灯 黄灯").gets("项目列表　红灯 黄灯", "共8个：🔴3 🟡5");
    await chen.says("滞后 黄灯 红灯").gets("滞后的有8个");
    await chen.says("滞后 黄灯").gets("黄灯的有5个");
  });

  it("滞后: with the arithmetic and where it is heading", async () => {
    await chen
      .says("哪些滞后")
      .gets(
        "滞后的有8个",
        "🔴 敦煌南路（真南路-金昌路）　差34.8点\n年度3.2亿 完成1.02亿 31.9% 时序66.7%；节点逾12天（施工许可证）；连续2月；按期须月均5450万，近3月均1300万，照此年末48.1%；区建设管理委 更新9/16",
      );
    await chen.says("滞后 区建管委").gets("区建设管理委滞后的有2个");
    await chen.says("绿灯项目").gets("绿灯的有23个");
    await chen.says("红灯项目").gets("红灯的有3个");
  });

  it("谁没报, of one unit too", async () => {
    await chen.says("谁没报").gets("8月还没报的有4个", "加油站", "606地块");
    await chen.says("建管委还有几个没报").gets("区建设管理委没有漏报的项目");
  });

  it("a report takes effect at once", async () => {
    await wang.says("606累计完成1.4亿").gets("⚪→🟢");
    await chen.says("列表 未报").gets("共2个");
  });

  it("节点: overdue and due this month", async () => {
    await chen.says("节点").gets("节点 5个", "控规（已逾51天）", "路基（还有10天）");
    await chen.says("节点 武宁路").gets("武宁路快速化　钢箱梁吊装");
    expect((await chen.says("节点 区建管委").gets()).text).not.toContain("控规");
  });
});

describe("总览", async () => {
  const office = await Office.open();

  // 市属: 1.02… of four plans 0.8 + 1.52 + 2.6 + 3.2 = 8.12亿; done 1.05 + 1.461 + 0.9 = 3.411亿;
  // 23.7 − 8.12 = 15.58; 3.411 ÷ 23.7 = 14.4%, ÷ 8.12 = 42.0%.
  it("sets each class against its control total and says the difference", async () => {
    await office.chen
      .says("总览")
      .gets(
        "2022年总览",
        "计划11个（正式10、预备1），在册6个，差5个",
        "控制数23.7亿，在册4个有计划，合计8.12亿，比控制数少15.58亿",
        "累计完成 3.411亿（3个有数），占控制数 14.4%，占在册计划 42%",
        "口径：不含架空线入地和箱杆整治工程",
        "计划63个（结转51、新增12），在册15个，差48个",
        "面积：控制数约140亩，已报44亩，占 31.4%",
        "出让金：控制数约200亿，已报的在推进办的群里看",
        "时序进度 66.7%（8/12）",
      );
  });

  it("of one class", async () => {
    const { text } = await office.chen.says("区属63个完成多少了").gets("区属重大 2022年", "控制数127.9亿");
    expect(text).not.toContain("市属重大");
    await office.chen.says("总览 市属重大").gets("市属重大 2022年", "控制数23.7亿");
  });

  // August's 累计 less July's, over the projects that reported August.
  it("比上月变化: what the last closed month has changed", async () => {
    await office.chen.says("比上月变化").gets("8月比7月", "8月新增投资 1.964亿", "🟢→🟡 武南路");
    const { text } = await office.chen.says("比上月 区建管委").gets("8月比7月　区建设管理委", "🟢→🟡 武南路");
    expect(text).not.toContain("加油站");
  });

  it("without problems it says so", async () => {
    await office.chen.says("有哪些问题").gets("未销号问题", "没有这样的问题");
  });
});
