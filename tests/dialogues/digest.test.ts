import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** The words of what is posted by an instant. */
async function posted(office: Office, instant: string, chat?: string): Promise<string[]> {
  return (await office.posted(`${instant}+08:00`, chat)).map(({ text }) => text);
}

describe("滞后摘要", async () => {
  const office = await Office.open();
  const { zhang, wang, chen } = office;

  it("comes on Monday at 09:10, not before, and not twice", async () => {
    expect(await posted(office, "2022-09-23T17:00:00")).toEqual([]);
    expect(await posted(office, "2022-09-25T12:00:00")).toEqual([]);
    expect(await posted(office, "2022-09-26T09:09:00")).toEqual([]);
    const [digest = "", ...more] = await posted(office, "2022-09-26T09:10:00");
    expect(more).toEqual([]);
    expect(digest).toMatch(/^滞后摘要：\d+个/);
    expect(digest).toContain("🔴 敦煌南路（真南路-金昌路）　差34.8点\n年度3.2亿 完成1.02亿 31.9% 时序66.7%");
    expect(digest).not.toContain(" | ");
    expect(digest).toContain("数据截至9月26日（8月已关账）");
    expect(await posted(office, "2022-09-26T09:12:00")).toEqual([]);
    expect(await posted(office, "2022-09-28T09:10:00")).toEqual([]);
  });

  // 1 to 7 October rest, so Monday the 3rd is skipped. September closes on the 5th, put off to Saturday the
  // 8th, which is worked; the workday after is Sunday the 9th, worked too.
  it("skips a rest day; after the month's close it brings the month, first what has changed", async () => {
    // Ahead with the money since, it stays red for its permit, which is 20 days late.
    await zhang
      .says("敦煌南路累计完成2.4亿")
      .gets("现在 🔴　完成75%（9月） 时序75% 持平　节点逾20天（施工许可证）");
    await wang.says("加油站累计完成1900万").gets("🟡→🟢");
    expect(await posted(office, "2022-10-03T09:10:00")).toEqual([]);
    expect(await posted(office, "2022-10-08T09:10:00")).toEqual([]);
    const [digest = "", ...more] = await posted(office, "2022-10-09T09:10:00");
    expect(more).toEqual([]);
    expect(digest).toMatch(/^9月滞后摘要/);
    expect(digest).toMatch(/转绿\d/);
    expect(digest).toContain("→🟢 加油站　桃浦智创城公司");
    expect(digest.indexOf("转绿")).toBeLessThan(digest.indexOf("共34个"));
    expect(digest).toContain("数据截至10月9日（9月已关账）");
  });

  it("names who turned grey, eight of them and the rest by a button", async () => {
    const card = office.posts().at(-1);
    if (!card) throw new Error("no digest");
    const [line = ""] = /→⚪ 转灰：.*/u.exec(card.text) ?? [];
    expect(line).toMatch(/等\d\d个$/);
    expect(line.split("；")).toHaveLength(8);
    const count = Number(/转灰(\d+)/.exec(card.text)?.[1]);
    const full = await (await chen.clicks(card, "列全变化的项目")).shows("9月滞后摘要");
    const [all = ""] = /→⚪ 转灰：.*/u.exec(full.text) ?? [];
    expect(all.split("；").length).toBeGreaterThanOrEqual(count);
    expect(full.buttons.map(({ text }) => text)).not.toContain("列全变化的项目");
  });

  it("the week's right after the month's is left out when nothing has changed since", async () => {
    expect(await posted(office, "2022-10-10T09:10:00")).toEqual([]);
    expect(await posted(office, "2022-10-10T12:00:00")).toEqual([]);
  });

  it("says so when nothing has changed", async () => {
    expect((await posted(office, "2022-10-17T09:10:00")).join()).toContain("新增红");
    const [digest = ""] = await posted(office, "2022-10-24T09:10:00");
    expect(digest).toMatch(/^滞后摘要/);
    expect(digest).toContain("与上次相比，灯没有变化");
  });

  // October closes on Monday 7 November; who has reported neither September nor October is yellow.
  it("keeps its title and what has changed when its pages are turned", async () => {
    await office.isNow("2022-11-08T09:10:00+08:00");
    const card = office.posts().at(-1);
    if (!card) throw new Error("no digest");
    const next = await (await chen.clicks(card, "下一页")).shows("10月滞后摘要", "转黄");
    await (await chen.clicks(next, "上一页")).shows("10月滞后摘要", "转黄");
  });
});

