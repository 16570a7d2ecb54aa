import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP, OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const lineOf = (text: string, name: string): string =>
  text.slice(text.indexOf(name)).split("\n").slice(0, 2).join("\n");

describe("订阅列表 in a group", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("says of each post once when it comes and once what it brings", async () => {
    const { text } = await zhang
      .says("订阅")
      .gets("✅ 推进会提醒　会前7、3、1个工作日和当天；有议定事项的，会后1个工作日\n");
    const [line = ""] = /✅ 推进会提醒.*/u.exec(text) ?? [];
    expect(line.match(/7、3、1个工作日/g)).toHaveLength(1);
  });

  /*
   * Mondays from Tuesday 20 September 2022: 26 September; 3 October rests; September closes on Saturday 8
   * October, so its digest is due on Sunday the 9th, worked; that of the 10th would say only what has changed
   * since, and is not promised; then the 17th, 24th and 31st.
   */
  it("names the next days of each post", async () => {
    const { text } = await zhang.says("订阅列表").gets("本群的提醒");
    expect(lineOf(text, "✅ 滞后摘要")).toBe(
      "✅ 滞后摘要　每周一 09:10 和每月关账后\n哪些项目滞后、比上次有什么变化。下次9月26日（周一）、10月9日、10月17日、10月24日、10月31日",
    );
    // The months' close days: Saturday 8 October, Monday 7 November, 48 days ahead.
    expect(lineOf(text, "✅ 报送进度")).toContain(
      "每月关账当天 16:58\n关账当天下午，哪些单位还没报；有人报了自己更新。下次10月8日（周六）",
    );
    expect(lineOf(text, "✅ 报送进度")).not.toContain("11月7日");
    expect(lineOf(text, "✅ 推进会提醒")).toContain("。没有排定的，排了会才有");
  });

  it("and the next five runs of all of them, by when they come", async () => {
    await zhang
      .says("订阅列表")
      .gets(
        "接下来\n9月26日（周一）09:10　滞后摘要\n10月8日（周六）16:58　报送进度\n10月9日（周日）09:10　滞后摘要\n10月17日（周一）09:10　滞后摘要\n10月24日（周一）09:10　滞后摘要\n",
      );
  });

  // T-7, T-3, T-1 and T-0 of Thursday 13 October, over the holidays; T+1 comes only where something was decided.
  it("names the days of a meeting once it is booked", async () => {
    await li.says("排会 10月13日下午2点 区府3楼").gets("10月13日");
    const { text } = await zhang.says("订阅列表").gets("本群的提醒");
    const line = lineOf(text, "✅ 推进会提醒");
    expect(line).toContain("下次9月29日（周四）、10月10日、10月12日、10月13日");
    expect(line).not.toContain("10月14日");
  });

  it("is understood in plain words", async () => {
    await zhang.says("本群会收到哪些提醒？").gets("本群的提醒", "✅ 滞后摘要");
    await zhang.says("我的订阅").gets("本群的提醒");
  });

  it("offers what is turned off, and keeps the office's own out of it", async () => {
    await li.says("退订 报送进度").gets("已退订 报送进度");
    const { text } = await zhang.says("订阅列表").gets("还可以订阅：", "－ 报送进度");
    expect(text).not.toMatch(/漏报清单|未排会提醒|年末结转提醒|调休日历提醒|催报提醒/);
    await li.says("订阅 漏报清单").gets("没有改动", "漏报清单只发到推进办的群里");
    await li.says("退订 催报提醒").gets("没有改动", "请私聊我");
  });

  it("is not for outside groups", async () => {
    await li.in(EXTERNAL_GROUP).says("订阅列表").gets("这里看不了");
  });
});

describe("订阅列表 in the office's own group", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);

  it("has the office's own posts without anybody asking for them", async () => {
    // 20 September 10:00 is before that day's post; the Saturdays and Sundays are put off to the Monday.
    const { text } = await li
      .says("订阅列表")
      .gets("✅ 漏报清单　每月关账后3个工作日 09:20", "✅ 年末结转提醒");
    expect(lineOf(text, "✅ 未排会提醒")).toContain("下次9月20日（周二）、10月20日");
    expect(lineOf(text, "✅ 年末结转提醒")).toContain("下次12月1日（周四）");
    // One in each year to come: no more than the next.
    expect(lineOf(text, "✅ 调休日历提醒")).toContain("下次12月1日（周四）");
    expect(text).not.toMatch(/2024|2025/);
    expect(text).toContain("－ 滞后摘要");
  });

  it("gives them up and takes them back", async () => {
    await li.says("退订 未排会提醒").gets("已退订 未排会提醒");
    await li.says("订阅列表").gets("－ 未排会提醒");
    expect(await office.posted("2022-10-20T10:10:00+08:00", OFFICE_GROUP)).toEqual([]);
    await li.says("订阅 未排会提醒").gets("已订阅 未排会提醒", "每月20日 10:05");
    const posted = await office.posted("2022-11-21T10:10:00+08:00", OFFICE_GROUP);
    expect(posted.map(({ text }) => text).join()).toContain("11月推进会还没有排");
  });
});

