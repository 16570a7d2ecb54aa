import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const lastPost = (office: Office, chat?: string) => office.posts(chat).at(-1);

/** The titles of what is posted by an instant. */
async function posted(office: Office, instant: string, chat?: string): Promise<(string | undefined)[]> {
  return titles(await office.posted(`${instant}+08:00`, chat));
}

const titles = (cards: readonly { text: string }[]) => cards.map(({ text }) => text.split("\n")[0]);

// Workdays before Thursday 13 October 2022: 12, 11, 10, then 9 and 8 (Sunday and Saturday, worked for the
// holiday), 30 and 29 September; 1 to 7 October rest.
describe("a meeting booked three weeks ahead", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen } = office;
  await li.says("退订 滞后摘要").gets("已退订");

  it("排会 says when it will remind", async () => {
    await li
      .says("排会 10月13日下午2点 区府3楼")
      .gets(
        "已排重大项目推进会",
        "10月13日 周四 14:00",
        "区府3楼",
        "9月29日 09:05、10月10日 09:05、10月12日 09:05、10月13日 08:40",
      );
  });

  it("T-7: place, who has reported and who has not, lamps, money against 时序", async () => {
    expect(await posted(office, "2022-09-28T17:59:00")).toEqual([]);
    expect(await posted(office, "2022-09-29T09:01:00")).toEqual([]);
    expect(await posted(office, "2022-09-29T09:05:00")).toEqual(["推进会预告"]);
    const { text } = lastPost(office) ?? { text: "" };
    expect(text).toContain("8月应报34、已报30、未报4");
    expect(text).toMatch(/共34个：🔴\d+ 🟡\d+ 🟢\d+ ⚪\d+/u);
    expect(text).toContain("年度计划合计35.46亿，累计完成17.62亿（49.7%），时序58.8%，差9.1个百分点");
    // September closes on 8 October, before the meeting of the 13th.
    expect(text).toContain("请于10月8日前补报：");
  });

  it("参会／请假 change the card in place; the answer may be changed", async () => {
    const card = lastPost(office);
    if (!card) throw new Error("no reminder");
    const coming = await zhang.clicks(card, "参会");
    expect(coming.toast).toBe("已记下：参会");
    const once = await coming.shows("参会1人：张伟");
    const both = await (await wang.clicks(once, "参会")).shows("参会2人：张伟、王芳");
    const away = await zhang.clicks(both, "请假");
    expect(away.toast).toContain("请假");
    await away.shows("参会1人：王芳", "请假1人：张伟");
  });

  it("rest days pass in silence; T-3 brings the agenda", async () => {
    for (const day of ["2022-09-30", "2022-10-03", "2022-10-07", "2022-10-08", "2022-10-09"])
      expect(await posted(office, `${day}T12:00:00`)).toEqual([]);
    expect(await posted(office, "2022-10-10T09:05:00")).toEqual(["推进会议程（草）"]);
    expect(lastPost(office)?.text).toMatch(
      /一、上次议定事项[\s\S]*二、红灯项目（\d+个[\s\S]*敦煌南路[\s\S]*四、逾期的节点[\s\S]*五、一个月内到期的节点[\s\S]*七、下月安排/,
    );
  });

  it("T-1 names who has not answered; the day brings the figures", async () => {
    expect(await posted(office, "2022-10-12T09:05:00")).toEqual(["明天开推进会"]);
    expect(lastPost(office)?.text).toContain("还没回复2人：陈主任、李敏");
    expect(await posted(office, "2022-10-13T08:36:00")).toEqual([]);
    expect(await posted(office, "2022-10-13T08:40:00")).toEqual(["今天开推进会"]);
    expect(lastPost(office)?.text).toContain("会上用的数：9月关账时的，快照 2022-09-1");
  });

  it("never again, and after it has begun the buttons are closed", async () => {
    expect(await posted(office, "2022-10-13T13:00:00")).toEqual([]);
    const card = lastPost(office);
    if (!card) throw new Error("no reminder");
    await office.isNow("2022-10-13T14:00:00+08:00");
    expect((await chen.clicks(card, "参会")).toast).toBe("会已经开了");
  });
});

