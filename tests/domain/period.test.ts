import { describe, expect, test } from "vitest";
import { at } from "../../src/domain/day.js";
import {
  addMonths,
  firstDayOf,
  formatPeriod,
  isPeriod,
  lastDayOf,
  monthNumber,
  monthOf,
  monthsBetween,
  period,
  periodOf,
  periodsFromTo,
  yearOf,
} from "../../src/domain/period.js";

describe("months", () => {
  test("of an instant and of a day", () => {
    expect(monthOf(at("2022-09-01", "00:00") - 1)).toBe("2022-08");
    expect(periodOf("2022-09-20")).toBe("2022-09");
    expect([yearOf("2022-09"), monthNumber("2022-09"), period(2022, 9)]).toEqual([2022, 9, "2022-09"]);
  });

  test.each([
    ["2022-12", 1, "2023-01"],
    ["2022-01", -1, "2021-12"],
    ["2022-08", 0, "2022-08"],
    ["2022-08", -20, "2020-12"],
  ])("%s and %d months: %s", (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
    expect(monthsBetween(from, to)).toBe(months);
  });

  test("a range holds both ends, and is empty backwards", () => {
    expect(periodsFromTo("2022-11", "2023-01")).toEqual(["2022-11", "2022-12", "2023-01"]);
    expect(periodsFromTo("2022-11", "2022-10")).toEqual([]);
  });

  test("first and last day", () => {
    expect(firstDayOf("2022-02")).toBe("2022-02-01");
    expect([lastDayOf("2022-02"), lastDayOf("2024-02"), lastDayOf("2022-12")]).toEqual([
      "2022-02-28",
      "2024-02-29",
      "2022-12-31",
    ]);
  });

  test("a thirteenth month is none", () => {
    expect([isPeriod("2022-13"), isPeriod("2022-00"), isPeriod("2022-1"), isPeriod("2022-12")]).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(() => addMonths("2022-13", 1)).toThrow(RangeError);
  });

  test("are written with the year only where it differs", () => {
    expect(formatPeriod("2022-08")).toBe("8月");
    expect(formatPeriod("2021-08", "2022-09")).toBe("2021年8月");
  });
});
