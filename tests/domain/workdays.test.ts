import { describe, expect, test } from "vitest";
import {
  addWorkdays,
  adoptCalendar,
  isWorkday,
  nextWorkday,
  onOrAfterWorkday,
} from "../../src/domain/workdays.js";

describe("workdays of the state calendar", () => {
  test.each([
    ["2022-09-20", true, "a Tuesday"],
    ["2022-09-24", false, "a Saturday"],
    ["2022-10-08", true, "a Saturday worked for 国庆 (调休)"],
    ["2022-10-09", true, "a Sunday worked for 国庆 (调休)"],
    ["2022-10-07", false, "a Friday of 国庆"],
    ["2022-09-12", false, "中秋, a Monday"],
    ["2022-12-31", false, "the eve that belongs to 元旦 2023"],
    ["2020-01-31", false, "春节 2020, prolonged"],
    ["2004-01-01", false, "the first day of the data"],
    ["2026-10-01", false, "the last year of the data"],
  ])("%s works: %s, %s", (day, works) => {
    expect(isWorkday(day)).toBe(works);
  });

  test.each([
    ["2027-01-01", false],
    ["2027-05-03", true],
    ["2027-10-01", false],
    ["2027-10-04", true],
    ["2027-10-02", false],
    ["2027-03-06", false],
    ["2027-03-08", true],
    ["2003-10-01", false],
  ])("beyond the data %s works: %s, by weekends and fixed days", (day, works) => {
    expect(isWorkday(day)).toBe(works);
  });

  test("the office's own exceptions stand above it", () => {
    adoptCalendar({ years: [], days: { "2027-02-20": true, "2022-09-20": false } });
    expect(isWorkday("2027-02-20")).toBe(true);
    expect(isWorkday("2022-09-20")).toBe(false);
    expect(nextWorkday("2022-09-19")).toBe("2022-09-21");
    adoptCalendar({ years: [], days: {} });
  });
});

describe("counting workdays", () => {
  test.each([
    ["2022-09-30", 1, "2022-10-08", "over the whole of 国庆"],
    ["2022-10-08", 1, "2022-10-09", "a worked Saturday and Sunday"],
    ["2022-10-10", -3, "2022-09-30", "back over it"],
    ["2022-09-24", 1, "2022-09-26", "from a Saturday on"],
    ["2022-09-24", -1, "2022-09-23", "from a Saturday back"],
    ["2022-09-24", 0, "2022-09-24", "none"],
    ["2022-01-28", 2, "2022-01-30", "into the worked weekend before 春节"],
    ["2022-12-30", 1, "2023-01-03", "over the year's end"],
  ])("%s and %d: %s (%s)", (from, count, to) => {
    expect(addWorkdays(from, count)).toBe(to);
  });

  test("a dated slot moves to the next workday, a workday stays", () => {
    expect(onOrAfterWorkday("2022-10-05")).toBe("2022-10-08");
    expect(onOrAfterWorkday("2022-09-20")).toBe("2022-09-20");
    expect(nextWorkday("2022-09-20")).toBe("2022-09-21");
  });
});
