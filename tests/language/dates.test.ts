import { describe, expect, it } from "vitest";
import { findDates } from "../../src/language/dates/dates.js";
import { normalise } from "../../src/language/text/normalise.js";

const TODAY = "2022-09-20";
const seen = (text: string) => findDates(normalise(text).text, TODAY)[0];

describe("dates", () => {
  it.each([
    ["下周五前", "2022-09-30", "day"],
    ["三季度末", "2022-09-30", "quarter"],
    ["十月上旬", "2022-10-10", "ten-day"],
    ["10月中旬", "2022-10-20", "ten-day"],
    ["10月下旬", "2022-10-31", "ten-day"],
    ["国庆前", "2022-09-30", "day"],
    ["元旦前", "2022-12-31", "day"],
    ["春节前", "2023-01-21", "day"],
    ["上周五", "2022-09-16", "day"],
    ["年内", "2022-12-31", "year"],
    ["年底", "2022-12-31", "year"],
    ["12/15", "2022-12-15", "day"],
    ["10.1", "2022-10-01", "day"],
    ["月底", "2022-09-30", "month"],
    ["本月底", "2022-09-30", "month"],
    ["明年上半年", "2023-06-30", "half-year"],
    ["2023年3月", "2023-03-31", "month"],
    ["二零二三年三月", "2023-03-31", "month"],
    ["后天", "2022-09-22", "day"],
    ["9月27日下午2点", "2022-09-27", "day"],
    ["10月15", "2022-10-15", "day"],
    ["3天后", "2022-09-23", "day"],
    ["15号前", "2022-10-15", "day"],
    ["去年底", "2021-12-31", "year"],
    ["11月", "2022-11-30", "month"],
    ["5月", "2023-05-31", "month"],
    ["十月中下旬", "2022-10-31", "ten-day"],
    ["推一下月底前", "2022-09-30", "month"],
    ["12月初步设计", "2022-12-31", "month"],
  ])("%s, looking ahead", (text, day, precision) => {
    const span = seen(text);
    expect([span?.resolve("future")?.day, span?.precision]).toEqual([day, precision]);
  });

  it.each([
    ["3月底", "2022-03-31"],
    ["12月", "2021-12-31"],
    ["14号", "2022-09-14"],
    ["25号", "2022-08-25"],
    ["周一", "2022-09-19"],
  ])("%s, looking back", (text, day) => {
    expect(seen(text)?.resolve("past")?.day).toBe(day);
  });

  it.each(["2月30日", "13月", "9月31日", "2022年2月30日", "节前"])("%s names no day", (text) => {
    expect(seen(text)?.resolve("future")).toBeUndefined();
  });

  it("finds no day in the name of a line", () => {
    expect(findDates("14号线", TODAY)).toEqual([]);
  });

  it("finds no festival in a numeral", () => {
    expect(findDates("百分之七十一", TODAY)).toEqual([]);
  });

  it("knows two months from a list", () => {
    expect(findDates("7、8月", TODAY)).toMatchObject([{ start: 0, end: 4 }]);
    expect(findDates("1、8月", TODAY)).toMatchObject([{ start: 2, end: 4 }]);
  });

  it("leaves figures behind a month alone", () => {
    expect(findDates("8月3200万", TODAY)).toMatchObject([{ start: 0, end: 2 }]);
  });
});
