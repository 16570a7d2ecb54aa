import { describe, expect, test } from "vitest";
import { hideAmounts, withoutMoney } from "../../src/cards/hide-money.js";

describe("amounts of money", () => {
  test.each([
    "3200万",
    "约1.02亿元",
    "八千多万",
    "十几亿元",
    "几百万元",
    "12,000元",
    "３２００万",
    "-500万元",
    "三千万",
    "1.5 亿",
    "3.5个亿",
    "800w",
    "八百来万",
    "两个亿",
    "1200万块",
    "230,000,000",
    "230000000",
  ])("%s is left out", (amount) => {
    expect(hideAmounts(`本月完成${amount}，已支付`)).toBe("本月完成（金额略），已支付");
  });

  test.each([
    "3.2万平方米",
    "2万株乔木",
    "主体13层",
    "65%",
    "14号线14号验收",
    "21公里",
    "35亩",
    "9月30日",
    "沪土储〔2022〕5号",
    "20个",
    "100000平方米",
    "2022年",
  ])("%s is none", (words) => {
    expect(hideAmounts(words)).toBe(words);
  });

  test("a lamp's reason keeps its shares", () => {
    expect(withoutMoney("年度3.2亿 完成1.02亿（9月） 31.9% 时序30% 快1.9点 | 节点逾12天（开工）")).toBe(
      "完成31.9%（9月） 时序30% 快1.9点 | 节点逾12天（开工）",
    );
    expect(withoutMoney("年度6000万 完成50% 时序66.7% 差16.7点")).toBe("完成50% 时序66.7% 差16.7点");
  });
});
