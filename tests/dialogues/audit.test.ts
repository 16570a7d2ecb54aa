import { describe, expect, it } from "vitest";
import {
  EXTERNAL_GROUP,
  OFFICE_GROUP,
  PROJECT_GROUP,
  XIAO_LIU,
  ZHOU_QIANG,
} from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("谁改的", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, zhou } = office;

  it("a figure answers who, when, old → new and in which message", async () => {
    await zhang.says("武宁路 形象进度65%").gets("60% → 65%");
    const { text } = await zhang
      .says("谁改的武宁路形象进度")
      .gets("谁改的", "9月20日 10:00 张伟　形象进度 60% → 65%", "原话“武宁路 形象进度65%”", "重大项目推进群");
    expect(text).not.toContain("本年累计投资");
  });

  it("a correction tells what it put right, and what was taken back is struck out", async () => {
    await zhang.says("刚才说错了，是66%").gets("65% → 66%");
    await zhang.says("谁改的武宁路形象进度").gets("更正　形象进度 65% → 66%", "形象进度 60% → 65%");
    const card = await zhang.says("武宁路 70%").gets("66% → 70%");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
    await zhang
      .says("谁改的武宁路形象进度")
      .gets(/~~.*形象进度 66% → 70%~~（已撤销）|形象进度 66% → 70%（已撤销）/);
  });

  it.each([
    "武宁路什么时候改的",
    "改动记录 武宁路",
    "谁改的 武宁路",
    "谁动过武宁路的数据",
    "请问武宁路是谁改的？",
  ])("%s: all of the project, the newest first", async (words) => {
    await zhang.says(words).gets("武宁路快速化：谁改的", "形象进度 65% → 66%", /共\d+条，第1／\d+页/);
  });

  it("its pages turn", async () => {
    const card = await li.says("改动记录 武宁路").gets("第1／");
    await (await li.clicks(card, "下一页")).shows("武宁路快速化：谁改的", "第2／");
  });

  it("said of a card it means that card's project, and of the echo of a report its figures", async () => {
    const echo = await zhang.says("武宁路本年累计完成1.02亿").gets("已记入");
    const { text } = await zhang.says("谁改的", { replyTo: echo.messageId }).gets("本年累计投资", "1.02亿");
    expect(text).not.toContain("形象进度");
    const card = await li.says("查 敦煌南路").gets("敦煌南路");
    await li.says("谁说的", { replyTo: card.messageId }).gets(/敦煌南路.*：谁改的/, "演示数据");
  });

  it("without a card and without a project it asks which one", async () => {
    await wang.says("谁改的").gets("要看哪个项目", "改动记录 武宁路");
    await wang.says("改动记录 火星基地").gets("没有找到“火星基地”");
  });

  it("what was said in private is not read out to others", async () => {
    await zhang.privately.says("武宁路 67%，这话别外传").gets("66% → 67%");
    const { text } = await li.says("谁改的武宁路形象进度").gets("形象进度 66% → 67%", "私聊");
    expect(text).not.toContain("别外传");
    await zhang.privately.says("谁改的武宁路形象进度").gets("别外传");
  });

  it("figures are everybody's to look at inside, other changes those of the own unit", async () => {
    await liu.says("谁改的武宁路形象进度").gets("形象进度 66% → 67%", "责任单位、计划、班子的改动不在这里列");
    await wang.says("谁改的武宁路班子").gets("不是您登记的单位的", "推进办李敏");
    await liu.says("谁改的武宁路班子").gets("您还没有登记", "推进办李敏（综合管理科）登记");
    expect((await office.refusals()).slice(0, 2)).toEqual(["not-registered", "not-yours"]);
  });

  it("outsiders learn nothing of who changed what", async () => {
    for (const words of ["谁改的武宁路", "改动记录", "谁登记的张伟"]) {
      const { text } = await zhou.says(words).gets("这里看不了", "只在内部看");
      expect(text).not.toMatch(/张伟|形象进度 /);
    }
  });

  it("the whole trail is the office's and the leaders'; a reporter's is of the own projects", async () => {
    await li.says("退订 滞后摘要").gets("已退订");
    for (const voice of [li, chen]) await voice.says("改动记录").gets("最近的改动", "定时消息 滞后摘要");
    const { text } = await wang.says("改动记录").gets("本单位项目的改动");
    expect(text).not.toContain("滞后摘要");
    await liu.says("改动记录").gets("您还没有登记");
  });

  it("a reporter does not get other units' changes by another word", async () => {
    const { text } = await wang.says("改动记录 本群").gets(/只限/);
    expect(text).not.toContain("滞后摘要");
  });
});