describe("booking and calling off", async () => {
  const office = await Office.open();
  const { li, wang } = office;
  await li.says("退订 滞后摘要").gets("已退订");

  // Tuesday 27 September, booked on the 20th: T-7 was the 16th, T-3 is the 22nd.
  it("a late booking skips the reminders that are past", async () => {
    await li
      .says("排会 9月27日下午2点 区府3楼")
      .gets("我会在这里提醒：9月22日 09:05、9月26日 09:05、9月27日 08:40");
    expect(await posted(office, "2022-09-20T17:00:00")).toEqual([]);
    expect(await posted(office, "2022-09-22T09:05:00")).toEqual(["推进会议程（草）"]);
  });

  it("the same time is not booked twice; another one shows what stands, and its button calls that off", async () => {
    await li.says("排会 9月27日 14:00 区府5楼").gets("已经排过了", "区府3楼");
    const card = await li.says("排会 9月28日下午2点 区府3楼").gets("这里还排着：9月27日 周二 14:00 区府3楼");
    const changed = await (await li.clicks(card, "取消9月27日 周二 14:00的会")).shows("已排", "9月28日");
    expect(changed.text).not.toContain("还排着");
    expect(await posted(office, "2022-09-23T09:05:00")).toEqual(["推进会议程（草）"]);
    expect(await posted(office, "2022-09-26T09:05:00")).toEqual([]);
  });

  it("only the office calls off; then no reminder comes, and old reminders say so", async () => {
    const reminder = lastPost(office);
    const card = await li.says("排会 9月29日 9:30 区府3楼").gets("已排");
    expect((await wang.clicks(card, "取消这个会")).toast).toBe(
      "这件事只有推进办能办，请找推进办李敏（综合管理科）。",
    );
    expect((await office.refusals())[0]).toBe("office-only");
    const other = await (await li.clicks(card, "取消9月28日 周三 14:00的会")).shows("9月29日");
    await (await li.clicks(other, "取消这个会")).shows("重大项目推进会已取消", "不再提醒");
    expect(await posted(office, "2022-09-27T09:05:00")).toEqual([]);
    expect(await posted(office, "2022-09-28T09:05:00")).toEqual([]);
    if (reminder) expect((await wang.clicks(reminder, "参会")).toast).toBe("这个会已经取消或改期了");
  });

  it.each([
    ["排会 下次", "没看出是哪一天"],
    ["排会 2月30日 14:00 区府", "没有这一天"],
    ["排会 13月5日 14:00 区府", "没有这一天"],
    ["排会 9月30日", "没看出几点开"],
    ["排会 9月30日下午2点", "还缺地点"],
    ["排会 9月1日下午2点 区府3楼", "已经过了"],
    ["排会 9月30日3点 区府3楼", "3点是上午还是下午？请写明"],
  ])("%s: %s", async (words, fault) => {
    await li.says(words).gets("没有排会", fault, /请这样说：排会 \d+月\d+日下午2点 区府3楼/);
  });

  it("where reminders are turned off it says so instead of promising", async () => {
    await li.says("退订 推进会提醒").gets("已退订");
    await li.says("排会 10月20日下午2点 区府3楼").gets("这里退订了推进会提醒");
  });

  it("on a rest day it warns; the last reminder is on the workday before", async () => {
    await li.says("订阅 推进会提醒").gets("已订阅");
    await li.says("排会 10月29日上午10点 区府3楼").gets("休息日", "10月28日 09:05");
  });

  it("a floor behind the hour is no minutes", async () => {
    await li.says("订会 10月28日下午3点 5楼会议室").gets("10月28日 周五 15:00", "地点　5楼会议室");
    await li.says("订会 10月27日下午3点5楼").gets("10月27日 周四 15:00", "地点　5楼");
  });

  it.each([
    ["排会 11月1日下午2点到4点 区府3楼", "11月1日 周二 14:00"],
    ["排会 11月2日 14:00-16:00 区府3楼", "11月2日 周三 14:00"],
    ["排会 11月3日下午两点至下午四点半，区府3楼", "11月3日 周四 14:00"],
    ["排会 11月4日上午9点~11点30分在区府3楼", "11月4日 周五 09:00"],
    ["排会 11月7日 14:00—16 区府3楼", "11月7日 周一 14:00"],
    ["排会 11月8日下午2点，地点：区府3楼", "11月8日 周二 14:00"],
    ["排会 11月17日下午2-4点 区府3楼", "11月17日 周四 14:00（到16:00，提醒里只写开始时间）"],
    ["排会 11月10日14-16点 区府3楼", "11月10日 周四 14:00（到16:00"],
    ["排会 11月11日上午9点半到11点半 区府3楼", "11月11日 周五 09:30（到11:30"],
    ["排会 11月14日下午两到四点 区府3楼", "11月14日 周一 14:00（到16:00"],
    ["排会 11月15日上午10-12点 区府3楼", "11月15日 周二 10:00（到12:00"],
    ["排会 11月16日上午11点到下午2点 区府3楼", "11月16日 周三 11:00（到14:00"],
  ])("%s: the end of a span is not the place", async (words, time) => {
    const { text } = await li.says(words).gets("已排", time, "地点　区府3楼");
    expect(text).not.toMatch(/地点　.*(?:16|4点|四点)/);
  });

  it("a place that still holds a time is asked about", async () => {
    await li.says("排会 11月9日下午2点 到11月10日下午4点 区府3楼").gets("没有排会", "没看出在哪里开");
    await li.says("排会 11月9日下午2点 发改委3号楼").gets("已排", "地点　发改委3号楼");
  });

  it("in private it reminds in private", async () => {
    const chat = office.sandbox.privateChat(li.openId);
    await li.privately
      .says("排会 9月30日下午2点 区府3楼")
      .gets("9月29日 09:05、9月30日 08:40", "只提醒您一个人");
    expect(await posted(office, "2022-09-29T09:05:00", chat)).toEqual(["明天开推进会"]);
  });
});

