import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("who may do what", async () => {
  const office = await Office.open();
  const { li, zhang, wang, chen, liu, store } = office;
  const percent = async (code: string) => (await store.read.ledger.figures(code)).percent?.value;

  it("the office may write every project", async () => {
    await li.says("603 7%").gets("已记入 603地块");
  });

  it("a reporter writes what belongs to the unit; of others they learn whose it is and whom to ask", async () => {
    await zhang
      .says("603 9%")
      .gets("没有记账", "由桃浦智创城公司填报", "您登记在区建设管理委", "推进办李敏（综合管理科）");
    expect(await percent("L-09")).toBe(7);
    expect(await office.refusals()).toEqual(["not-yours"]);
  });

  it("a member of the project's team writes it, whatever their unit", async () => {
    await store.transaction((tx) =>
      tx.projects.keepTeam("L-09", [{ name: "张伟", part: "联络员", unit: null, openId: zhang.openId }]),
    );
    await zhang.says("603 9%").gets("已记入 603地块");
  });

  it("a leader reads", async () => {
    await chen.says("武宁路 70%").gets("没有记账", "领导只看不填");
    await chen.says("查 武宁路").gets("🟢 武宁路快速化");
  });

  it("who is not registered reads, and is told whom in the 推进办 to ask", async () => {
    await liu.says("武宁路 70%").gets("没有记账", "您还没有登记为填报人", "推进办李敏（综合管理科）");
    await liu.says("滞后").gets("滞后的有8个");
    expect(await percent("S-06")).toBe(60);
  });

  it("what is the office's own is refused to others, and kept", async () => {
    for (const words of ["人员", "诊断", "绑定 武宁路", "排会 9月27日下午2点 区府3楼", "订阅 滞后摘要"])
      await wang.says(words).gets("这件事要请推进办来办", "推进办李敏");
    expect((await office.refusals()).slice(0, 5)).toEqual(Array(5).fill("office-only"));
    await li.says("诊断").gets("王芳：订阅 滞后摘要（只有推进办能办）");
  });
});

describe("people", async () => {
  const office = await Office.open();
  const { li, liu, zhang } = office;

  it("人员 registers, and from then on the person may write", async () => {
    await li
      .says("人员 @小刘 区建管委 填报", { mentions: [liu.openId] })
      .gets("已登记", "小刘：区建设管理委 填报");
    await liu.says("武宁路 61%").gets("已记入 武宁路快速化");
  });

  it("changes what somebody is", async () => {
    await li.says("人员 @小刘 访客", { mentions: [liu.openId] }).gets("已登记", "小刘：访客（只看）");
    await liu.says("武宁路 62%").gets("没有记账", "还没有登记");
  });

  it("keeps the section", async () => {
    await li.says("人员 @小刘 推进办 综合管理科", { mentions: [liu.openId] }).gets("已登记", "推进办");
    await zhang.says("603 9%").gets("推进办李敏（综合管理科）、小刘（综合管理科）");
  });

  it("says what it did not understand", async () => {
    await li.says("人员 @小刘 火星局 填报", { mentions: [liu.openId] }).gets("没有登记", "“火星局”不是单位");
    await li.says("人员 @小刘", { mentions: [liu.openId] }).gets("没有登记", "请写明角色");
    await li.says("人员 @小刘 填报", { mentions: [liu.openId] }).gets("没有登记", "要写明单位");
    await li.says("人员 张三 区建管委 填报").gets("没有登记", "请 @ 要登记的人");
  });

  it("lists who is registered", async () => {
    await li.says("人员").gets("登记了5人", "张伟　区建设管理委　填报", "陈主任　区推进办　领导");
  });
});
