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