describe("the week's digest right after the month's", async () => {
  const office = await Office.open();
  const { wang, chen } = office;

  it("says what has changed since, and all of it by a button", async () => {
    expect(await posted(office, "2022-10-09T09:10:00")).toHaveLength(1);
    await wang.says("加油站累计完成1900万").gets("🔴→🟢");
    const [card, ...more] = await office.posted("2022-10-10T09:10:00+08:00");
    if (!card) throw new Error("no digest");
    expect(more).toEqual([]);
    expect(card.text).toMatch(/^滞后摘要：月度摘要之后的变化/);
    expect(card.text).toContain("**转绿1**".replaceAll("*", ""));
    expect(card.text).toContain("🔴→🟢 加油站　桃浦智创城公司");
    expect(card.text).not.toContain("敦煌南路");
    const [all] = card.buttons;
    await (await chen.clicks(card, all?.text ?? "")).shows(/^滞后摘要：\d+个/, "敦煌南路");
    expect(await posted(office, "2022-10-10T12:00:00")).toEqual([]);
  });

  it("a week later it is whole again", async () => {
    expect((await posted(office, "2022-10-17T09:10:00")).join()).toContain("敦煌南路");
  });
});

describe("改时间", async () => {
  const office = await Office.open();
  const { li } = office;

  it("moves the post within the week: neither repeated nor suppressed", async () => {
    await li.says("改时间 滞后摘要 周二 9:30").gets("已改时间", "每周二 09:30 和每月关账后");
    await li.says("订阅").gets("✅ 滞后摘要　每周二 09:30 和每月关账后");
    await li.says("订阅 滞后摘要").gets("时间：每周二 09:30 和每月关账后");
    await li.says("帮助").gets("滞后摘要（每周二 09:30 和每月关账后）");
    expect(await posted(office, "2022-09-26T12:00:00")).toEqual([]);
    expect(await posted(office, "2022-09-27T09:30:00")).toHaveLength(1);
    await li.says("改时间 滞后摘要 周三 下午2点半").gets("每周三 14:30");
    expect(await posted(office, "2022-09-28T14:30:00")).toEqual([]);
    // the month's own on 9 October, at the new hour
    expect(await posted(office, "2022-10-09T14:30:00")).toHaveLength(1);
    // within three workdays of it, and nothing has changed
    expect(await posted(office, "2022-10-12T14:30:00")).toEqual([]);
  });

  it("a time already past this week is made up at once", async () => {
    await li.says("改时间 滞后摘要 周五 9:30").gets("每周五 09:30");
    expect(await posted(office, "2022-10-20T10:00:00")).toEqual([]);
    await li.says("改时间 滞后摘要 周三 9:30").gets("每周三 09:30");
    expect(await posted(office, "2022-10-20T10:05:00")).toHaveLength(1);
    expect(await posted(office, "2022-10-21T09:30:00")).toEqual([]);
  });

  it("at the last minute of the day it still leaves", async () => {
    await li.says("改时间 滞后摘要 周四 18:00").gets("每周四 18:00");
    expect(await posted(office, "2022-10-27T18:00:30")).toHaveLength(1);
  });

  it("reads the time as it is spoken", async () => {
    await li.says("改时间 滞后摘要 每周二上午九点半").gets("每周二 09:30 和每月关账后");
    await li.says("改时间 滞后摘要 星期一下午两点").gets("每周一 14:00 和每月关账后");
  });

  it.each([
    ["改时间 滞后摘要 9月27日 9:30", "没看懂时间“9月27日 9:30”"],
    ["改时间 滞后摘要 周一周三 9:30", "没看懂时间“周一周三 9:30”"],
    ["改时间 滞后摘要 周二 9:30 周三", "没看懂时间"],
    ["改时间 滞后摘要 每天 9:30", "没看懂时间“每天 9:30”"],
    ["改时间", "可以改时间的有：滞后摘要"],
    ["改时间 滞后摘要", "请写星期和钟点"],
    ["改时间 滞后摘要 周二 25:00", "没看懂时间“周二 25:00”"],
    ["改时间 滞后摘要 周日 9:30", "只在工作日"],
    ["改时间 滞后摘要 周二 7:00", "8:30 到 18:00"],
    ["改时间 推进会提醒 周二 9:30", "推进会提醒跟着会走"],
    ["改时间 催报提醒 9:40", "私下的提醒每个工作日早上合成一条发"],
    ["改时间 漏报清单 9:40", "漏报清单只发到推进办的群里"],
    ["改时间 报送进度 周二 9:30", "没看懂时间“周二 9:30”。它的日子是定好的，请只写钟点"],
    ["改时间 报送进度", "它的日子是定好的，请只写钟点，如“改时间 报送进度 9:40”"],
    ["改时间 报送进度 19:00", "8:30 到 18:00"],
  ])("%s: %s", async (words, answer) => {
    await li.says(words).gets("没有改动", answer);
  });
});

