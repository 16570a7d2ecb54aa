import { describe, expect, it } from "vitest";
import { holidayNamed } from "../../src/domain/holiday.js";

describe("a festival's days off", () => {
  // The State Council's notices: 国庆 2022 1–7 October, 元旦 2023 31 December–2 January, 春节 2023 21–27 January.
  it.each([
    ["国庆期间", "2022-09-20", { name: "国庆", from: "2022-10-01", until: "2022-10-07" }],
    ["国庆", "2022-10-05", { name: "国庆", from: "2022-10-05", until: "2022-10-07" }],
    ["国庆节长假", "2022-09-20", { name: "国庆", from: "2022-10-01", until: "2022-10-07" }],
    ["元旦放假期间", "2022-09-20", { name: "元旦", from: "2022-12-31", until: "2023-01-02" }],
    ["春节", "2022-09-20", { name: "春节", from: "2023-01-21", until: "2023-01-27" }],
  ])("%s said on %s", (said, today, found) => {
    expect(holidayNamed(said, today)).toEqual(found);
  });

  it.each(["到国庆", "国庆前", "国庆后", "周五", ""])("%s is none", (said) => {
    expect(holidayNamed(said, "2022-09-20")).toBeNull();
  });

  it("of a year that the calendar does not know there is none", () => {
    expect(holidayNamed("国庆", "2090-09-20")).toBeNull();
  });
});
