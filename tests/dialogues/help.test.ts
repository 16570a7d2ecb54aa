import { describe, expect, it } from "vitest";
import { commands } from "../../commands/index.js";
import { Office } from "../support/office.js";

describe("帮助", async () => {
  const office = await Office.open();
  const { li, zhang, chen, zhou, liu } = office;
  const topics = (card: { buttons: { text: string }[] }) => card.buttons.map(({ text }) => text);

  it("says what to say, by topic", async () => {
    const card = await zhang
      .says("帮助")
      .gets(
        "我是靠谱",
        "武宁路 本年累计完成1.02亿，形象进度65%",
        "本群会收到：推进会提醒",
        "滞后摘要（每周一 09:10",
      );
    await (await zhang.clicks(card, "报进度")).shows("帮助：报进度", "武宁路9月完成3200万", "撤销");
    await zhang.says("帮助 查项目").gets("帮助：查项目", "敦煌南路为什么亮红");
    await zhang.says("帮助 会议").gets("帮助：会议与提醒", "排会");
    await zhang.says("帮助 撤销").gets("帮助：报进度");
    await zhang.says("你会什么").gets("我是靠谱");
  });

  it("lists only what the asker may use", async () => {
    expect(topics(await li.says("帮助").gets())).toEqual(["报进度", "查项目", "会议与提醒", "管理"]);
    expect(topics(await zhang.says("帮助").gets())).toEqual(["报进度", "查项目", "会议与提醒"]);
    expect(topics(await chen.says("帮助").gets())).toEqual(["报进度", "查项目", "会议与提醒"]);
    expect(topics(await zhang.privately.says("帮助").gets())).toEqual(["报进度", "查项目", "会议与提醒"]);
  });

  it("in an outside group it speaks of the group's own project, and of no totals", async () => {
    await zhou.says("帮助").gets("武宁路快速化 本年累计");
    expect((await zhou.says("帮助 查项目").gets()).text).not.toContain("总览");
  });

  it("tells who is not registered whom to ask", async () => {
    await liu.privately.says("帮助").gets("您还没有登记", "推进办李敏（综合管理科）");
  });

  it("does not name posts that the group has turned off", async () => {
    await li.says("退订 滞后摘要").gets("已退订");
    expect((await zhang.says("帮助").gets("推进会提醒")).text).not.toContain("滞后摘要");
  });
});

describe("the examples of 帮助", async () => {
  const office = await Office.open();
  const examples = commands.flatMap(({ isHidden, examples: own }) => (isHidden ? [] : own));

  it.each(examples)("%s works as it stands", async (example) => {
    const mentions = example.includes("@") ? [office.liu.openId] : [];
    const text = example.replace(/@\S+/, "@小刘");
    const { text: answer } = await office.li.says(text, { mentions }).gets();
    expect(answer).not.toMatch(/没听懂|没有找到|没看懂|没看出|没有这样的分类|没有这个/);
  });
});

describe("words that no command answers", async () => {
  const office = await Office.open();
  const { zhang, li, liu } = office;

  it.each([
    ["滞厚", "滞后"],
    ["帮住", "帮助"],
    ["历使", "历史"],
    ["撤消", "撤销"],
    ["总揽", "总览"],
  ])("%s: 您要找的是不是 %s, one tap and it runs", async (words, command) => {
    const card = await zhang.says(words).gets("没听懂", "没有记账", "您要找的是不是", command);
    expect(card.buttons.map(({ text }) => text)).toContain(command);
  });

  it("the tapped command answers on the same card, and its own buttons go on", async () => {
    const card = await liu.says("列标").gets("列表");
    const list = await (await liu.clicks(card, "列表")).shows("项目列表", "第1／4页");
    await (await liu.clicks(list, "下一页")).shows("第2／4页");
  });

  it("offers nobody what they may not use", async () => {
    expect((await li.says("诊段").gets()).buttons.map(({ text }) => text)).toContain("诊断");
    expect((await zhang.says("诊段").gets()).buttons.map(({ text }) => text)).not.toContain("诊断");
  });

  it("offers the projects that may have been meant", async () => {
    const card = await zhang.says("历使 武宁路").gets("历史", "查 武宁路快速化");
    await (await zhang.clicks(card, "查 武宁路快速化")).shows("下一个节点");
  });

  it("a name that shares less than the one that was said is left out", async () => {
    const card = await zhang.says("历使 武宁路").gets("没听懂");
    const projects = card.buttons.map(({ text }) => text).filter((text) => text.startsWith("查 "));
    expect(projects).toEqual(["查 武宁路快速化"]);
  });

  it("words that come near nothing get the usual ones", async () => {
    await zhang.says("咕噜咕噜").gets("没听懂", "滞后", "总览", "列表", "帮助");
  });

  it.each(["你是谁", "请问你是做什么的？"])("%s: the bot says who it is", async (words) => {
    await zhang.says(words).gets("我是靠谱，重大项目的记账员", "查 武宁路");
  });

  it("a greeting is greeted with what to do, an empty mention too", async () => {
    for (const words of ["你好", "在吗？", ""]) {
      const card = await zhang.says(words).gets("您好", "在呢", "武宁路 形象进度65%");
      expect(card.buttons.map(({ text }) => text)).toContain("帮助");
    }
  });

  it.each([
    ["谢谢", "不客气"],
    ["收到，谢谢！", "不客气"],
    ["辛苦了", "不客气"],
    ["真棒", "谢谢夸奖"],
    ["好的", "好的"],
  ])("%s gets a warm line, no greeting and no menu", async (words, answer) => {
    const card = await zhang.says(words).gets(answer);
    expect(card.text).not.toMatch(/您好|在呢|没听懂/);
    expect(card.buttons).toEqual([]);
  });

  it.each(["报进度", "怎么报进度？", "我要填报", "怎么报"])("%s: how to report", async (words) => {
    const card = await zhang.says(words).gets("帮助：报进度", "武宁路9月完成3200万");
    await (await zhang.clicks(card, "查项目")).shows("帮助：查项目");
  });

  it.each(["算了", "算了吧", "不用了，谢谢", "没事了", "当我没说"])(
    "%s: a short friendly word",
    async (words) => {
      const card = await zhang.says(words).gets(/^(?:好的|不客气)/);
      expect(card.text).not.toContain("没听懂");
      expect(card.buttons).toEqual([]);
    },
  );

  it("small talk is not answered unless the bot is addressed, and never recorded", async () => {
    await zhang.says("武宁路今天天气不错，65%的人都去春游了", { mentionBot: false }).getsNothing();
    expect((await office.store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });
});
