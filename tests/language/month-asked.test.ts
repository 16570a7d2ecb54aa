import { describe, expect, it } from "vitest";
import { monthAsked, withoutMonth } from "../../src/language/month-asked.js";

describe("the month that a question names", () => {
  it.each([
    ["哪些项目9月还没报", "2022-09"],
    ["８月份谁没报", "2022-08"],
    ["本月还有谁没报", "2022-09"],
    ["这个月哪些没报", "2022-09"],
    ["上个月谁没报", "2022-08"],
    ["十二月谁没报", "2022-12"],
    ["1月到8月谁没报", "2022-08"],
    ["2021年11月谁没报", "2021-11"],
    ["去年12月谁没报", "2021-12"],
    ["谁没报", null],
    ["9月5日谁没报", null],
    ["还有2个月没报", null],
  ])("%s: %s", (words, month) => {
    expect(monthAsked({}, words, "2022-09")).toBe(month);
  });

  it.each([
    ["12月谁没报", "2023-01", "2022-12"],
    ["11月谁没报", "2023-04", "2022-11"],
    ["10月谁没报", "2023-04", "2023-10"],
    ["12月谁没报", "2023-06", "2023-12"],
    ["今年12月谁没报", "2023-01", "2023-12"],
  ])("%s, asked in %s, is %s: more than half a year ahead it was last year's", (words, now, month) => {
    expect(monthAsked({}, words, now)).toBe(month);
  });

  it("the item's own days come first", () => {
    expect(monthAsked({ from: "2022-07-01", to: "2022-07-31" }, "9月", "2022-09")).toBe("2022-07");
    expect(monthAsked({ date: "2022-06-30" }, "", "2022-09")).toBe("2022-06");
  });

  it("leaves the other words", () => {
    expect(withoutMonth("区建管委 9月份 红灯")).toBe("区建管委 红灯");
  });
});