describe("changes that leave a trace", async () => {
  const office = await Office.open();
  const { li, liu, wang, store, sandbox } = office;
  const latest = async () => (await store.read.audit.latest(1))[0];

  it("订阅 and 退订: from, to, who and in which message", async () => {
    const { said } = li.says("退订 滞后摘要");
    await office.settled();
    expect(await latest()).toMatchObject({
      subject: "posts",
      subjectId: PROJECT_GROUP,
      what: "定时消息 滞后摘要",
      from: "收",
      to: "不收",
      by: li.openId,
      byName: "李敏",
      messageId: said.messageId,
      words: "退订 滞后摘要",
    });
    await li.says("订阅 滞后摘要").gets("已订阅");
    expect(await latest()).toMatchObject({ from: "不收", to: "收" });
    const before = await store.read.audit.latest(50);
    await li.says("订阅 滞后摘要").gets("已订阅");
    expect(await store.read.audit.latest(50), "nothing was changed").toEqual(before);
  });

  it("改时间", async () => {
    await li.says("改时间 滞后摘要 周二 9:30").gets("已改时间");
    const change = await latest();
    expect(change).toMatchObject({ what: "滞后摘要的时间" });
    expect(change?.from).toContain("每周一 09:10");
    expect(change?.to).toContain("每周二 09:30");
    await li
      .says("改动记录 本群")
      .gets("本群的改动", "滞后摘要的时间", "每周二 09:30", "原话“改时间 滞后摘要 周二 9:30”");
  });

  it("绑定, and what was bound before", async () => {
    const outside = li.in(EXTERNAL_GROUP);
    await outside.says("绑定 603").gets("已绑定");
    expect(await latest()).toMatchObject({
      subject: "chat",
      subjectId: EXTERNAL_GROUP,
      what: "绑定项目",
      from: "武宁路快速化",
      to: "武宁路快速化、603地块",
    });
    await outside.says("绑定 清空").gets("已解除");
    expect(await latest()).toMatchObject({ from: "武宁路快速化、603地块", to: "没有" });
  });

  it("what is refused or changes nothing leaves none", async () => {
    const before = await store.read.audit.latest(50);
    await wang.says("绑定 603").gets("这件事要请推进办来办");
    await li.says("绑定").gets("没有改动");
    await li.says("绑定 火星").gets("没有改动");
    expect(await store.read.audit.latest(50)).toEqual(before);
  });

  it("who registered somebody", async () => {
    await li.says("人员 @小刘 区建管委 填报", { mentions: [liu.openId] }).gets("已登记");
    await li.says("谁登记的小刘").gets("小刘：谁登记的", "李敏", "区建设管理委");
    await li.says("小刘是谁登记的？").gets("小刘：谁登记的");
    await liu.says("谁登记的我").gets("小刘：谁登记的", "李敏");
    await wang.says("谁登记的小刘").gets("不是您登记的单位的");
    await li.says("谁登记的赵六").gets("没有登记过“赵六”");
  });

  it("the bot's coming and going, and that a group has become an outside one", async () => {
    const { chatId } = sandbox.control.addChat({
      name: "新开的群",
      members: [li.openId, XIAO_LIU],
      hasBot: false,
    });
    sandbox.control.addBot(chatId, li.openId);
    await office.settled();
    expect(await latest()).toMatchObject({
      subject: "chat",
      subjectId: chatId,
      what: "靠谱进群",
      to: "内部群",
      byName: "李敏",
    });
    sandbox.control.join(chatId, ZHOU_QIANG);
    await office.voice(ZHOU_QIANG, chatId).says("列表").gets("这里还没有绑定项目");
    expect(await latest()).toMatchObject({ what: "群的性质", from: "内部群", to: "外部群", by: "靠谱" });
    sandbox.control.removeBot(chatId, li.openId);
    await office.settled();
    expect(await latest()).toMatchObject({ what: "靠谱离群", subjectId: chatId, by: "靠谱" });
  });

  it("shows nobody an open_id or a chat's id", async () => {
    for (const words of ["改动记录", "改动记录 本群", "改动记录 武宁路", "谁登记的小刘"]) {
      const { text } = await li.in(OFFICE_GROUP).says(words).gets();
      expect(text).not.toMatch(/o[ucm]_[0-9a-z]{6}/);
    }
  });
});

describe("a unit that is registered with a tap", async () => {
  const office = await Office.open();
  const { li, store } = office;

  it("is kept as a change of its own, beside the project's", async () => {
    const card = await li.says("改项目 武宁路 责任单位 长征镇 原因 分工调整").gets("责任单位是哪家？");
    await (await li.clicks(card, "登记新单位“长征镇”")).shows("区建设管理委 → 长征镇");
    const trail = await store.read.audit.of("project", "S-06", 2);
    expect(trail.map(({ what, from, to, byName }) => [what, from, to, byName])).toEqual([
      ["责任单位", "区建设管理委", "长征镇", "李敏"],
      ["登记单位", null, "长征镇", "李敏"],
    ]);
    await li.says("谁改的武宁路").gets("登记单位　长征镇");
  });
});

describe("推进办内部群", async () => {
  const office = await Office.open();
  const { li, wang, store } = office;
  const isOffice = async (chatId: string) => (await store.read.chats.find(chatId))?.office;

  it("is set by the office at a second word, kept, and taken back", async () => {
    const card = await li.says("绑定 推进办群").gets("定为推进办内部群？", "群里每个人都看得到");
    expect(await isOffice(PROJECT_GROUP)).toBe(false);
    expect((await wang.clicks(card, "定为推进办内部群")).toast).toContain("只有推进办能办");
    await (await li.clicks(card, "定为推进办内部群")).shows("已定为推进办内部群", "绑定 取消推进办群");
    expect(await isOffice(PROJECT_GROUP)).toBe(true);
    expect((await store.read.audit.latest(1))[0]).toMatchObject({
      what: "推进办内部群",
      from: "不是",
      to: "是",
    });
    await li.says("绑定 取消推进办群").gets("不再是推进办内部群");
    expect(await isOffice(PROJECT_GROUP)).toBe(false);
  });

  it("is never a group with outsiders", async () => {
    await li.in(EXTERNAL_GROUP).says("绑定 推进办群").gets("没有改动", "没有外单位的群");
    await li.privately.says("绑定 推进办群").gets("没有改动");
  });
});
