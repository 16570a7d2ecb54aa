import { describe, expect, it } from "vitest";
import { checkCriteria } from "../../src/domain/criteria.js";

const YI = 100_000_000;

describe("四类标准", () => {
  it.each([
    ["政府投资", YI, "meets", "总投资1亿，符合“总投资1亿元以上的政府投资项目”"],
    ["政府投资", YI - 1, "below", "差1元（只到99.9%）"],
    ["政府投资", 80_000_000, "below", "总投资8000万，“总投资1亿元以上的政府投资项目”差2000万（只到80%）"],
    ["社会投资", 10 * YI, "meets", "符合"],
    // 9.99亿 of 10亿 is 99.9%, 100万 short
    ["社会投资", 999_000_000, "below", "差100万（只到99.9%）"],
    ["社会投资", 120_000_000, "below", "差8.8亿（只到12%）"],
    ["重点民生", 3_000_000, "meets", "不看总投资"],
    ["重大产业", undefined, "meets", "不看总投资"],
    ["政府投资", undefined, "unknown", "没有写总投资"],
    [undefined, 5 * YI, "unknown", "没有写按哪类标准"],
  ] as const)("%s, %s 元: %s", (criterion, yuan, result, words) => {
    const checked = checkCriteria(criterion, yuan);
    expect(checked.result).toBe(result);
    expect(checked.sentence).toContain(words);
  });
});
