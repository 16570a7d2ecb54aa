import { describe, expect, it } from "vitest";
import { isoWeek, startOfIsoWeek } from "../../src/domain/iso-week.js";

describe("the week a day belongs to", () => {
  it.each([
    ["2022-09-19", "2022-W38"],
    ["2022-09-25", "2022-W38"],
    ["2022-09-26", "2022-W39"],
    ["2023-01-01", "2022-W52"],
    ["2023-01-02", "2023-W01"],
    ["2020-12-31", "2020-W53"],
    ["2021-01-03", "2020-W53"],
  ])("%s is in %s", (day, week) => {
    expect(isoWeek(day)).toBe(week);
  });
});

it.each(["2022-09-26T00:00:00", "2022-09-28T12:00:00", "2022-10-02T23:59:59"])(
  "%s is in a week of Monday 26",
  (instant) => {
    expect(startOfIsoWeek(Date.parse(`${instant}+08:00`))).toBe(Date.parse("2022-09-26T00:00:00+08:00"));
  },
);
