import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const MISSING = /推进会还没有排/;

describe("未排会提醒", async () => {
  const office = await Office.open();
  const { li } = office;
  const asked = async (instant: string) =>
    (await office.posted(instant, OFFICE_GROUP)).map(({ text }) => text).filter((text) => MISSING.test(text));

  it("comes on the 20th, in the office's own group alone, with how many of twelve were held", async () => {
    // Held this year by then: the one of 27 September. October has none by the 20th, a Thursday.
    await li.says("排会 9月27日下午2点 区府3楼").gets("9月27日");
    const [card, ...more] = await asked("2022-10-20T10:30:00+08:00");
    expect(card).toContain("10月推进会还没有排");
    expect(card).toContain("今年应开12次，已开1次");
    expect(more).toEqual([]);
    expect(office.posts(PROJECT_GROUP).filter(({ text }) => MISSING.test(text))).toEqual([]);
  });

  it("on the next workday when the 20th is a rest day, and not when the month's meeting stands", async () => {
    // 20 November is a Sunday.
    expect(await asked("2022-11-20T17:00:00+08:00")).toEqual([]);
    expect(await asked("2022-11-21T10:30:00+08:00")).toEqual([expect.stringContaining("11月推进会还没有排")]);
    await li.says("排会 12月28日下午2点 区府3楼").gets("12月28日");
    expect(await asked("2022-12-20T10:30:00+08:00")).toEqual([]);
  });
});