describe("订阅列表 in private", async () => {
  const office = await Office.open();
  const zhang = office.zhang.privately;
  const own = office.sandbox.privateChat(office.zhang.openId);
  const told = async (instant: string) =>
    (await office.posted(`${instant}+08:00`, own)).filter(({ text }) => text.includes("9月进度请报"));

  // September closes on 8 October: D-3 and D-1 are 28 and 30 September, D+1 is Sunday 9 October, worked.
  it("has what is told to oneself alone, with its days where the calendar knows them", async () => {
    const { text } = await zhang.says("订阅列表").gets("您的提醒", "－ 滞后摘要");
    expect(lineOf(text, "✅ 催报提醒")).toContain("下次9月28日（周三）、9月30日、10月9日");
    expect(lineOf(text, "✅ 节点到期")).toContain("09:05");
    expect(lineOf(text, "✅ 节点到期")).toContain("有到期的当天早上告诉您");
    expect(text).toMatch(/✅ 问题到期[\s\S]*✅ 容缺补件/);
    expect(text).not.toMatch(/领导简报|漏报清单/);
    const leader = await office.chen.privately.says("订阅列表").gets("✅ 领导简报");
    // The first workdays of the weeks: after the holidays Saturday 8 October is still W40; that of Monday the 10th,
    // two workdays later, comes only where something has changed.
    expect(lineOf(leader.text, "✅ 领导简报")).toContain("下次9月26日（周一）、10月8日、10月17日");
  });

  it("退订 turns it off, for oneself alone, and 订阅 on again", async () => {
    await zhang.says("退订 催报提醒").gets("已退订 催报提醒", "不再发给您");
    const [change] = await office.store.read.audit.latest(1);
    expect(change).toMatchObject({ what: "定时消息 催报提醒", from: "收", to: "不收", byName: "张伟" });
    await zhang.says("订阅列表").gets("－ 催报提醒");
    expect(await told("2022-09-28T09:10:00")).toEqual([]);
    await zhang.says("订阅 催报提醒").gets("已订阅 催报提醒");
    expect(await told("2022-09-30T09:10:00")).toHaveLength(1);
  });

  it("what is the leaders' or the office's is said to be so", async () => {
    await zhang.says("订阅 领导简报").gets("没有改动", "只发给领导");
    await zhang.says("订阅 漏报清单").gets("没有改动", "推进办的群");
    await zhang.says("订阅 天气").gets("没有这个提醒", "可以订阅的有：推进会提醒", "催报提醒");
  });
});

describe("a group bound to projects or to a unit", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("has only these in its digest, also when a button is used; questions see all", async () => {
    await li.says("绑定 敦煌南路 武宁路").gets("已绑定", "滞后摘要、报送进度只讲绑定的");
    await zhang.says("订阅列表").gets("滞后摘要、报送进度只讲绑定的：");
    const [digest] = await office.posted("2022-09-26T09:10:00+08:00");
    expect(digest?.text).toContain("敦煌南路");
    expect(digest?.text).not.toContain("加油站");
    await zhang.says("查 加油站").gets("加油站");
  });

  it("a unit's group has the unit's", async () => {
    await li.says("绑定 清空").gets("已解除");
    await li.says("绑定 区建管委").gets("已绑定", "区建设管理委");
    await li.says("绑定").gets("现在绑定的：区建设管理委");
    const [digest] = await office.posted("2022-10-09T09:10:00+08:00");
    expect(digest?.text).not.toContain("桃浦智创城公司");
    expect(digest?.text).toContain("敦煌南路");
  });

  it("an outside group cannot be bound to a whole unit", async () => {
    await li.in(EXTERNAL_GROUP).says("绑定 区建管委").gets("没有改动", "外部群只能绑定项目");
  });
});
