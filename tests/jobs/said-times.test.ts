import { describe, expect, it } from "vitest";
import { readHour, readWeekly } from "../../src/bot/schedule/read-posting-time.js";
import { readUntil } from "../../src/bot/schedule/read-until.js";

/** a Tuesday */
const TODAY = "2022-09-20";

describe("until when it is to be silent", () => {
  it.each([
    ["3天", "2022-09-22"],
    ["三天", "2022-09-22"],
    ["一周", "2022-09-26"],
    ["两个星期", "2022-10-03"],
    ["今天", "2022-09-20"],
    ["到明天", "2022-09-21"],
    ["到周二", "2022-09-20"],
    ["到周五", "2022-09-23"],
    ["到下周五", "2022-09-30"],
    ["本周", "2022-09-25"],
    ["到月底", "2022-09-30"],
    ["至30日", "2022-09-30"],
    ["到１０月８日为止", "2022-10-08"],
    ["到国庆", "2022-10-01"],
  ])("%s: %s", (words, day) => {
    expect(readUntil(words, TODAY)).toEqual({ is: "until", day });
  });

  it.each([
    ["", "none"],
    ["3日", "unclear"],
    ["下周", "unclear"],
    ["半年", "unclear"],
    ["0天", "unclear"],
    ["周五前", "unclear"],
    ["到周五到周六", "unclear"],
    ["到2月30日", "unclear"],
    ["到9月1日", "past"],
    ["100天", "too-long"],
    ["到明年3月1日", "too-long"],
  ])("%s: %s", (words, is) => {
    expect(readUntil(words, TODAY)).toEqual({ is });
  });

  it("over the new year", () => {
    expect(readUntil("到1月3日", "2022-12-28")).toEqual({ is: "until", day: "2023-01-03" });
  });
});

describe("when a post is to leave", () => {
  it.each([
    ["9:40", "09:40"],
    ["下午三点半", "15:30"],
    ["10点一刻", "10:15"],
    ["", null],
    ["周二 9:40", null],
    ["9:40 10:40", null],
    ["25:00", null],
    ["早点", null],
  ])("%s: %s", (words, time) => {
    expect(readHour(words)).toBe(time);
  });

  it("on a weekday", () => {
    expect(readWeekly("每周三下午2点半")).toEqual({ weekday: 3, time: "14:30" });
    expect(readWeekly("9:30")).toBeNull();
  });
});