describe("推进会什么时候开", async () => {
  const office = await Office.open();
  const { li, zhang, wang, liu, chen } = office;

  it("nothing booked: says so, the office how to book, others whom to ask", async () => {
    await li.says("排会 什么时候").gets("还没有排推进会", "请这样说：排会 9月27日下午2点 区府3楼");
    await zhang.says("推进会什么时候开").gets("还没有排推进会", "请找推进办李敏（综合管理科）");
  });

  it("tells everybody the next one and who comes; two buttons to say so", async () => {
    await li.says("排会 10月13日下午2点 区府3楼").gets("已排");
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    const card = await liu
      .says("下次推进会几点？")
      .gets("下次推进会：还有7天", "9月27日 周二 14:00", "区府3楼", "还没有人报参会", "之后还排着：10月13日");
    expect(card.text).not.toContain("取消会议");
    await li.says("排会").gets("下次推进会：还有7天", "取消请说“取消会议”");
    const once = await (await zhang.clicks(card, "参会")).shows("参会1人：张伟");
    await (await wang.clicks(once, "请假")).shows("参会1人：张伟", "请假1人：王芳");
  });

  it("is told in private and in other groups too, and where it was booked", async () => {
    await zhang.privately.says("排会 什么时候").gets("9月27日 周二 14:00", "在“重大项目推进群”里排的");
    await li
      .in(OFFICE_GROUP)
      .says("排会 取消")
      .gets("这里没有排会", "在“重大项目推进群”里排的", "请到那个群里说");
  });

  it("where it was not booked only the asker is named, the others are counted", async () => {
    const card = await zhang.says("排会 什么时候").gets("参会1人：张伟", "请假1人：王芳");
    expect(card.text).not.toContain("另");
    const other = await chen.in(OFFICE_GROUP).says("推进会什么时候开").gets("参会1人", "请假1人");
    expect(other.text).not.toMatch(/张伟|王芳/);
    await (await chen.in(OFFICE_GROUP).clicks(other, "参会")).shows("参会2人：陈主任，另1人");
    await li.privately.says("推进会什么时候开").gets("参会2人：张伟、陈主任");
  });

  it("what somebody has booked in private stays theirs", async () => {
    await li.privately.says("排会 9月21日下午2点 区府3楼").gets("已排");
    await zhang.privately.says("排会 什么时候").gets("9月27日");
    await li.privately.says("排会 什么时候").gets("明天", "9月21日");
  });
});

