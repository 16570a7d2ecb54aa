import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { Office } from "../support/office.js";

const labels = (card: SeenMessage) => card.buttons.map(({ text }) => text);

/** An office in the middle of its 推进会 of 20 September 2022, 14:30. */
async function inTheMeeting(): Promise<Office> {
  const office = await Office.open();
  await office.li.says("退订 滞后摘要").gets("已退订");
  await office.li.says("排会 9月20日下午2点 区府3楼").gets("已排");
  await office.isNow("2022-09-20T14:30:00+08:00");
  return office;
}

describe("议定", async () => {
  const office = await inTheMeeting();
  const { li, zhang, chen, zhou } = office;

  it("one sentence becomes an action with number, unit, day and meeting, and can be taken back", async () => {
    const card = await li
      .says("议定 区建管委 9/30 完成管线迁改方案")
      .gets(
        "已记议定事项 议1",
        "会议　9月20日 周二 14:00 重大项目推进会",
        "议1　区建设管理委　9月30日前\n完成管线迁改方案",
      );
    await (await li.clicks(card, "撤销")).shows("已撤销议1");
    await li.says("议定事项").gets("没有这样的议定事项");
    expect((await office.store.read.audit.of("action", "议1", 5)).map(({ what }) => what)).toEqual([
      "撤销",
      "议定",
    ]);
  });

  it.each([
    ["议定 9/30前 区建管委 完成管线迁改方案"],
    ["议定 完成管线迁改方案 区建管委 9月30日前"],
    ["议定：由区建管委于9月30日前完成管线迁改方案"],
    ["会议明确由区建管委9月30日前完成管线迁改方案"],
    ["会上定了，区建管委9月30日前完成管线迁改方案"],
    ["议定区建管委9/30完成管线迁改方案"],
  ])("%s: the same in any order", async (words) => {
    const card = await li.says(words).gets(/议\d　区建设管理委　9月30日前\n完成管线迁改方案/);
    await (await li.clicks(card, "撤销")).shows("已撤销");
  });

  it("a number that was taken back is not given again", async () => {
    await li
      .says("议定 武宁路 区发改委 10月15日 批复概算，责任人王工")
      .gets("议8　区发展改革委（王工）　10月15日前\n批复概算");
    await li.says("议8").gets("项目　武宁路快速化", "责任人　王工", "待知悉");
    await li.says("议定 区发改委 10月15日 批复概算").gets("已经记过了", "没有再记");
    await li.says("议定 区发改委 10月31日 批复概算").gets("已经记过了", "10月15日前", "议8 延到");
  });

  it("撤销 in words takes back what was just decided, not the last report", async () => {
    await li.says("武宁路 61%").gets("已记入");
    await li.says("议定 区财政局 9月29日 拨付征收资金").gets("已记议定事项 议9");
    await li.says("撤销").gets("已撤销 议9");
    expect((await office.store.read.ledger.figures("S-06")).percent?.value).toBe(61);
    await li.says("撤销").gets("已撤销");
    expect((await office.store.read.ledger.figures("S-06")).percent?.value).toBe(60);
  });

  it("a pasted list is several actions; each line for itself", async () => {
    await li
      .says(
        "议定：\n1. 区绿容局 10/10 完成绿化搬迁手续\n2、土储中心9月28日前移交603地块\n（3）区建管委 配合区财政局完成拨款 9/29",
      )
      .gets(
        "已记议定事项3项",
        "议10　区绿化市容局　10月10日前\n完成绿化搬迁手续",
        "议11　区土地储备中心　9月28日前\n移交603地块",
        "议12　区建设管理委　9月29日前\n配合区财政局完成拨款",
      );
    const pasted = await li
      .says("会议明确：\n1. 区建管委 9/29 移交绿地\n2. 区财政局 10/9 核定预算")
      .gets("已记议定事项2项", "移交绿地", "核定预算");
    await (await li.clicks(pasted, "撤销")).shows("已记议定事项 议14");
  });

  it("a unit that is not known is asked with the nearest ones", async () => {
    const card = await li.says("议定 规划局 9/30 报控规方案").gets("还没有记", "“规划局”不是登记的单位");
    expect(labels(card)).toContain("区规划资源局");
    await (await li.clicks(card, "区规划资源局")).shows("议15　区规划资源局　9月30日前\n报控规方案");
  });

  // Tuesday 20 September: this Friday is the 23rd, the month ends on the 30th; a 推进会 on 13 October has the 12th before it.
  it("without a day it is asked with days; the day before the next meeting is one", async () => {
    await li.says("排会 10月13日下午2点 区府3楼").gets("已排");
    const card = await li.says("议定 区商务委 梳理招商清单").gets("什么时候办完？");
    expect(labels(card).slice(0, 4)).toEqual([
      "本周五（9月23日）",
      "月底（9月30日）",
      "下次会前（10月12日）",
      "一个月内（10月20日）",
    ]);
    await (await li.clicks(card, "下次会前（10月12日）")).shows("议16　区商务委　10月12日前");
  });

  it("a day that is over is asked, and another one may be typed", async () => {
    const card = await li.says("议定 区商务委 9/10 报招商方案").gets("9月10日已经过了", "什么时候办完");
    expect((await li.fills(card, "定这一天", { day: "9月1日" })).toast).toContain("已经过了");
    await (await li.fills(card, "定这一天", { day: "10月15日" })).shows("议17　区商务委　10月15日前");
  });

  it("of a list the good lines are written, the others asked one after the other", async () => {
    const card = await li
      .says("议定\n区税务局 9/30 核对留税口径\n火星局 9/30 出图\n区商务委 走访企业")
      .gets("已记议定事项 议18", "“火星局”不是登记的单位", "后面还有1条要问");
    const next = await (await li.clicks(card, "这条不记")).shows("“走访企业”什么时候办完？");
    await (await li.clicks(next, "月底（9月30日）")).shows("议18", "议19　区商务委　9月30日前\n走访企业");
  });

  it("heads of a list give their unit to the lines below", async () => {
    await li
      .says("议定\n区生态环境局：\n1. 9/30 完成603污染调查\n区规划资源局：\n1、批复615、616地块控规 10月20日")
      .gets(
        "议20　区生态环境局　9月30日前\n完成603污染调查",
        "议21　区规划资源局　10月20日前\n批复615、616地块控规",
      );
  });

  it.each([
    // two who may lead, a month with or without itself, two days, a day that does not exist
    ["议定 区建管委、区发改委 9/30 报概算", "由哪个单位办", ["区建设管理委", "区发展改革委"]],
    ["议定 10月前 区建管委 完成方案", "“完成方案”什么时候办完", ["9月30日", "10月31日"]],
    ["议定 区建管委 9.28 完成方案，10月8日报审", "什么时候办完", ["9月28日", "10月8日"]],
    ["议定 2月30日 区建管委 完成方案", "“完成方案”什么时候办完", ["本周五（9月23日）"]],
    ["议定 区建管委 9/30", "区建设管理委要办什么", []],
    ["议定 完成方案", "“完成方案”由哪个单位办", []],
  ])("%s: asked, and nothing written", async (words, question, choices) => {
    const before = (await office.store.read.actions.list({ withClosed: true })).length;
    const card = await li.says(words).gets("还没有记", question);
    expect(labels(card).slice(0, choices.length)).toEqual(choices);
    expect((await office.store.read.actions.list({ withClosed: true })).length).toBe(before);
  });

  it.each([
    ["议定 请区建管委牵头9月25日前完成管线迁改方案", "9月25日前\n牵头完成管线迁改方案"],
    ["议定 区建管委 完成年度投资80% 年底前", "12月31日前\n完成年度投资80%"],
    ["议定 14号线 区建管委 10月20日前 完成14号线验收", "10月20日前\n完成14号线验收"],
    ['议定 区建管委 9/30 <at user_id="all"></at> 完成**方案**', "完成**方案**"],
  ])("%s: figures and names stay words", async (words, echo) => {
    await li.says(words).gets("已记议定事项", `区建设管理委　${echo.startsWith("完成") ? "" : echo}`, echo);
  });

  it.each([
    "会上定了这个月加快推进",
    "会议明确武宁路由区建管委负责",
    "议题12准备好了",
    "会议要求各单位加快进度",
  ])("%s: decides nothing", async (words) => {
    const before = (await office.store.read.actions.list({ withClosed: true })).length;
    await li.says(words).gets("没听懂");
    expect((await office.store.read.actions.list({ withClosed: true })).length).toBe(before);
  });

  it("is the office's, and inside only", async () => {
    await zhang.says("议定 区建管委 9/30 完成方案").gets("这件事要请推进办来办", "推进办李敏");
    await chen.says("议定 区建管委 9/30 完成方案").gets("推进办李敏");
    await zhou.says("议定 区建管委 9/30 完成方案").gets("议定事项只在内部记");
    await zhou.says("议18").gets("议定事项只在内部看");
  });
});

