import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("人员 with a unit that is not exact", async () => {
  const office = await Office.open();
  const { li, zhang, liu } = office;
  const mentions = [liu.openId];

  it("registers nobody and offers the nearest units; one tap does it", async () => {
    const card = await li
      .says("人员 @小刘 桃浦公司 填报", { mentions })
      .gets("没有登记", "“桃浦公司”不是单位");
    expect(card.buttons[0]?.text).toBe("桃浦智创城公司");
    expect(await office.store.read.people.find(liu.openId)).toBeNull();
    await (await li.clicks(card, "桃浦智创城公司")).shows("已登记", "小刘：桃浦智创城公司 填报");
    expect(await office.store.read.people.find(liu.openId)).toMatchObject({
      unit: "桃浦智创城公司",
      role: "reporter",
    });
  });

  it("the button is the office's", async () => {
    const card = await li.says("人员 @小刘 建委 填报", { mentions }).gets("没有登记");
    expect((await zhang.clicks(card, "区建设管理委")).toast).toContain("只有推进办能办");
    expect(await office.store.read.people.find(liu.openId)).toMatchObject({ unit: "桃浦智创城公司" });
  });

  it("without a role it says the unit and asks for both", async () => {
    const card = await li
      .says("人员 @小刘 桃浦公司", { mentions })
      .gets("单位是不是桃浦智创城公司", "角色有");
    expect(card.buttons).toEqual([]);
  });

  it("a word near nothing is said, with how to write it", async () => {
    await li.says("人员 @小刘 火星 填报", { mentions }).gets("“火星”不是单位", "请用全称或简称");
  });
});

describe("人员: several, moving, leaving", async () => {
  const office = await Office.open();
  const { li, zhang, wang, liu, zhou, store } = office;
  const history = async (name: string) =>
    (await store.read.audit.of("person", name, 9)).map(({ from, to }) => [from, to]);

  it("several people at once", async () => {
    await li
      .says("人员 @小刘 @周强 区绿容局 填报", { mentions: [liu.openId, zhou.openId] })
      .gets("已登记", "小刘：区绿化市容局 填报", "周强：区绿化市容局 填报");
    expect(await history("小刘")).toEqual([[null, "区绿化市容局 填报"]]);
  });

  it("who changes units stays what they are; it is said what it was, and kept", async () => {
    await li
      .says("人员 @张伟 智创城公司", { mentions: [zhang.openId] })
      .gets(
        "张伟：桃浦智创城公司 填报（原来是区建设管理委 填报）",
        "张伟还是区建设管理委的联络员，要换请发“联络员 区建设管理委 @谁”",
      );
    expect(await history("张伟")).toEqual([["区建设管理委 填报", "桃浦智创城公司 填报"]]);
    await zhang.says("603 9%").gets("已记入 603地块");
  });

  it("is listed by unit", async () => {
    await li
      .says("人员")
      .gets(
        "登记了6人",
        "区推进办（2人）　陈主任 领导、李敏（综合管理科） 推进办",
        "桃浦智创城公司（2人）　王芳 填报、张伟 填报",
        "区绿化市容局（2人）　小刘 填报、周强 填报",
      );
    await wang.says("人员").gets("要请推进办来办");
  });

  it("a leaver is written out at once; what is still in their name is said", async () => {
    await li
      .says("人员 @王芳 退出", { mentions: [wang.openId] })
      .gets(
        "已退出",
        "王芳已退出（原来是桃浦智创城公司 填报）",
        "单位 桃浦智创城公司 联络员",
        "请发“交接 @王芳 给 @接手的人”",
        "弄错了请重新登记：“人员 @王芳 桃浦智创城公司 填报”",
      );
    expect(await store.read.people.find(wang.openId)).toBeNull();
    expect((await history("王芳"))[0]).toEqual(["桃浦智创城公司 填报", null]);
    await wang.says("603 10%").gets("没有记账", "还没有登记");
    await li.says("人员 @王芳 退出", { mentions: [wang.openId] }).gets("本来就没有登记");
    await li.says("人员 @李敏 退出", { mentions: [li.openId] }).gets("不能让自己退出");
  });
});
