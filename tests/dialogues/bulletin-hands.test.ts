import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("四眼: who reviews a draft", async () => {
  const office = await Office.open();
  const [li, liu, chen] = [office.li.privately, office.liu.privately, office.chen.privately];
  const WORDS = { demands: "李敏写的要求", remark: "", issued: "7" };

  it("alone in the office: not oneself, but a leader, and the answer says whom", async () => {
    const draft = await li.says("通报").gets("8月通报草稿");
    const sent = await (await li.clicks(draft, "送审")).shows(
      "已送审。推进办没有别的同事可以审核，私下请了陈主任审核。",
      "李敏送审",
    );
    const refused = await li.clicks(sent, "审核通过");
    expect(refused.toast).toContain(
      "这份草稿是您送审的，自己不能审核，推进办也没有别的同事可以审核。请领导审核：陈主任",
    );
    expect((await office.refusals())[0]).toBe("not-your-button");
    expect((await office.store.read.bulletins.draft("2022-08"))?.state).toBe("submitted");
    await office.settled();
    const asked = office.posts(chen.chat).at(-1);
    expect(asked?.text).toContain("李敏送审，推进办没有别的同事可以审核，请您审核");
    const back = await (await li.clicks(await li.says("通报").gets("待审核"), "退回修改")).shows("待送审");
    expect(back.text).not.toContain("李敏送审");
  });

  it("who saves a colleague's words unchanged has not edited them, and the colleague does not review", async () => {
    await li.says("人员 @小刘 推进办", { mentions: [office.liu.openId] }).gets("小刘：推进办");
    const draft = await li.says("通报").gets("8月通报草稿");
    const form = await (await li.clicks(draft, "编辑")).shows();
    await (await li.fills(form, "保存", WORDS)).shows("已保存");
    const theirs = await liu.says("通报").gets("李敏编辑");
    const again = await (await liu.clicks(theirs, "编辑")).shows("编辑8月通报草稿");
    const saved = await liu.fills(again, "保存", WORDS);
    expect(saved.toast).toBe("好的，内容没有改动");
    const shown = await saved.shows("李敏编辑");
    expect(shown.text).not.toContain("小刘编辑");
    // 李敏 wrote it and 小刘 has submitted it: neither reviews it.
    await (await liu.clicks(shown, "送审")).shows("推进办没有别的同事可以审核，私下请了陈主任审核");
    const mine = await li.says("通报").gets("待审核");
    expect((await li.clicks(mine, "审核通过")).toast).toContain("这份草稿是您编辑的，自己不能审核");
    const own = await liu.says("通报").gets("待审核");
    expect((await liu.clicks(own, "审核通过")).toast).toContain("这份草稿是您送审的，自己不能审核");
  });

  it("who only saved it unchanged may review it, once its author has submitted it", async () => {
    const card = await (await li.clicks(await li.says("通报").gets("待审核"), "退回修改")).shows("待送审");
    await (await li.clicks(card, "送审")).shows("私下请了小刘审核");
    await office.settled();
    const asked = office.posts(liu.chat).at(-1);
    if (!asked) throw new Error("nobody was asked");
    await (await liu.clicks(asked, "审核通过")).shows("待签发", "小刘审核通过");
  });

  it("who has ever edited it stays out, however it was edited since", async () => {
    const draft = await liu.says("通报").gets("待签发");
    const form = await (await liu.clicks(draft, "编辑")).shows();
    const changed = { demands: "小刘改过的要求", remark: "" };
    const saved = await (await liu.fills(form, "保存", { ...WORDS, ...changed })).shows("改过的要重新送审");
    await (await liu.clicks(saved, "送审")).shows("私下请了陈主任审核");
    const card = await li.says("通报").gets("小刘编辑，小刘送审");
    expect((await li.clicks(card, "审核通过")).toast).toContain("这份草稿是您编辑的");
    await office.settled();
    const asked = office.posts(chen.chat).at(-1);
    if (!asked) throw new Error("nobody was asked");
    await (await chen.clicks(asked, "审核通过")).shows("待签发", "陈主任审核通过");
  });
});

describe("通报草稿 and the cards that it leaves behind", async () => {
  const office = await Office.open();
  const [li, chen] = [office.li.privately, office.chen.privately];
  const lastOf = (chat: string) => office.posts(chat).findLast(({ msgType }) => msgType === "interactive");

  it("an old card of what was signed does nothing to the 更正 that was drafted since", async () => {
    await office.isNow("2022-10-09T10:00:00+08:00");
    const [old] = (await office.posted("2022-10-10T10:00:00+08:00", OFFICE_GROUP)).filter(({ text }) =>
      text.includes("9月通报草稿"),
    );
    if (!old) throw new Error("no draft");
    await (await li.clicks(await li.says("通报").gets("9月通报草稿"), "送审")).shows("待审核");
    let card = lastOf(chen.chat);
    for (const button of ["审核通过", "签发"]) {
      if (!card) throw new Error("nobody was asked");
      card = await (await chen.clicks(card, button)).shows();
    }
    await office.zhang.says("敦煌南路9月底累计1.25亿").gets("更正");
    const signed = await li.says("通报").gets("签发后有更正");
    await (await li.clicks(signed, "出更正通报")).shows("9月更正通报草稿");
    const clicked = await office.li.in(OFFICE_GROUP).clicks(office.sandbox.message(old.messageId), "送审");
    expect(clicked.toast).toBe("已经签发了：普桃推办通报〔2022〕1号");
    await clicked.shows("普桃推办通报〔2022〕1号", "签发后有更正");
    expect(await office.store.read.bulletins.draft("2022-09")).toMatchObject({
      state: "drafted",
      revision: 1,
    });
  });
});

