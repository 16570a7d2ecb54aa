import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

describe("成交价 without a day of 成交", async () => {
  const office = await Office.open();
  const li = office.li.in(OFFICE_GROUP);

  it("the price is kept, and the day is asked for", async () => {
    const { text } = await li
      .says("利欧成交价3.5亿")
      .gets("成交价 3.5亿", "是哪天成交的？没有日期，不算本年成交", "今天成交", "昨天成交");
    expect(text).not.toContain("→");
  });

  it("until it is known, card and totals say what is missing", async () => {
    await li.says("地块 利欧").gets("成交　没有成交日期，不计入本年，成交价3.5亿");
    await office.liu.privately.says("地块 利欧").gets("没有成交日期，不计入本年，报过成交价（金额在内部看）");
    await li
      .says("土地")
      .gets("本年已成交：还没有", "利欧地块报了成交，没有成交日期，没有计入；请说“利欧地块 …月…日已成交”");
  });

  it("a second price is a correction; the day goes the way of every 成交, by the gates", async () => {
    const card = await li.says("利欧成交价3.6亿").gets("成交价 3.5亿 → 3.6亿（更正", "是哪天成交的");
    const asked = await (await li.clicks(card, "昨天成交")).shows(
      "还差：土壤和地下水污染（未查）、净地（未移交），成交没有记",
    );
    await (await li.clicks(asked, "照记：前置已经办好，随后补报")).shows(
      "成交（完成） 9月19日（原因：前置已经办好，随后补报）",
    );
    await li.says("土地").gets("本年已成交1宗：利欧地块（9月19日）", "成交价合计3.6亿");
    expect((await li.says("土地").gets()).text).not.toContain("没有成交日期");
  });

  it("once the day is known, nothing is asked", async () => {
    const { text } = await li.says("利欧成交价3.7亿").gets("成交价 3.6亿 → 3.7亿（更正");
    expect(text).not.toContain("哪天成交");
  });

  it("the buyer's name is not mixed up with the plot's", async () => {
    await li.says("利欧由某某置业竞得，成交价3.8亿").gets("竞得人 某某置业", "3.7亿 → 3.8亿");
  });

  it("another day may be said, in the words that the question gives", async () => {
    await li.says("智谷成交价2亿").gets("别的日子请说“桃浦智谷 9月18日已成交”");
    await li.says("桃浦智谷 9月18日已成交").gets("还差：", "成交没有记。确实已成交，请说明原因");
  });
});