describe("改期", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;
  await li.says("退订 滞后摘要").gets("已退订");
  await li.says("排会 10月13日下午2点 区府3楼").gets("已排");

  it("only the office may; others learn whom to ask, and it is kept", async () => {
    await wang.says("排会 改到周五下午两点").gets("这件事要请推进办来办", "推进办李敏");
    await wang.says("排会 取消").gets("这件事要请推进办来办", "推进办李敏");
    expect(await office.refusals()).toEqual(["office-only", "office-only"]);
  });

  it("old → new; who had answered is asked again, on the card itself", async () => {
    expect(await posted(office, "2022-09-29T09:05:00")).toEqual(["推进会预告"]);
    const reminder = lastPost(office);
    if (!reminder) throw new Error("no reminder");
    await (await zhang.clicks(reminder, "参会")).shows("参会1人");
    const card = await li
      .says("会议改到10月21日上午10点")
      .gets(
        "推进会改了",
        "10月13日 周四 14:00 → 10月21日 周五 10:00",
        "地点　区府3楼",
        "我会在这里提醒：10月12日 09:05",
        "@张伟 时间变了，请重新回复",
      );
    await (await zhang.clicks(card, "请假")).shows("推进会改了", "10月13日", "请假1人：张伟");
    expect((await zhang.clicks(reminder, "参会")).toast).toContain("取消");
  });

  it("the announcement stays one, whoever answers on it", async () => {
    const card = await li.says("会议改到10月21日上午11点").gets("10月21日 周五 10:00 → 10月21日 周五 11:00");
    const once = await (await wang.clicks(card, "参会")).shows(
      "推进会改了",
      "10月21日 周五 10:00 → 10月21日 周五 11:00",
      "地点　区府3楼",
      "参会1人：王芳",
      "@张伟 时间变了，请重新回复",
    );
    const both = await (await zhang.clicks(once, "参会")).shows(
      "推进会改了",
      "10月21日 周五 10:00 → 10月21日 周五 11:00",
      "参会2人：王芳、张伟",
    );
    expect(both.text).not.toContain("请重新回复");
    await (await li.clicks(both, "改回10月21日 周五 10:00")).shows("11:00 → 10月21日 周五 10:00");
  });

  it("the reminders follow", async () => {
    expect(await posted(office, "2022-10-10T09:05:00")).toEqual([]);
    expect(await posted(office, "2022-10-12T09:05:00")).toEqual(["推进会预告"]);
  });

  it.each([
    ["会议推迟到下周三", "10月21日 周五 10:00 → 10月19日 周三 10:00", "地点　区府3楼"],
    ["会议改到下午3点", "10月19日 周三 10:00 → 10月19日 周三 15:00", "地点　区府3楼"],
    ["会议提前到10月18日上午9点半开吧", "→ 10月18日 周二 09:30", "地点　区府3楼"],
    ["会议改到10月20日下午两点，区府5楼", "→ 10月20日 周四 14:00", "区府3楼 → 区府5楼"],
    ["排会 提前一小时", "10月20日 周四 14:00 → 10月20日 周四 13:00", "地点　区府5楼"],
    ["排会 推迟一个小时", "10月20日 周四 13:00 → 10月20日 周四 14:00", "地点　区府5楼"],
    ["会议推迟两天", "10月20日 周四 14:00 → 10月22日 周六 14:00", "休息日"],
    ["排会 往前提一天", "10月22日 周六 14:00 → 10月21日 周五 14:00", "地点　区府5楼"],
    ["排会 会议往后推一天", "10月21日 周五 14:00 → 10月22日 周六 14:00", "地点　区府5楼"],
    ["会议提前到下午1点", "10月22日 周六 14:00 → 10月22日 周六 13:00", "地点　区府5楼"],
    ["会议改到下午2点", "10月22日 周六 13:00 → 10月22日 周六 14:00", "地点　区府5楼"],
    ["会议推迟到10月21日，地点不变", "→ 10月21日 周五 14:00", "地点　区府5楼"],
    ["会议地点改到区政府一楼大厅", "时间　10月21日 周五 14:00", "区府5楼 → 区政府一楼大厅"],
    ["会议时间地点改到10月20日下午2点 区府6楼", "10月21日 周五 14:00 → 10月20日 周四 14:00", "→ 区府6楼"],
    ["会议地点改到区府7楼，时间改到10月21日下午3点", "→ 10月21日 周五 15:00", "区府6楼 → 区府7楼"],
    ["会议改到10月20日下午两点，地点改到区府5楼", "→ 10月20日 周四 14:00", "区府7楼 → 区府5楼"],
    ["会议推迟到10月21日吧地点换成铜川路12号3楼", "→ 10月21日 周五 14:00", "→ 铜川路12号3楼"],
    ["会议时间不变，地点改到发改委5楼", "时间　10月21日 周五 14:00", "→ 发改委5楼"],
    ["会议地点不变，时间改到下午3点到5点", "→ 10月21日 周五 15:00", "地点　发改委5楼"],
    ["会议改到下午2点，地点：区府5楼", "→ 10月21日 周五 14:00", "→ 区府5楼"],
  ])("%s: what is not said stays", async (words, time, place) => {
    await li.says(words).gets("推进会改了", time, place);
  });

  it("one button takes it back", async () => {
    const card = await li.says("会议改到10月24日").gets("10月21日 周五 14:00 → 10月24日 周一 14:00");
    await (await li.clicks(card, "改回10月21日 周五 14:00")).shows(
      "10月24日 周一 14:00 → 10月21日 周五 14:00",
    );
  });

  it.each([
    ["会议改期", "没看出是哪一天"],
    ["会议推迟一下", "没看出是哪一天"],
    ["会议改到改天再说", "没看出是哪一天"],
    ["会议改到2月30日", "没有这一天"],
    ["会议改到9月1日", "已经过了"],
    ["会议改到下周五下午", "没看出几点开"],
    ["会议改到下周五3点", "3点是上午还是下午"],
    ["会议改到10月21日下午2点", "原来就是10月21日"],
    ["会议地点改到区府6楼，时间下周五下午2点", "没看出在哪里开"],
    ["会议地点改到下周五下午2点", "没看出在哪里开"],
    ["会议地点改到区府6楼，27号", "没看出在哪里开"],
    ["会议地点改到", "没看出在哪里开"],
    ["会议地点时间改到区府6楼 下周五下午2点", "没看出是哪一天"],
    ["会议改到下周五下午3点，区府6楼换一下", "没看出在哪里开"],
    ["会议地点改到区府6楼，时间改到下周五下午3点 区府7楼", "没看出在哪里开"],
    ["会议地点改到区府6楼，地点改到区府7楼", "没看出哪个是时间"],
    ["会议改到下周五下午3点，改到区府6楼", "没看出哪个是时间"],
    ["会议推迟两天，地点改到区府6楼", "没看出哪个是时间"],
  ])("%s: asked, with an example", async (words, fault) => {
    await li.says(words).gets("没有改期", fault, "请这样说：会议改到10月19日下午2点");
  });

  it.each(["会议能改到下周三吗？", "会议取消了没", "会议改期了吗", "会议不改到下周三了", "推进会别取消"])(
    "%s: changes nothing, shows what stands",
    async (words) => {
      await li.says(words).gets("下次推进会", "10月21日 周五 14:00");
    },
  );

  it("several ahead: which one is asked with buttons", async () => {
    await li.says("排会 11月10日下午2点 区府3楼").gets("已排");
    const card = await li.says("会议改到11月11日").gets("要改哪一个会？");
    expect(card.buttons.map(({ text }) => text)).toEqual(["10月21日 周五 14:00", "11月10日 周四 14:00"]);
    expect((await wang.clicks(card, "11月10日 周四 14:00")).toast).toContain("推进办李敏");
    await (await li.clicks(card, "11月10日 周四 14:00")).shows("11月10日 周四 14:00 → 11月11日 周五 14:00");
    await li.says("10月21日的会议改到11月11日下午两点").gets("没有改期", "已经排了另一个会");
  });
});

