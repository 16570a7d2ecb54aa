import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/** 亮点 and 立功竞赛: what went well, and who is proposed for it. The clock stands at Tuesday 2022-09-20. */
describe("亮点", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, zhou, store } = office;

  it("is kept with who and when, and echoed", async () => {
    const card = await zhang
      .says("亮点 武宁路 提前20天完成管线搬迁")
      .gets("已记亮点", "武宁路快速化（区建设管理委）", "提前20天完成管线搬迁", "张伟 9月20日");
    expect(card.buttons.map(({ text }) => text)).toEqual(["撤销"]);
    expect(await store.read.audit.latest(1)).toMatchObject([{ subject: "credit", byName: "张伟" }]);
    await chen.says("表扬 区建管委 三天协调完管线").gets("已记亮点", "区建设管理委", "三天协调完管线");
    await li.says("表扬一下区建管委，夜间施工组织得好").gets("已记亮点", "夜间施工组织得好");
  });

  it("a unit names its own alone; what is not clear is asked, and nothing is written", async () => {
    await wang.says("亮点 武宁路 进度快").gets("只限本单位");
    await zhang.says("亮点 进度快").gets("没看出是哪个项目或单位，没有记");
    await zhang.says("亮点 武宁路").gets("亮点是什么？没有记");
    expect((await zhou.says("亮点").gets()).text).not.toContain("管线");
    await li.says("亮点").gets("2022年的亮点：3条");
  });

  it("is taken back by who named it, or by the office", async () => {
    const card = await zhang.says("亮点 武宁路 提前两天").gets("已记亮点");
    expect((await wang.clicks(card, "撤销")).toast).toContain("请");
    await (await zhang.clicks(card, "撤销")).shows("亮点已撤销", "提前两天");
    await zhang.says("亮点 武宁路 夜间施工不扰民").gets("已记亮点");
    await zhang.says("撤销").gets("已撤销 亮点", "夜间施工不扰民");
    await li.says("亮点").gets("2022年的亮点：3条");
  });
});

describe("立功竞赛名单", async () => {
  const office = await Office.open();
  const { li, zhang, chen, store } = office;
  const inside = li.in(OFFICE_GROUP);

  it("proposes by facts, and explains the sum", async () => {
    await zhang.says("亮点 武宁路 提前20天完成管线搬迁").gets("已记亮点");
    await zhang.says("敦煌南路卡在电缆迁改，需要区建管委协调，9月30日前").gets("已登记 #1");
    await zhang.says("#1 电缆已迁完，申请销号").gets("申请销号");
    await li.says("#1 销号").gets("已销号");
    const card = await inside.says("立功竞赛名单").gets("2022年立功竞赛提名", "区建设管理委", "节点提前10天");
    expect(card.text).toMatch(/按期销号：敦煌南路（真南路-金昌路） #19月20日销号|按期销号：敦煌南路.*#1/);
    expect(card.text).toMatch(/亮点：武宁路快速化 提前20天完成管线搬迁（张伟提名）/);
    const own = card.text.slice(card.text.indexOf("区建设管理委"));
    const sum = /([^\n]*)＝(\d+)分/.exec(own);
    const terms = [...(sum?.[1] ?? "").matchAll(/(\d+)×(\d+)分/g)];
    expect(terms.reduce((total, [, count, each]) => total + Number(count) * Number(each), 0)).toBe(
      Number(sum?.[2]),
    );
    expect(sum?.[1]).toContain("按期销号1×1分");
    expect(sum?.[1]).toContain("亮点1×1分");
  });

  it("people decide; who did is kept, and it may be changed", async () => {
    const card = await chen.in(OFFICE_GROUP).says("立功竞赛").gets("没有定");
    const chosen = await (await chen.in(OFFICE_GROUP).clicks(card, "入选")).shows("入选1个", "（陈主任 ");
    await (await inside.clicks(chosen, "不入选")).shows(/不入选1个|不入选（李敏/);
    const trail = (await store.read.audit.latest(10)).filter(({ what }) => what === "立功竞赛");
    expect(trail.map(({ byName, to }) => [byName, to])).toEqual([
      ["李敏", "不入选"],
      ["陈主任", "入选"],
    ]);
  });

  it("is for the office and leaders, not in everybody's group, and never posted by itself", async () => {
    await li.says("立功竞赛名单").gets("请到推进办的群里，或私聊我");
    expect((await zhang.privately.says("立功竞赛名单").gets()).text).not.toContain("提名：");
    await chen.privately.says("谁该表扬").gets("立功竞赛提名");
    const posts = await office.postedDuring(() => office.isNow("2022-09-26T09:30:00+08:00"));
    expect(posts.map(({ text }) => text).join("\n")).not.toMatch(/入选|立功竞赛/);
  });
});
