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

  // 武宁路: plan 3.2亿, its own curve says 37% at the end of September. 1.02 ÷ 3.2 = 31.875%, 5.125 points behind.
  it("says where the project stands now", async () => {
    await zhang.says("武宁路累计完成1.02亿").gets("现在 🟢　完成31.9%（9月） 时序37% 差5.1点");
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

describe("sums that would not add up", async () => {
  const office = await Office.open();
  const { zhang, wang, store } = office;

  // 9000万 at the end of August.
  it("a month's figure after 又完成 does not lower the cumulative unasked", async () => {
    await zhang.says("武宁路又完成2000万").gets("新增投资 2000万", "本年累计投资 9000万 → 1.1亿");
    const card = await zhang.says("武宁路9月完成1000万").gets("9月累计会从 1.1亿 降到 1亿，没有记");
    const { years } = await store.read.ledger.figures("S-06");
    expect(years[2022]?.ytd["2022-09"]?.yuan).toBe(110_000_000);
    await (await zhang.clicks(card, "另外又完成的，累计 1.2亿")).shows("本年累计投资 1.1亿 → 1.2亿");
    const again = await zhang.says("武宁路9月完成1000万").gets("从 1.2亿 降到 1亿");
    await (await zhang.clicks(again, "对，累计改为 1亿")).shows("9月投资 1000万", "1.2亿 → 1亿");
  });

  it("又完成 is no way out where a later cumulative stands: it would be added to that", async () => {
    const { li } = await Office.open({ isEmpty: true });
    const inAugust = { createTime: Date.parse("2022-08-20T10:00:00+08:00") };
    await li.says("养老院7月底累计完成5000万", inAugust).gets("5000万（截至7月）");
    await li.says("养老院又完成5000万", inAugust).gets("5000万 → 1亿（截至8月");
    await li.says("养老院9月累计完成2亿").gets("1亿 → 2亿");
    const card = await li.says("养老院8月完成1000万").gets("8月累计会从 1亿 降到 6000万，没有记");
    expect(card.buttons.map(({ text }) => text)).toEqual(["对，累计改为 6000万", "不是，不记"]);
  });

  it("a month's figure above the cumulative it is part of is asked", async () => {
    const card = await zhang.says("敦煌南路8月完成1.2亿").gets("比8月的本年累计 1.02亿 还多，没有记");
    await (await zhang.clicks(card, "是累计，本年累计 1.2亿")).shows(
      "本年累计投资 1.02亿 → 1.2亿（截至8月）",
    );
  });

  // 606: plan 2亿; 5亿 is 250%.
  it("far more than the year's plan is asked", async () => {
    const card = await wang.says("606累计完成5亿").gets("本年累计 5亿 是年度计划 2亿 的250%，没有记");
    await (await wang.clicks(card, "是开工以来累计")).shows("开工以来累计 5亿");
    const again = await wang.says("606累计完成5亿").gets("250%");
    await (await wang.clicks(again, "就是今年的，照记")).shows("本年累计投资", "5亿");
    await wang.says("606累计完成5.1亿").gets("5亿 → 5.1亿");
  });
});

describe("months without a report", async () => {
  const { li } = await Office.open({ isEmpty: true });

  it("无变化 invents nothing for months without a report, and those add up when they come", async () => {
    await li.says("养老院6月底累计完成3000万").gets("本年累计投资 3000万（截至6月）");
    await li.says("养老院无变化").gets("9月无变化，各项照旧（缺7月、8月，累计没有推算）");
    await li
      .says("养老院7月完成500万")
      .gets("7月投资 500万", "本年累计投资 3000万 → 3500万（截至7月；推算）");
    await li
      .says("养老院8月完成300万")
      .gets("8月投资 300万", "本年累计投资 3500万 → 3800万（截至9月；推算）");
  });
});

describe("what is said about a figure", async () => {
  const office = await Office.open();
  const { zhang, wang, li, store } = office;

  it("约 stays with the figure: in the reply, in 查, in 历史 and in lists", async () => {
    await zhang.says("武宁路形象进度约62%，累计完成约1亿").gets("60% → 约62%", "9000万 → 约1亿");
    await zhang.says("查 武宁路").gets("形象进度 约62%", "本年累计投资 约1亿");
    await zhang.says("历史 武宁路").gets("形象进度 约62%", "本年累计投资 约1亿");
    await zhang.says("列表 区建管委").gets(/武宁路快速化.*形象约62%　累计约1亿/);
    await zhang.says("武宁路形象进度62%").gets("形象进度 约62% → 62%");
  });

  it("the same figure again by the same person is not written twice", async () => {
    await zhang.says("敦煌南路 12%").gets("11% → 12%");
    const before = await store.read.ledger.latest("R-01", 50);
    const card = await zhang.says("敦煌南路 12%").gets("已经记过了", "形象进度 12%（已经是这个数）");
    expect(card.buttons).toEqual([]);
    expect(await store.read.ledger.latest("R-01", 50)).toHaveLength(before.length);
    await zhang.says("敦煌南路 12%，累计完成1.1亿").gets("已记入", "12%（与已记的一致）", "1.02亿 → 1.1亿");
    await li.says("敦煌南路 12%").gets("已记入", "形象进度 12%（与已记的一致）");
  });

  it("停工 is kept as what hinders, and the reply says so", async () => {
    await zhang.says("武南路停工了").gets("已登记 #1 武南路", "停工了", "状态 新登记");
    await zhang.says("查 武南路").gets("卡点#1施工：停工了");
    await zhang.says("武南路征收问题解决了").gets("说的是哪个问题", "#1 停工了", "记成文字进展");
  });

  it("each line that fails is named, and the good ones are saved", async () => {
    const card = await wang
      .says("603 8%\n武宁路 70%\n606 130%\n敦煌南路 20%")
      .gets(
        "已记入 603地块，还有1处要问您，有2处没记",
        "形象进度 6% → 8%",
        "606地块\n形象进度在0到100之间，130%没有记",
        /武宁路快速化由区建设管理委填报.*没有记账/,
        /敦煌南路（真南路-金昌路）由区建设管理委填报.*没有记账/,
      );
    expect(card.buttons.map(({ text }) => text)).toEqual(["撤销"]);
  });
});

describe("replying to a card without the project's name", async () => {
  const office = await Office.open();
  const { zhang, li } = office;

  it("speaks of the one project the card is about", async () => {
    const shown = await zhang.says("查 武宁路").gets("武宁路快速化");
    await office.settled();
    const echo = await zhang.says("70%", { replyTo: shown.messageId }).gets("武宁路快速化", "60% → 70%");
    await office.settled();
    await zhang.says("累计完成1.02亿", { replyTo: echo.messageId }).gets("已记入 武宁路快速化", "1.02亿");
    await li.says("谢谢", { replyTo: echo.messageId }).gets();
  });

  it("asks where the card is about several, or none", async () => {
    const two = await zhang.says("武宁路 71%\n敦煌南路 13%").gets("已记入 2 个项目");
    await office.settled();
    await zhang.says("75%", { replyTo: two.messageId }).gets("说的是哪个项目");
    const refused = await office.wang.says("603 8%\n武宁路 80%").gets("有1处没记");
    await office.settled();
    await office.wang.says("81%", { replyTo: refused.messageId }).gets("说的是哪个项目");
    const help = await zhang.says("帮助").gets();
    await office.settled();
    await zhang.says("75%", { replyTo: help.messageId }).gets("说的是哪个项目");
  });

  it("puts that project right, whatever was reported since, and nothing of another one", async () => {
    const wuning = await zhang.says("武宁路 76%").gets("已记入");
    await zhang.says("敦煌南路 14%").gets("已记入");
    await office.settled();
    await zhang
      .says("刚才说错了，是77%", { replyTo: wuning.messageId })
      .gets("已更正 武宁路快速化", "76% → 77%");
    expect((await office.store.read.ledger.figures("R-01")).percent?.value).toBe(14);
  });
});

describe("无变化 of a month that is named", async () => {
  const office = await Office.open();

  it("counts for that month, although it is closed and another runs", async () => {
    const project = (await office.store.read.projects.standings(2022)).find(
      ({ figures, project: { firstMonth } }) =>
        !figures.reported.includes("2022-08") && firstMonth <= "2022-08",
    )?.project;
    if (!project) throw new Error("every project has reported");
    await office.li.says(`${project.name} 8月无变化`).gets(project.name, "8月");
    const standing = await office.store.read.projects.standing(project.code, 2022);
    expect(standing?.figures.reported).toContain("2022-08");
    expect(standing?.figures.reported).not.toContain("2022-09");
    await office.li.says(`${project.name} 9月无变化`).gets("9月");
    expect((await office.store.read.projects.standing(project.code, 2022))?.figures.reported).toContain(
      "2022-09",
    );
  });
});