describe("取消会议", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;
  await li.says("退订 滞后摘要").gets("已退订");
  await li.says("排会 9月27日下午2点 区府3楼").gets("已排");

  it("nothing is called off before the button is used; then it says who is informed", async () => {
    const next = await zhang.says("排会 什么时候").gets("下次推进会");
    await (await zhang.clicks(next, "参会")).shows("参会1人：张伟");
    const card = await li.says("取消会议").gets("要取消这个会吗？", "参会1人：张伟", "还没有取消");
    expect(card.buttons.map(({ text }) => text)).toEqual(["取消这个会"]);
    expect((await wang.clicks(card, "取消这个会")).toast).toContain("推进办李敏");
    await wang.says("排会 什么时候").gets("下次推进会");
    await (await li.clicks(card, "取消这个会")).shows(
      "重大项目推进会已取消",
      "不再提醒",
      "回复过的1人：@张伟",
      "群里的人",
    );
    expect(await posted(office, "2022-09-22T09:05:00")).toEqual([]);
    await li.says("排会 取消").gets("没有取消", "这里没有排会");
  });

  it("several ahead: which one, or the one whose day is named", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    await li.says("排会 10月13日下午2点 区府3楼").gets("已排");
    const card = await li.says("会议取消吧").gets("要取消哪一个会？");
    await (await li.clicks(card, "10月13日 周四 14:00")).shows("重大项目推进会已取消", "10月13日");
    await li.says("排会 10月13日下午2点 区府3楼").gets("已排");
    await li.says("取消10月13号的推进会").gets("要取消这个会吗？", "10月13日");
  });
});

