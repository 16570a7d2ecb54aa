import { describe, expect, it } from "vitest";
import { findQuantities } from "../../src/language/numbers/quantities.js";
import { normalise } from "../../src/language/text/normalise.js";

function figures(text: string) {
  return findQuantities(normalise(text).text, () => undefined).map(({ kind, value, approx, vague }) =>
    [kind, value, approx ? "approx" : "", vague ? "vague" : ""].filter((part) => part !== "").join(" "),
  );
}

describe("figures", () => {
  it.each([
    ["一亿零两百万", "money 102000000"],
    ["三千二百万", "money 32000000"],
    ["叁仟贰佰万元整", "money 32000000"],
    ["1亿2", "money 120000000"],
    ["1亿2千", "money 120000000"],
    ["1亿200万", "money 102000000"],
    ["1亿2千3百万", "money 123000000"],
    ["1.5千万", "money 15000000"],
    ["2150w", "money 21500000"],
    ["￥23,500,000元", "money 23500000"],
    ["1.02个亿", "money 102000000"],
    ["一点零二亿", "money 102000000"],
    ["两个亿", "money 200000000"],
    ["3200多万", "money 32000000 approx"],
    ["2个多亿", "money 200000000 approx"],
    ["近8000万元", "money 80000000 approx"],
    ["大概三千二百万吧", "money 32000000 approx"],
    ["几百万", "money 5000000 vague"],
    ["两三千万", "money 30000000 vague"],
    ["−3200万", "money -32000000"],
    ["百分之六十五", "percent 65"],
    ["百分之百", "percent 100"],
    ["６５．５％", "percent 65.5"],
    ["六成五", "percent 65"],
    ["五成", "percent 50"],
    ["三分之一", "percent 33.3 approx"],
    ["四分之三", "percent 75"],
    ["七八成", "percent 80 vague"],
    ["60-65%", "percent 65 vague"],
    ["65%以上", "percent 65 vague"],
    ["过半", "percent 50 vague"],
    ["6个百分点", "points 6"],
    ["35.5亩", "area 35.5"],
    ["12层", "other 12"],
    ["8.1万平方米", "other 81000"],
    ["0.65", "bare 0.65"],
    ["三千二", "bare 3200"],
    [">65%", "percent 65 vague"],
    ["65%+", "percent 65 vague"],
    [".65%", "percent 65 vague"],
    ["一半以上", "percent 50 vague"],
    ["百分之六十到六十五", "percent 65 vague"],
    ["3200万美元", "money 32000000 vague"],
    ["六十五个点", "points 65"],
  ])("%s", (text, expected) => {
    expect(figures(text)).toEqual([expected]);
  });

  it("takes the next label for no counter", () => {
    expect(figures("1.02亿 本月3200万")).toEqual(["money 102000000", "money 32000000"]);
    expect(figures("1.02亿 年度完成率31.9%")).toEqual(["money 102000000", "percent 31.9"]);
  });

  it("keeps both ends of a rise apart", () => {
    expect(figures("从60%到65%")).toEqual(["percent 60", "percent 65"]);
  });
});
