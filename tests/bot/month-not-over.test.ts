import { describe, expect, it } from "vitest";
import { dayToCome } from "../../src/bot/report/month-not-over.js";
import type { ReportItem } from "../../src/language/items.js";

const ytd = (text: string, period = "2022-10"): ReportItem => ({
  intent: "report",
  project: "武宁路快速化",
  measure: "investment",
  scope: "ytd",
  yuan: 130_000_000,
  period,
  text,
});

describe("a cumulative up to a day to come, said on 10 October", () => {
  it.each([
    ["武宁路10月底累计1.3亿", "2022-10-31"],
    ["截至10月31日累计1.3亿", "2022-10-31"],
    ["10月14日累计1.34亿", "2022-10-14"],
    ["10月累计1.3亿", undefined],
    ["10月9日累计1.3亿", undefined],
    ["10月10日累计1.3亿", undefined],
    ["累计1.3亿", undefined],
  ])("%s: %s", (text, day) => {
    expect(dayToCome(ytd(text), "2022-10-10")).toBe(day);
  });

  it("is not one of a month that is over", () => {
    expect(dayToCome(ytd("9月底累计1.3亿", "2022-09"), "2022-10-10")).toBeUndefined();
  });

  // 28, 29 and 30 October report October; a day is a day.
  it("nor in the last three days of the month, unless a day is named", () => {
    expect(dayToCome(ytd("10月底累计1.3亿"), "2022-10-27")).toBe("2022-10-31");
    expect(dayToCome(ytd("10月底累计1.3亿"), "2022-10-28")).toBeUndefined();
    expect(dayToCome(ytd("10月31日累计1.3亿"), "2022-10-30")).toBe("2022-10-31");
  });

  it("nor a month's own figure", () => {
    const month = { ...ytd("10月底完成3000万"), scope: "month" } as ReportItem;
    expect(dayToCome(month, "2022-10-10")).toBeUndefined();
  });
});