describe("a question of 议定 that nobody answers", async () => {
  const office = await inTheMeeting();

  it("lapses after a day; what was written stays", async () => {
    const card = await office.li.says("议定\n区建管委 9/30 完成方案\n区商务委 走访企业").gets("什么时候办完");
    await office.isNow("2022-09-21T15:00:00+08:00");
    const lapsed = await office.sandbox.changed(card.messageId, { times: 1 });
    expect(lapsed.text).toContain("已记的1项不变；有1条没有定单位或日期，没有记");
    await office.li.says("议定事项").gets("没办结的议定事项：1项");
  });
});

describe("from the meeting to 办结", async () => {
  const office = await inTheMeeting();
  const { li, zhang, wang, chen } = office;
  await li.says("议定\n区建管委 9/30 完成管线迁改方案\n智创城公司 9/28 交603地块").gets("已记议定事项2项");

  it("T+1: the list by unit with 已知悉; who has said so and who has not", async () => {
    const [card] = await office.posted("2022-09-21T09:05:00+08:00");
    if (!card) throw new Error("nothing posted");
    expect(card.text).toContain("9月20日推进会议定2项");
    expect(card.text).toContain("还没知悉：区建设管理委、桃浦智创城公司");
    const [build] = card.buttons;
    expect(build?.text).toBe("已知悉");
    const { toast } = await wang.clicks(card, "已知悉");
    expect(toast).toContain("议1由区建设管理委办理，您登记在桃浦智创城公司");
    const once = await (await zhang.clicks(card, "已知悉")).shows(
      "还没知悉：桃浦智创城公司",
      "✔ 张伟 9月21日 09:05 已知悉",
    );
    await (await wang.clicks(once, "已知悉")).shows("各单位都已知悉");
    expect(await office.posted("2022-09-21T12:00:00+08:00")).toEqual([]);
  });

  it("the unit says it is done; it cannot close its own, the office does", async () => {
    await wang.says("议1 完成了").gets("没有动", "区建设管理委");
    await zhang.says("议1 方案已报审").gets("已记进展", "张伟　方案已报审");
    const card = await zhang
      .says("议1 完成了，方案已批")
      .gets("已申请办结", "申请　张伟", "完成了，方案已批");
    expect((await zhang.clicks(card, "同意办结")).toast).toContain("承办单位不能自己办结");
    await zhang.says("议1 办结").gets("已经申请办结，等推进办同意");
    await zhang.says("议1 完成了").gets("已经申请办结");
    const asked = await (await li.clicks(card, "退回")).shows("议1为什么退回");
    await (await li.fills(asked, "退回", { reason: "缺专家意见" })).shows("已退回 议1", "退回：缺专家意见");
    await zhang.says("议1 已补专家意见，完成了").gets("已申请办结");
    await li.says("议1 同意办结").gets("已办结 议1", "办结：同意办结");
    await zhang.says("议1 延期到10月30日，因为下雨").gets("没有动", "已经办结了");
  });

  it("延期 needs a later day and a reason", async () => {
    await wang.says("议2 延期到9月25日").gets("没有动", "现在的期限就是9月28日");
    const card = await wang.says("议2 延期到10月8日").gets("为什么延期");
    await (await wang.fills(card, "延期", { due: "10月8日", reason: "征收户未腾空" })).shows(
      "已延期 议2",
      "10月8日（还有17天）",
      "延过1次",
      "延到10月8日，原因征收户未腾空",
    );
    const [entry] = await office.store.read.audit.of("action", "议2", 1);
    expect(entry).toMatchObject({
      what: "延期",
      from: "2022-09-28",
      to: "2022-10-08",
      reason: "征收户未腾空",
    });
  });

  // Due 8 October: 7 days late on the 15th (办), 15 days on the 23rd (区).
  it("overdue: the days are said, and the level rises", async () => {
    await office.isNow("2022-10-12T10:00:00+08:00");
    await chen.says("议定事项 逾期").gets("逾期的议定事项：1项", "10月8日（逾期4天）");
    await office.isNow("2022-10-15T10:00:00+08:00");
    await chen.says("议2").gets("10月8日（逾期7天，升到办级）");
    await office.isNow("2022-10-23T10:00:00+08:00");
    await chen.says("议2").gets("10月8日（逾期15天，升到区级）");
  });

  it("lists by unit, by meeting, and all", async () => {
    await chen.says("议定事项").gets("没办结的议定事项：1项", "议2");
    await chen.says("议定 清单").gets("没办结的议定事项：1项");
    await chen.says("议定事项 区建管委").gets("区建设管理委 没办结的议定事项", "没有这样的议定事项");
    await chen.says("议定事项 全部").gets("全部议定事项：2项", "议1", "办结");
    await chen.says("议定事项 9月20日的会").gets("这次会的议定事项：2项", "议定2项：办结1，逾期1");
    await wang.says("我们单位的议定事项").gets("桃浦智创城公司 没办结的议定事项：1项");
  });

  it("the office gives it to another unit, which has to acknowledge it anew", async () => {
    await wang.says("议2 改由区建管委办理").gets("没有动", "要由推进办来办");
    await li.says("议2 改由土储中心办理").gets("已改责任单位 议2 区土地储备中心", "待知悉");
    await wang.says("议2 完成了").gets("没有动", "议2由区土地储备中心办理");
  });

  it("a reply to its card is said of it", async () => {
    await li.says("议定 区建管委 11/30 报竣工资料").gets("议3");
    const card = await zhang.says("议3").gets("报竣工资料");
    await zhang.says("收到", { replyTo: card.messageId }).gets("已知悉 议3");
    await zhang.says("已完成，资料见附件", { replyTo: card.messageId }).gets("已申请办结 议3");
  });

  it("several at once: what became of each", async () => {
    await li.says("议2、议3 同意办结").gets("2个议定事项", "已办结 议2", "已办结 议3");
  });

  it("what is not known is said", async () => {
    await li.says("议99").gets("没有议99这个议定事项");
    await li.says("议2 改由火星局办理").gets("没看出改由哪个单位办");
  });
});

