import { describe, expect, it } from "vitest";
import { EXTERNAL_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("one meeting is booked in the group", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, zhou } = office;
  const answers = async () => {
    const [meeting] = await office.store.read.meetings.between(0, Date.parse("2030-01-01T00:00:00+08:00"));
    const all = await office.store.read.meetings.attendance(meeting?.id ?? 0);
    return all
      .map(({ name, answer, standIn }) => `${name}${answer}${standIn ? `（${standIn}）` : ""}`)
      .sort();
  };

  it("none yet: nothing to answer, said kindly", async () => {
    for (const words of ["我参加", "我来", "参会", "会议我参加", "我去不了", "王芳代我参会"])
      await zhang.says(words).gets("现在没有排着的会", "没有记什么");
    await zhang.says("请假").gets("现在没有排着的会", "我请假到9月30日");
    await zhou.says("参会").gets("这里看不了");
  });

  it("is answered in words as by the buttons", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    await zhang
      .says("收到，我参加")
      .gets("已记下：参会", "9月27日 周二 14:00 区府3楼，参会", "来不了请说“会议我请假”");
    await wang.says("参会").gets("已记下：参会");
    expect(await answers()).toEqual(["张伟参会", "王芳参会"]);
  });

  it("is changed by saying so, old → new", async () => {
    await zhang.says("推进会我请假").gets("已记下：请假", "原来是参会，改为请假", "又能来了请说“会议我参加”");
    const card = await wang
      .says("请假，李明代我参会")
      .gets("已记下：请假，李明替会", "原来是参会，改为请假，李明替会");
    expect(await answers()).toEqual(["张伟请假", "王芳请假（李明）"]);
    await (await wang.clicks(card, "改成参会")).shows("参会1人：王芳");
    expect(await answers()).toEqual(["张伟请假", "王芳参会"]);
    await chen.says("我来不了，让王芳替我去").gets("已记下：请假，王芳替会");
  });

  it("我来 may be about something else: it is asked with a button, and kept by it", async () => {
    const card = await li.says("我来").gets("说的是哪个会？", "还没有记", "9月27日 周二 14:00");
    expect(await answers()).not.toContain("李敏参会");
    expect((await zhang.clicks(card, "9月27日 周二 14:00　参会")).toast).toContain("这是在问别人");
    await (await li.clicks(card, "9月27日 周二 14:00　参会")).shows("已记下：参会");
    expect(await answers()).toContain("李敏参会");
  });

  // Tomorrow is the 21st.
  it("of another day, or of another kind, nothing is kept", async () => {
    await li.says("明天的会我请假").gets("说的是哪个会？", "没有您说的那个会", "9月27日 周二 14:00");
    await li.says("专题会我请假").gets("没有您说的那个会");
    expect(await answers()).toContain("李敏参会");
    await li.says("9月27日的会我请假").gets("已记下：请假");
    await li.says("下周二的会我参加").gets("已记下：参会");
  });

  it("a reply to the meeting's card is about that meeting", async () => {
    const card = await chen.says("推进会什么时候开").gets("下次推进会");
    await chen
      .says("我来", { replyTo: card.messageId })
      .gets("已记下：参会", "原来是请假，王芳替会，改为参会");
  });

  it("an absence stays an absence", async () => {
    await zhang.says("我请假到9月30日").gets(/休假|请假/);
    expect(await answers()).toContain("张伟请假");
  });

  it("in private it is the one to which one is invited", async () => {
    await zhang.privately.says("会议我参加").gets("已记下：参会", "原来是请假");
    expect(await answers()).toContain("张伟参会");
  });

  it("is not for outside groups", async () => {
    await li.in(EXTERNAL_GROUP).says("会议我参加").gets("这里看不了");
  });
});

describe("several meetings are booked", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("asks which, unless the words tell", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("已排");
    await li.says("排会 专题 武宁路管线搬迁 9月23日下午2点 区府2楼").gets("已排");
    const card = await zhang
      .says("会议我参加")
      .gets("说的是哪个会？", "9月27日 周二 14:00", "9月23日 周五 14:00");
    expect(card.buttons).toHaveLength(2);
    await (await zhang.clicks(card, "9月27日 周二 14:00　参会")).shows("已记下：参会", "推进会 9月27日");
    await zhang.says("专题会我请假").gets("已记下：请假", "9月23日 周五 14:00");
    await zhang.says("武宁路专题会我参加").gets("已记下：参会", "原来是请假");
    await zhang.says("推进会我去不了，让王五替我去").gets("已记下：请假，王五替会", "9月27日");
    await zhang.says("9月23日的会我来不了").gets("已记下：请假", "9月23日 周五 14:00");
  });
});
