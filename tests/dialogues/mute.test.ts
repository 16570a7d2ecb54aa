import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("静音 in a group", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  const posted = async (instant: string) => office.posted(`${instant}+08:00`);

  // Tuesday 20 September 2022 is the first of the three days.
  it("says until which day, and how to end it", async () => {
    const card = await li.says("静音 3天").gets("已静音到9月22日（周四）", "本群不发提醒", "以后也不补");
    await zhang.says("订阅列表").gets("静音到9月22日（周四）");
    await (await li.clicks(card, "取消静音")).shows("已取消静音", "原来静音到9月22日（周四）");
    const { text } = await zhang.says("订阅列表").gets("本群的提醒");
    expect(text).not.toContain("静音到");
  });

  it.each([
    ["静音到周五", "已静音到9月23日（周五）"],
    ["静音 到9月30日", "原来到9月23日（周五），改为到9月30日（周五）为止"],
    ["静音 本周", "已静音到9月25日（周日）"],
    ["静音一周", "已静音到9月26日（周一）"],
  ])("%s: %s", async (words, answer) => {
    await li.says(words).gets(answer);
  });

  it("lists what comes after it", async () => {
    const { text } = await zhang.says("订阅列表").gets("静音到9月26日（周一）：这期间的不发，以后也不补");
    expect(text).toMatch(/滞后摘要.*\n.*下次10月9日（周日）/);
  });

  it("posts nothing meanwhile, makes nothing up, and goes on afterwards", async () => {
    expect(await posted("2022-09-26T09:15:00")).toEqual([]);
    expect(await posted("2022-09-26T17:00:00")).toEqual([]);
    expect(await posted("2022-09-27T09:15:00")).toEqual([]);
    expect(await posted("2022-10-09T09:15:00")).toHaveLength(1);
  });

  it("nothing is made up either where the bot was down all the time", async () => {
    await office.isNow("2022-10-14T18:00:00+08:00");
    await li.says("静音到10月17日").gets("已静音到10月17日（周一）");
    expect(await office.postedAfterDowntime("2022-10-18T09:15:00+08:00")).toEqual([]);
  });

  it("取消静音 twice does nothing", async () => {
    await li.says("取消静音").gets("没有静音", "提醒照常发");
  });

  it("is kept in the audit trail", async () => {
    const changes = await office.store.read.audit.latest(1, { subjects: ["posts"] });
    expect(changes).toEqual([
      expect.objectContaining({ what: "静音", from: "没有", to: "到10月17日（周一）", byName: "李敏" }),
    ]);
  });
});

describe("静音 that is not clear", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it.each([
    ["静音", "静音到哪天？", "还没有改，请选一个"],
    ["静音 很久", "静音到哪天？", "没看懂“很久”，没有改"],
    ["静音 3日", "静音到哪天？", "没看懂“3日”"],
    ["静音 下周", "静音到哪天？", "没看懂"],
    ["静音 0天", "静音到哪天？", "没看懂"],
    ["静音 到昨天", "静音到哪天？", "没有改"],
    ["群里先别发提醒了", "静音到哪天？", "还没有改"],
    ["静音 100天", "静音到哪天？", "一次最多静音62天"],
  ])("%s is asked back, and nothing is changed", async (words, ...answers) => {
    await li.says(words).gets(...answers);
    await li.says("取消静音").gets("没有静音");
  });

  it("its buttons answer it", async () => {
    const card = await li.says("静音").gets("静音到哪天？");
    await (await li.clicks(card, "一周（到9月26日）")).shows("已静音到9月26日（周一）");
  });

  it("is the office's to say in a group, by word and by button, and not for outside groups", async () => {
    await zhang.says("静音 3天").gets("这件事要请推进办来办");
    await zhang.says("取消静音").gets("这件事要请推进办来办");
    const card = await li.says("静音").gets("静音到哪天？");
    expect((await zhang.clicks(card, "取消静音")).toast).toContain("只有推进办能办");
    await li.says("订阅列表").gets("静音到9月26日");
    await li.in(EXTERNAL_GROUP).says("静音 3天").gets("这里看不了");
  });
});

describe("静音 in private", async () => {
  const office = await Office.open();
  const zhang = office.zhang.privately;
  const own = office.sandbox.privateChat(office.zhang.openId);
  const told = async (instant: string) =>
    (await office.posted(`${instant}+08:00`, own)).filter(({ text }) => text.includes("9月进度请报"));

  // September closes on Saturday 8 October: D-3 is 28 September, D-1 the 30th.
  it("is one's own: the chase within it is left out, the next one comes", async () => {
    await zhang.says("静音到9月29日").gets("已静音到9月29日（周四）", "不私下提醒您");
    expect(await told("2022-09-28T09:10:00")).toEqual([]);
    expect(await told("2022-09-29T09:10:00")).toEqual([]);
    expect(await told("2022-09-30T09:10:00")).toHaveLength(1);
  });

  it("also for what one has subscribed to oneself; the group has its own", async () => {
    await zhang.says("订阅 滞后摘要").gets("已订阅");
    await zhang.says("静音到10月10日").gets("已静音到10月10日（周一）");
    const group = await office.postedDuring(async () => {
      expect(
        (await office.posted("2022-10-09T09:15:00+08:00", own)).filter(({ text }) =>
          text.includes("滞后摘要"),
        ),
      ).toEqual([]);
    });
    expect(group.map(({ text }) => text).join()).toContain("9月滞后摘要");
  });
});