describe("撤销 of a step with an action", async () => {
  const office = await inTheMeeting();
  const { li, zhang, wang } = office;
  const found = (number: number) => office.store.read.actions.find(number);
  await li.says("议定\n区建管委 9/30 完成管线迁改方案\n区建管委 9/28 交603地块").gets("已记议定事项2项");

  it.each([
    ["zhang", "议1 收到", "acknowledged", "撤销了议1的已知悉：状态 已知悉 → 待知悉"],
    ["zhang", "议1 方案已报审", "open", "撤销了议1的进展：“方案已报审”不再算"],
    ["zhang", "议1 完成了，方案已批", "finish-asked", "撤销了议1的申请办结：状态 申请办结 → 待知悉"],
    ["li", "议1 办结", "closed", "撤销了议1的办结：状态 办结 → 待知悉"],
    ["zhang", "议1 延期到10月15日，因为下雨", "open", "撤销了议1的延期：期限 10月15日 → 9月30日"],
    ["li", "议1 改由土储中心办理", "open", "撤销了议1的改责任单位：责任单位 区土地储备中心 → 区建设管理委"],
  ] as const)("%s: %s", async (who, words, state, echo) => {
    const before = await found(1);
    await office[who].says(words).gets("议1");
    expect(await found(1)).toMatchObject({ state });
    await office[who].says("撤销").gets("已撤销 议1", echo);
    expect(await found(1)).toEqual(before);
  });

  it("退回 taken back asks for 办结 again; the trail tells both, and the card strikes it through", async () => {
    await zhang.says("议1 完成了").gets("已申请办结");
    await li.says("议1 退回 缺专家意见").gets("已退回");
    await li.says("撤销").gets("状态 退回 → 申请办结");
    const [entry] = await office.store.read.audit.of("action", "议1", 1);
    expect(entry).toMatchObject({ what: "撤销退回", from: "状态退回", to: "状态申请办结", by: li.openId });
    await li.says("议1").gets("申请　张伟", "李敏　退回：缺专家意见（已撤销）");
    await zhang.says("撤销").gets("撤销了议1的申请办结");
  });

  it("the card of a step has a button for it, for who took the step and for the office", async () => {
    const card = await zhang.says("议2 延期到10月8日，因为征收户未腾空").gets("已延期");
    expect((await wang.clicks(card, "撤销")).toast).toContain("推进办");
    expect(await found(2)).toMatchObject({ due: "2022-10-08" });
    const { toast } = await zhang.clicks(card, "撤销");
    expect(toast).toContain("撤销了议2的延期：期限 10月8日 → 9月28日");
    const known = await zhang.says("议2 收到").gets("已知悉 议2");
    const left = await (await li.clicks(known, "撤销")).shows("已撤销已知悉 议2", "待知悉");
    expect(labels(left)).not.toContain("撤销");
    expect(await found(2)).toMatchObject({ state: "open", due: "2022-09-28" });
  });

  it("several at one time go together; in reply to its card, or by its number, one", async () => {
    await li.says("议1、议2 办结").gets("2个议定事项");
    await li.says("撤销").gets("已撤销 议1、议2", "撤销了议1的办结", "撤销了议2的办结");
    const card = await zhang.says("议2 收到").gets("已知悉");
    await zhang.says("议1 收到").gets("已知悉");
    await zhang.says("撤销", { replyTo: card.messageId }).gets("撤销了议2的已知悉");
    await zhang.says("议1 撤销").gets("撤销了议1的已知悉");
    expect([(await found(1))?.state, (await found(2))?.state]).toEqual(["open", "open"]);
  });

  it("what another has gone on with stays, and so does what another has done", async () => {
    await zhang.says("议1 方案已报审").gets("已记进展");
    await li.says("议1 办结").gets("已办结");
    await zhang.says("撤销").gets("没有撤销", "议1", "有人接着办了");
    await zhang.says("议1 撤销").gets("没有撤销");
    await li.says("议1 撤销").gets("状态 办结 → 待知悉");
    await li.says("议1 撤销").gets("没有撤销", "有人接着办了");
    await li.says("议1 作废").gets("没有撤销", "有人接着办了");
    expect(await found(1)).toMatchObject({ state: "open", last: { words: "方案已报审" } });
    await li.says("议2 作废").gets("已撤销 议2", "“交603地块”不再算议定事项");
    expect(await found(2)).toBeNull();
  });
});

