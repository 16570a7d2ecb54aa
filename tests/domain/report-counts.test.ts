import { describe, expect, it } from "vitest";
import { type Counted, greyWords, isBeforeStart, reportWords } from "../../src/domain/report-counts.js";

const some = (count: number, lamp: Counted["lamp"], reported: Counted["reported"], isNotOwed = false) =>
  Array.from({ length: count }, (): Counted => ({ lamp, reported, isNotOwed }));

describe("已报, 未报 and 灰灯", () => {
  // 34: 2 + 9 reported, 3 + 20 not. 9 + 20 of them are grey.
  const all = [
    ...some(2, "green", "in-time"),
    ...some(9, "grey", "in-time"),
    ...some(3, "red", "missing"),
    ...some(20, "grey", "missing"),
  ];

  it("are one set of numbers: reports add up to all, and the reasons of grey lamps to theirs", () => {
    expect(reportWords(all, "已报")).toBe("已报11个，未报23个");
    expect(greyWords(all)).toBe("20个没报，9个报了但没有投资数");
  });

  it("who owes none yet is neither", () => {
    const more = [...all, ...some(1, "grey", "not-due", true), ...some(2, "grey", "late")];
    expect(reportWords(more)).toBe("按时填报11个，关账后补报2个，未报23个，还不用报1个");
    expect(greyWords(more)).toBe("20个没报，2个关账后才报，9个报了但没有投资数，1个还不用报");
  });

  it("at the start of a ledger nobody is in time, and nobody missing", () => {
    const start = [...some(33, "grey", "not-due", true), ...some(1, "green", "in-time", true)];
    expect([isBeforeStart(start), isBeforeStart(all), isBeforeStart([])]).toEqual([true, false, false]);
    expect(reportWords(start)).toBe("还没有开始填报，先报了1个");
    expect(greyWords(start)).toBe("33个还没有开始填报");
  });
});
