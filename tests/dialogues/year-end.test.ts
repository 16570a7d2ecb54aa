import { describe, expect, it } from "vitest";
import { OFFICE_GROUP, PROJECT_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const OWN = /结转|名单草稿|冻结/;

// 1 and 15 December 2022 are Thursdays; the 31st is a Saturday, and New Year rests until Tuesday the 3rd; the
// 5th is a Thursday.
describe("年末结转提醒", async () => {
  const office = await Office.open();
  const { li } = office;
  const posted = async (instant: string) =>
    (await office.posted(instant, OFFICE_GROUP)).map(({ text }) => text).filter((text) => OWN.test(text));

  it("12月1日: the forecast, in the office's own group alone", async () => {
    expect(await posted("2022-11-30T17:00:00+08:00")).toEqual([]);
    const [card, ...more] = await posted("2022-12-01T10:00:00+08:00");
    // 加油站 was due on 30 November: 5 finish, 11 go on, 5 are unclear
    expect(card).toMatch(/^2022年结转开始办[\s\S]*共21个：年内竣工5，结转11，说不准5。/);
    expect(more).toEqual([]);
    expect(office.posts(PROJECT_GROUP).filter(({ text }) => OWN.test(text))).toEqual([]);
  });

  it("12月15日: how many are not confirmed", async () => {
    const first = await li.in(OFFICE_GROUP).says("结转").gets("预测");
    const step = await (await li.in(OFFICE_GROUP).clicks(first, "逐个确认")).shows("还有21个没确认");
    await (await li.in(OFFICE_GROUP).clicks(step, "全部按建议（16个）")).shows("还有5个没确认");
    expect(await posted("2022-12-15T10:00:00+08:00")).toEqual([
      expect.stringMatching(/^2022年结转还有5个没确认[\s\S]*请在31日前确认完/),
    ]);
  });

  it("12月31日 is a rest day: it comes on the first workday of January", async () => {
    expect(await posted("2022-12-31T10:00:00+08:00")).toEqual([]);
    expect(await posted("2023-01-03T10:00:00+08:00")).toEqual([
      expect.stringMatching(/^2022年结转还有5个没确认[\s\S]*确认完就能冻结/),
    ]);
  });

  it("1月5日: without a freeze there is no list, and it says so", async () => {
    expect(await posted("2023-01-05T10:00:00+08:00")).toEqual([expect.stringContaining("2022年还没有冻结")]);
    expect(await posted("2023-01-06T10:00:00+08:00")).toEqual([]);
  });
});