describe("carried over to the next meeting", async () => {
  const office = await inTheMeeting();
  const { li } = office;
  const eight = Array.from(
    { length: 8 },
    (_, index) => `区建管委 ${index < 7 ? "9/30" : "10/20"} 办第${index + 1}件`,
  );
  await li.says(`议定\n${eight.join("\n")}`).gets("已记议定事项8项");
  for (const number of [1, 2, 3, 4, 5]) await li.says(`议${number} 办结`).gets("已办结");
  await li.says("议6 延期到10月18日，因为方案修改").gets("已延期");
  await li.says("排会 10月13日下午2点 区府3楼").gets("已排");

  // 8 decided: 5 closed; 议6 due 18 October and 议8 due the 20th are still to come, 议7 was due on 30 September.
  it("the agenda, the day's card and the minutes say what has become of them", async () => {
    await office.isNow("2022-10-10T09:00:00+08:00");
    await li
      .says("议程")
      .gets("一、上次议定事项\n上次议定8项：办结5，未到期2，逾期1", "议7 区建设管理委 办第7件");
    const [day] = await office.posted("2022-10-13T08:40:00+08:00");
    expect(day?.text).toContain(
      "上次议定8项：办结5，未到期2，逾期1\n议7 区建设管理委 办第7件（9月30日，逾期13天",
    );
    await li.says("纪要 9月20日").gets("9月20日重大项目推进会纪要", "议定8项：办结5，未到期2，逾期1");
  });
});
