import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import {
  adoptCloseDay,
  closeDayOf,
  closedAt,
  closedMonth,
  closedMonthBy,
  dataMonthBy,
  dataMonthOf,
  USUAL_CLOSE_DAY,
} from "../../src/domain/data-month.js";
import { at } from "../../src/domain/day.js";
import { addMonths, monthOf } from "../../src/domain/period.js";
import { adoptCalendar } from "../../src/domain/workdays.js";

afterEach(() => adoptCloseDay(USUAL_CLOSE_DAY));

describe("the data month", () => {
  test.each([
    ["2022-08", 5, "2022-09-05", "a Monday"],
    ["2022-09", 5, "2022-10-08", "国庆: the Saturday worked in lieu"],
    ["2022-01", 5, "2022-02-07", "春节"],
    ["2022-05", 5, "2022-06-06", "a Sunday and 端午 in front of it"],
    ["2022-12", 5, "2023-01-05", "over the year's end"],
    ["2022-01", 31, "2022-02-28", "a 31st that February does not have"],
    ["2022-08", 1, "2022-09-01", "the first"],
    ["2022-08", 31, "2022-09-30", "the last"],
    ["2022-09", 31, "2022-10-31", "a Monday"],
    ["2022-06", 31, "2022-08-01", "a Sunday at the month's end moves into the month after"],
  ])("%s with close day %d closes on %s (%s)", (period, closeDay, day) => {
    adoptCloseDay(closeDay);
    expect(closeDayOf(period)).toBe(day);
  });

  test.each([
    ["2022-09-20", "10:00", "2022-08", "2022-09"],
    ["2022-09-01", "00:00", "2022-07", "2022-08"],
    ["2022-09-05", "23:59", "2022-07", "2022-08"],
    ["2022-09-06", "00:00", "2022-08", "2022-09"],
    ["2022-10-06", "09:00", "2022-08", "2022-09"],
    ["2022-10-09", "09:00", "2022-09", "2022-10"],
    ["2023-01-03", "09:00", "2022-11", "2022-12"],
  ])("on %s %s %s is closed, and an entry belongs to %s", (day, time, closed, open) => {
    const now = at(day, time);
    expect(closedMonth(now)).toBe(closed);
    expect(dataMonthOf(now)).toBe(open);
  });

  test("a close that moves into the month after keeps two months open", () => {
    adoptCloseDay(31);
    expect(dataMonthOf(at("2022-08-01", "09:00"))).toBe("2022-06");
    expect(dataMonthOf(at("2022-08-02", "09:00"))).toBe("2022-07");
  });

  test("the office's calendar moves the close", () => {
    adoptCalendar({ years: [], days: { "2022-09-05": false } });
    adoptCloseDay(USUAL_CLOSE_DAY);
    expect(closeDayOf("2022-08")).toBe("2022-09-06");
    expect(dataMonthOf(at("2022-09-06", "09:00"))).toBe("2022-08");
    adoptCalendar({ years: [], days: {} });
  });

  test.each([0, 32, 5.5, Number.NaN])("a close day %d is refused", (closeDay) => {
    expect(() => adoptCloseDay(closeDay)).toThrow(RangeError);
  });

  test("months that have closed stay as they are when the office moves its close day", () => {
    const august = closedAt("2022-08");
    adoptCloseDay(20);
    // By the new day August would close on 20 September; it was closed on the 5th.
    expect(closedMonthBy(at("2022-09-07", "09:00"), { "2022-08": august })).toBe("2022-08");
    expect(closedAt("2022-08", { "2022-08": august })).toBe(august);
    adoptCloseDay(2);
    // Said on the 5th, before it was closed, an entry is still August's.
    expect(dataMonthBy(at("2022-09-05", "12:00"), { "2022-08": august })).toBe("2022-08");
    expect(dataMonthBy(at("2022-09-05", "12:00"), {})).toBe("2022-09");
  });

  test("an entry never belongs to a closed or to a coming month", () => {
    const instants = fc.integer({ min: at("2004-03-01"), max: at("2035-12-31") });
    fc.assert(
      fc.property(instants, fc.integer({ min: 1, max: 31 }), (now, closeDay) => {
        adoptCloseDay(closeDay);
        const month = dataMonthOf(now);
        expect(month > closedMonth(now)).toBe(true);
        expect(month <= monthOf(now)).toBe(true);
        expect(month >= addMonths(monthOf(now), -2)).toBe(true);
      }),
    );
  });
});
