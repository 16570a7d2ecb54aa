import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("a project at a month's end", async () => {
  const office = await Office.open();
  const { li, zhang, wang } = office;

  // 加油站 stands at 1150万 since June; the close of August carried that on.
  it("a figure that came after the close is told, though the sums stayed", async () => {
    await wang.says("加油站8月底累计1150万").gets("8月已关账，记为更正");
    const { text } = await li
      .says("8月底加油站是多少")
      .gets("关账时 🟡", "关账后更正1处：本年累计投资 没有数 → 1150万");
    expect(text).not.toContain("没有更正");
  });

  // 1.02亿 → 1.05亿 → 1.06亿 is one figure put right, from 1.02亿.
  it("a correction that was replaced counts once; one that was taken back leaves none", async () => {
    await zhang.says("敦煌南路8月底累计1.05亿").gets("记为更正");
    await zhang.says("敦煌南路8月底累计1.06亿").gets("记为更正");
    await li.says("8月底敦煌南路是多少").gets("现在 累计1.06亿，形象11%（关账后更正1处）");
    await zhang.says("撤销").gets("1.06亿 → 1.05亿");
    await zhang.says("撤销").gets("1.05亿 → 1.02亿");
    await li.says("8月底敦煌南路是多少").gets("后来改过4次，又改回来了，现在没有不同");
  });

  it("a later month's figure is none of it, though it was said while the month was open", async () => {
    await office.isNow("2022-10-20T10:00:00+08:00");
    await zhang.says("武宁路累计1.5亿").gets("1.5亿（截至10月）");
    await office.isNow("2022-11-03T10:00:00+08:00");
    await zhang.says("武宁路11月完成300万").gets("11月投资 300万", "1.53亿（截至11月");
    const { text } = await li.says("10月底武宁路是多少").gets("本年累计投资 1.5亿（截至10月）");
    expect(text).not.toContain("1.53亿");
  });

  it("nor is the next year's", async () => {
    await office.isNow("2023-01-03T10:00:00+08:00");
    const card = await zhang.says("武宁路12月累计2.7亿").gets("截至2022年12月累计 2.7亿");
    await (await zhang.clicks(card, "截至2022年12月累计 2.7亿")).shows("已记入");
    await zhang.says("武宁路1月累计300万").gets("300万（截至1月");
    for (const words of ["12月底武宁路是多少", "2022年武宁路完成多少"]) {
      const { text } = await li.says(words).gets("本年累计投资 2.7亿（截至2022年12月）");
      expect(text.match(/本年累计投资/g)).toHaveLength(1);
      expect(text).not.toContain("300万");
    }
  });
});