describe("订阅／退订", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("says what the group gets", async () => {
    await zhang.says("订阅").gets("本群的提醒", "✅ 推进会提醒", "✅ 滞后摘要　每周一 09:10 和每月关账后");
    await li.in(OFFICE_GROUP).says("订阅").gets("－ 滞后摘要");
  });

  it("退订 stops, 订阅 starts again and makes up nothing of the time between", async () => {
    await li.says("退订 滞后摘要").gets("已退订 滞后摘要", "订阅 滞后摘要");
    expect(await posted(office, "2022-09-26T09:10:00")).toEqual([]);
    await li.says("改时间 滞后摘要 周二 9:30").gets("没有改动", "请先发“订阅 滞后摘要”");
    await li.says("订阅 滞后摘要").gets("已订阅 滞后摘要");
    expect(await posted(office, "2022-09-26T10:00:00")).toEqual([]);
    expect(await posted(office, "2022-10-09T09:10:00")).toHaveLength(1);
  });

  it("another group may subscribe, with its own time", async () => {
    await li.in(OFFICE_GROUP).says("订阅 滞后摘要").gets("已订阅");
    await li.in(OFFICE_GROUP).says("改时间 滞后摘要 周二 10:00").gets("已改时间");
    const digests = await posted(office, "2022-10-11T10:00:00", OFFICE_GROUP);
    expect(digests.filter((text) => text.includes("滞后摘要"))).toHaveLength(1);
  });

  it("in private everybody may, for themselves", async () => {
    const chat = office.sandbox.privateChat(zhang.openId);
    await zhang.privately.says("订阅 滞后摘要").gets("已订阅");
    const digests = await posted(office, "2022-10-17T09:10:00", chat);
    expect(digests.filter((text) => text.startsWith("滞后摘要"))).toHaveLength(1);
  });

  it("an unknown post is said", async () => {
    await li.says("订阅 天气预报").gets("没有这个提醒", "“天气预报”", "推进会提醒、滞后摘要、报送进度");
    await li.says("退订 滞后").gets("没有这个提醒", "没有改动", "退订 滞后摘要");
    await li.says("订阅 滞后摘要 周三").gets("没有改动", "改时间 滞后摘要 周二 9:30");
  });
});

describe("after a downtime", async () => {
  const office = await Office.open();

  it("what was missed is made up once", async () => {
    expect(await office.postedAfterDowntime("2022-09-27T10:00:00+08:00")).toHaveLength(1);
    expect(await office.postedAfterDowntime("2022-09-27T10:05:00+08:00")).toEqual([]);
  });

  it("not in the evening, but on the next workday's morning", async () => {
    expect(await office.postedAfterDowntime("2022-10-17T19:00:00+08:00")).toEqual([]);
    expect(await posted(office, "2022-10-18T08:29:00")).toEqual([]);
    expect(await posted(office, "2022-10-18T08:30:00")).toHaveLength(1);
  });

  // November closes on Monday 5 December, so its digest is due on the 6th; the week's was due on the 5th.
  it("a month's digest stands for the week's before it", async () => {
    const made = await office.postedAfterDowntime("2022-12-07T10:00:00+08:00");
    expect(made.map(({ text }) => text.split("：")[0])).toEqual(["11月滞后摘要"]);
  });
});

describe("two bots on one database", async () => {
  const office = await Office.open();
  await office.startAnother();

  it("post once", async () => {
    expect(await posted(office, "2022-09-26T09:10:00")).toHaveLength(1);
    expect(await posted(office, "2022-09-26T09:15:00")).toEqual([]);
  });

  it("answer a message once, whichever of them gets it", async () => {
    for (const percent of [61, 62, 63, 64, 65, 66])
      await office.zhang.says(`武宁路 ${percent}%`).gets(`${percent - 1}% → ${percent}%`);
  });
});