describe("old cards after the meeting has begun", async () => {
  const office = await Office.open();
  const { li } = office;

  it("call nothing off and move nothing", async () => {
    const booked = await li.says("排会 9月20日下午2点 区府3楼").gets("已排");
    const moved = await li.says("会议改到9月20日下午3点").gets("推进会改了");
    const asked = await li.says("取消会议").gets("要取消这个会吗？");
    expect((await li.clicks(booked, "取消这个会")).toast).toBe("这个会已经取消或改期了");
    await li.says("排会 9月21日下午2点 区府3楼").gets("已排");
    const which = await li.says("会议改到9月22日").gets("要改哪一个会？");
    const meetings = await office.store.read.meetings.between(0, Number.MAX_SAFE_INTEGER);
    await office.isNow("2022-09-20T15:00:00+08:00");
    expect((await li.clicks(moved, "取消这个会")).toast).toBe("会已经开了");
    expect((await li.clicks(moved, "改回9月20日 周二 14:00")).toast).toBe("会已经开了");
    expect((await li.clicks(asked, "取消这个会")).toast).toBe("会已经开了");
    expect((await li.clicks(which, "9月20日 周二 15:00")).toast).toBe("会已经开了");
    expect(await office.store.read.meetings.between(0, Number.MAX_SAFE_INTEGER)).toEqual(meetings);
  });
});

describe("a meeting on a Monday", async () => {
  const office = await Office.open();

  it("is not called 明天 on the Friday before", async () => {
    await office.li.says("排会 9月26日下午2点 区府3楼").gets("已排");
    await office.isNow("2022-09-21T09:05:00+08:00");
    expect(await posted(office, "2022-09-23T09:05:00")).toEqual(["周一开推进会"]);
  });
});

describe("after a downtime", async () => {
  const office = await Office.open();

  it("only the latest reminder missed is made up, once", async () => {
    await office.li.says("排会 10月13日下午2点 区府3楼").gets("已排");
    await office.li.says("退订 滞后摘要").gets("已退订");
    // Down from before T-7 until two days after T-3.
    const made = await office.postedAfterDowntime("2022-10-11T10:00:00+08:00");
    expect(titles(made)).toEqual(["推进会议程（草）"]);
    expect(await office.postedAfterDowntime("2022-10-11T10:05:00+08:00")).toEqual([]);
  });
});

