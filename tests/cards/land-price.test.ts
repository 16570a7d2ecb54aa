import { describe, expect, it } from "vitest";
import { buttons, form, line, note, text } from "../../src/cards/card.js";
import { hideLandPrices, withoutLandPrices } from "../../src/cards/land-price.js";
import { hasButtons, merged } from "../../src/cards/merge.js";

describe("prices of land in words", () => {
  it.each([
    ["成交价12.34亿元，溢价率3%", "成交价（金额略），溢价率（略）"],
    ["以12.34亿成交，方案在深化", "以（金额略）成交，方案在深化"],
    ["楼板价3.2万元，起拍价10亿", "楼板价（金额略），起拍价（金额略）"],
    ["土地款8000万已到账；本月完成3200万", "土地款（金额略）已到账；本月完成3200万"],
    ["出让金：控制数约200亿，还没有报数", "出让金：控制数约200亿，还没有报数"],
    ["本年累计投资 **1.02亿**（截至9月）", "本年累计投资 **1.02亿**（截至9月）"],
    ["成交3宗，12月31日前挂牌", "成交3宗，12月31日前挂牌"],
  ])("%s", (words, left) => {
    expect(hideLandPrices(words)).toBe(left);
  });

  it("leave every part of a card", () => {
    const price = "成交价12.34亿";
    const button = { label: price, does: "show" };
    const view = withoutLandPrices({
      title: price,
      subtitle: price,
      tone: "blue",
      blocks: [text(price), note(price), line(price, button), buttons(button), { is: "beside", md: [price] }],
    });
    expect(JSON.stringify(view)).not.toContain("12.34");
    expect(JSON.stringify(view).match(/金额略/g)).toHaveLength(8);
  });
});

describe("a form on a card", () => {
  const card = {
    title: "填一下",
    tone: "blue" as const,
    blocks: [form([{ name: "a", label: "单位" }], { label: "提交", does: "fill" })],
  };

  it("makes a card that is kept, like a button does", () => {
    expect(hasButtons(card.blocks)).toBe(true);
  });

  it("among several answers belongs to its own", () => {
    const { blocks } = merged([{ ...card, blocks: [text("一")] }, card]);
    expect(blocks.at(-1)).toMatchObject({ is: "form", submit: { part: 1 } });
  });
});

describe("what gives a price away", () => {
  it.each([
    ["利欧以3.5个亿成交了", "3.5"],
    ["成交价350,000,000，今天成交", "350"],
    ["利欧溢价率20%，楼板价23000元每平", "20%"],
  ])("%s", (words, secret) => {
    expect(hideLandPrices(words)).not.toContain(secret);
  });
});
