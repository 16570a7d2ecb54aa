import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  at,
  dayOf,
  daysBetween,
  formatDay,
  formatInstant,
  isDay,
  timeOf,
  weekday,
  weekdayName,
} from "../../src/domain/day.js";

const TEN = at("2022-09-20", "10:00");

describe("days in Shanghai", () => {
  test("an instant belongs to the day that has begun in Shanghai, not in Greenwich", () => {
    expect(dayOf(Date.UTC(2022, 8, 19, 15, 59, 59, 999))).toBe("2022-09-19");
    expect(dayOf(Date.UTC(2022, 8, 19, 16))).toBe("2022-09-20");
    expect(TEN).toBe(Date.UTC(2022, 8, 20, 2));
    expect(timeOf(TEN)).toBe("10:00");
  });

  test("agree with the runtime's own zone database", () => {
    const shanghai = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" });
    const instants = fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2099, 11, 31) });
    fc.assert(fc.property(instants, (instant) => dayOf(instant) === shanghai.format(instant)));
  });

  test.each([
    ["2022-09-20", true],
    ["2024-02-29", true],
    ["2022-02-29", false],
    ["2022-02-30", false],
    ["2022-13-01", false],
    ["2022-9-1", false],
    ["", false],
  ])("%s exists: %s", (day, exists) => {
    expect(isDay(day)).toBe(exists);
  });

  test("a day or an hour that does not exist is refused", () => {
    expect(() => addDays("2022-02-30", 1)).toThrow(RangeError);
    expect(() => at("2022-09-20", "24:00")).toThrow(RangeError);
  });

  test("adding and counting cross months and leap days", () => {
    expect(addDays("2022-12-31", 1)).toBe("2023-01-01");
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
    expect(daysBetween("2022-09-08", "2022-09-20")).toBe(12);
    expect(daysBetween("2022-09-20", "2022-09-08")).toBe(-12);
  });

  test("counting undoes adding", () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 40_000 }), (days) => {
        return daysBetween("2022-09-20", addDays("2022-09-20", days)) === days;
      }),
    );
  });

  test("weekdays", () => {
    expect([weekday("2022-09-20"), weekdayName("2022-09-20")]).toEqual([2, "周二"]);
    expect(weekday("2022-09-25")).toBe(7);
    expect(weekday("1969-12-29")).toBe(1);
  });

  test("are written as people write them, the year only where it differs", () => {
    expect(formatDay("2022-09-20")).toBe("9月20日");
    expect(formatDay("2021-12-31", "2022-01-01")).toBe("2021年12月31日");
    expect(formatInstant(TEN)).toBe("9月20日 10:00");
    expect(formatInstant(TEN, at("2022-01-01"))).toBe("9月20日 10:00");
    expect(formatInstant(TEN, at("2023-01-01"))).toBe("2022年9月20日 10:00");
  });
});