describe("专题协调会", async () => {
  const office = await Office.open();
  const { li, zhang, wang, zhou } = office;
  await li.says("退订 滞后摘要").gets("已退订");

  it("is booked on a matter, beside the 推进会", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排重大项目推进会");
    await li
      .says("排会 专题 武宁路管线搬迁 9月23日下午2点 区府2楼")
      .gets(
        "已排武宁路管线搬迁专题协调会",
        "9月23日 周五 14:00",
        "地点　区府2楼",
        "我会在这里提醒：9月22日 09:05、9月23日 08:40",
        "这里还排着：9月27日 周二 14:00 区府3楼",
      );
    await wang.says("排会 专题 603交地 9月26日下午2点 区府2楼").gets("推进办李敏");
  });

  it("plain words without a place ask for it, with a form; nothing is booked before", async () => {
    const card = await li
      .says("开个敦煌南路征收专题会 周五下午四点")
      .gets("没有排会", "敦煌南路征收专题协调会　9月23日 周五 16:00", "还缺地点");
    await (await li.fills(card, "排会", { place: "征收中心3楼" })).shows(
      "已排敦煌南路征收专题协调会",
      "征收中心3楼",
    );
  });

  it("on a problem by its number", async () => {
    await li.says("武宁路 燃气管线没迁，请区建管委协调，9月30日前").gets("#1");
    await li.says("排会 专题 #1 9月26日上午10点 区府2楼").gets("已排#1 武宁路快速化", "9月26日 周一 10:00");
    await li.says("排会 专题 #99 9月26日上午10点 区府2楼").gets("没有排会", "没有#99这个问题");
    await li.says("排会 专题 9月26日上午10点 区府2楼").gets("没有排会", "没看出议什么");
  });

  it("which one is asked when it is not clear; a name, a kind or a day makes it clear", async () => {
    const card = await li.says("会议改到9月29日").gets("要改哪一个会？");
    expect(card.buttons.map(({ text }) => text)).toEqual([
      "9月23日 周五 14:00 武宁路管线搬迁专题协调会",
      "9月23日 周五 16:00 敦煌南路征收专题协调会",
      expect.stringContaining("9月26日 周一 10:00 #1 武宁路快速化"),
      "9月27日 周二 14:00",
    ]);
    await li.says("敦煌南路专题会改到9月29日").gets("敦煌南路征收专题协调会改了", "9月29日 周四 16:00");
    await li.says("推进会改到9月28日").gets("推进会改了", "9月28日 周三 14:00");
    await li.says("取消敦煌南路专题会").gets("要取消这个会吗？", "敦煌南路征收专题协调会");
  });

  it("the day before and on the day it is announced by its name, without the month's figures", async () => {
    expect(await posted(office, "2022-09-22T09:05:00")).toEqual(["明天开武宁路管线搬迁专题协调会"]);
    expect(lastPost(office)?.text).toContain("还没回复");
    expect(await posted(office, "2022-09-23T08:40:00")).toContain("今天开武宁路管线搬迁专题协调会");
    const day = office.posts().find(({ text }) => text.startsWith("今天开武宁路"));
    expect(day?.text).not.toContain("应报");
  });

  it("does not count against twelve; the list has both kinds", async () => {
    await office.isNow("2022-09-23T15:00:00+08:00");
    await zhang.says("会议").gets("今年应开12次，已开0次", "专题协调会：开了1次", "还排着3次");
    await zhou.says("会议").gets("只在内部说");
  });
});

describe("the meetings of a year", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  await li.says("退订 滞后摘要").gets("已退订");

  it("2021年开了9次, entered afterwards", async () => {
    await li
      .says(
        "排会 补记 2021年1月20日、2月24日、3月24日、4月21日、5月26日、6月23日、8月25日、10月27日、12月22日",
      )
      .gets("已补记推进会9次");
    await zhang.says("会议 2021年").gets("2021年的会议", "2021年应开12次，开了9次");
    await zhang.says("去年推进会开了几次").gets("2021年应开12次，开了9次");
    await li.says("排会 补记 2021年1月20日").gets("没有补记", "原来就有");
    await zhang.says("排会 补记 1月20日").gets("推进办李敏");
  });

  // Six entered, one held on the 20th; the one that was called off and the one to come do not count.
  it("held are those that began and were not called off", async () => {
    const card = await li.says("排会 补记 1月20日、2月23日、3月24日、4月20日、5月25日、6月22日").gets("6次");
    await li.says("排会 9月20日下午2点 区府3楼").gets("已排");
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    await li.says("排会 9月28日下午2点 区府3楼").gets("已排");
    const asked = await li.says("取消9月28日的会").gets("要取消这个会吗？");
    await (await li.clicks(asked, "取消这个会")).shows("已取消");
    await zhang.says("会议列表").gets("今年应开12次，已开6次", "还排着2次");
    await office.isNow("2022-09-20T14:00:00+08:00");
    await zhang.says("今年推进会开了几次").gets("今年应开12次，已开7次", "还排着1次");
    await (await li.clicks(card, "撤销")).shows("已撤销补记");
    await zhang.says("会议").gets("今年应开12次，已开1次");
  });

  it("every booking, move and cancellation is in the audit trail", async () => {
    const kept = (await office.store.read.audit.latest(60)).filter(({ subject }) => subject === "meeting");
    expect(new Set(kept.map(({ what }) => what))).toEqual(
      new Set(["补记会议", "撤销补记", "排会", "取消会议"]),
    );
    expect(kept.find(({ what }) => what === "取消会议")?.from).toContain("9月28日 周三 14:00 区府3楼");
  });
});

describe("who has not answered", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("会议谁没回复 names them in the meeting's own chat", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    const card = await li.says("会议谁没回复").gets("还没回复4人：陈主任、李敏、王芳、张伟");
    await (await zhang.clicks(card, "参会")).shows("参会1人：张伟", "还没回复3人：陈主任、李敏、王芳");
  });
});