describe("who was asked in private", async () => {
  const office = await officeOfThree();
  const [li, liu, wang, chen] = [
    office.li.privately,
    office.liu.privately,
    office.wang.privately,
    office.chen.privately,
  ];
  const lastOf = async (chat: string) => {
    await office.settled();
    const card = office.posts(chat).findLast(({ msgType }) => msgType === "interactive");
    if (!card) throw new Error("nobody was asked");
    return card;
  };
  const isSettled = async (chat: string, words: string) => {
    const card = await lastOf(chat);
    expect(card.text).toContain(words);
    expect(card.buttons).toEqual([]);
  };

  it("sees on the card that a colleague has reviewed", async () => {
    await (await li.clicks(await li.says("通报").gets("8月通报草稿"), "送审")).shows("待审核");
    expect((await lastOf(wang.chat)).buttons.map(({ text }) => text)).toContain("审核通过");
    await (await liu.clicks(await lastOf(liu.chat), "审核通过")).shows("待签发");
    await isSettled(wang.chat, "已由小刘审核通过。");
    // Whose card it was done on goes on with it.
    expect((await lastOf(liu.chat)).buttons.map(({ text }) => text)).toContain("签发");
  });

  it("sees that it was sent back, and that it was edited since", async () => {
    const asked = await lastOf(chen.chat);
    await (await liu.clicks(await lastOf(liu.chat), "退回修改")).shows("待送审");
    await isSettled(chen.chat, "小刘已退回修改，改好会再送审。");
    expect((await lastOf(chen.chat)).messageId).toBe(asked.messageId);
    const returned = await lastOf(wang.chat);
    expect(returned.text).toContain("小刘退回修改，改好再送审");
    await (await li.clicks(await li.says("通报").gets("待送审"), "送审")).shows("待审核");
    await office.settled();
    expect(office.sandbox.message(returned.messageId)?.text).toContain("李敏改好送审了。");
    await (await liu.clicks(await lastOf(liu.chat), "审核通过")).shows("待签发");
  });

  it("sees that somebody else has signed, wherever that was done", async () => {
    expect((await lastOf(chen.chat)).buttons.map(({ text }) => text)).toContain("签发");
    await (await li.clicks(await li.says("通报").gets("待签发"), "签发")).shows("已签发");
    await isSettled(chen.chat, "已由李敏签发。");
    expect((await lastOf(chen.chat)).text).toContain("普桃推办通报〔2022〕1号");
  });
});

/** 李敏, 小刘 and 王芳 are the office. */
async function officeOfThree(): Promise<Office> {
  const office = await Office.open();
  const li = office.li.privately;
  await li.says("人员 @小刘 推进办", { mentions: [office.liu.openId] }).gets("小刘：推进办");
  await li.says("人员 @王芳 推进办", { mentions: [office.wang.openId] }).gets("王芳");
  return office;
}

describe("two groups of the office", async () => {
  const office = await Office.open();

  it("each get the draft that was written once, and a button in the one shows in the other what is now", async () => {
    await office.isNow("2022-09-30T15:00:00+08:00");
    const card = await office.li.says("绑定 推进办群").gets("定为");
    await (await office.li.clicks(card, "定为推进办内部群")).shows();
    await office.isNow("2022-10-09T10:00:00+08:00");
    await office.isNow("2022-10-10T10:00:00+08:00");
    const cards = [PROJECT_GROUP, OFFICE_GROUP].map((chat) =>
      office.posts(chat).filter(({ text }) => text.includes("9月通报草稿（待送审）")),
    );
    expect(cards.map(({ length }) => length)).toEqual([1, 1]);
    const drafted = await office.store.read.audit.of("bulletin", "2022-09", 5);
    expect(drafted.map(({ what }) => what)).toEqual(["起草9月通报"]);
    const [[first] = [], [second] = []] = cards;
    if (!first || !second) throw new Error("no cards");
    await (await office.li.clicks(first, "送审")).shows("待审核");
    const late = await office.li.in(OFFICE_GROUP).clicks(second, "送审");
    expect(late.toast).toContain("后来改过");
    await late.shows("待审核");
  });
});
