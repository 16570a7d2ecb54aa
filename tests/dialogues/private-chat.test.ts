import { describe, it } from "vitest";
import { Office } from "../support/office.js";

describe("in private", async () => {
  const office = await Office.open();
  const zhang = office.zhang.privately;

  it("no mention is needed, and everything works as in the group", async () => {
    const card = await zhang.says("武宁路 65%").gets("已记入 武宁路快速化", "60% → 65%");
    await (await zhang.clicks(card, "撤销")).shows("已撤销");
    await zhang.says("查 武宁路").gets("🟢 武宁路快速化");
    await zhang.says("帮助").gets("· 查 武宁路");
  });

  it("撤销 there takes nothing of the group's", async () => {
    await office.zhang.says("武宁路 66%").gets("已记入");
    await zhang.says("撤销").gets("没有可撤销的填报");
  });

  it("small talk gets an answer", async () => {
    await zhang.says("咕噜").gets("没听懂");
  });
});
