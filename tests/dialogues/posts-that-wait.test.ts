import { describe, expect, it } from "vitest";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const titles = (posts: readonly { text: string }[]): string[] =>
  posts.map(({ text }) => text.split("\n")[0] ?? "");

/** The next closing of a month fails, as on a busy database. */
function closingFailsOnce(office: Office): void {
  const { transaction } = office.store;
  let isMended = false;
  office.store.transaction = (work, ...rest) => {
    if (isMended || !new Error().stack?.includes("close-months")) return transaction(work, ...rest);
    isMended = true;
    return Promise.reject(new Error("SQLITE_BUSY"));
  };
}

// September closes on Saturday 8 October 2022, which is worked; Sunday the 9th is worked, too.
describe("the posts of a month whose closing fails at first", async () => {
  const office = await Office.open();

  it("come once the month is frozen", async () => {
    await office.isNow("2022-10-08T18:30:00+08:00");
    closingFailsOnce(office);
    await office.restart(() => office.sandbox.clock.set(Date.parse("2022-10-10T09:35:00+08:00")));
    await office.isNow("2022-10-10T09:36:00+08:00");
    await office.isNow("2022-10-10T09:37:00+08:00");
    const all = titles(office.posts(OFFICE_GROUP));
    expect(all.filter((title) => title.includes("9月已关账"))).toHaveLength(1);
    expect(all.filter((title) => /9月.*通报/.test(title))).toHaveLength(1);
  });
});

// The meeting is on Tuesday 27 September, what it has decided is due on Wednesday the 28th at 09:05.
describe("议定事项 that are entered on the day after the meeting", async () => {
  const office = await Office.open();
  const { li } = office;
  const posted = async (instant: string) =>
    (await office.posted(`${instant}+08:00`)).map(({ text }) => text).filter((text) => text.includes("议1"));

  it("are posted that day, once all are entered", async () => {
    await li.says("排会 9月27日下午2点 区府3楼").gets("9月27日");
    expect(await posted("2022-09-28T09:10:00")).toEqual([]);
    await office.isNow("2022-09-28T10:00:00+08:00");
    await li.says("议定 区建管委 9/30 完成管线迁改方案").gets("议1");
    await office.isNow("2022-09-28T10:08:00+08:00");
    await li.says("议定 区绿化市容局 10/14 移走行道树").gets("议2");
    // Ten minutes after the last of them.
    expect(await posted("2022-09-28T10:12:00")).toEqual([]);
    const [list, ...more] = await posted("2022-09-28T10:19:00");
    expect(list).toContain("议2");
    expect(list).toContain("已知悉");
    expect(more).toEqual([]);
  });

  it("are not posted again for those that come later", async () => {
    await office.isNow("2022-09-29T10:00:00+08:00");
    await li.says("议定 区建管委 10/20 交出绿化图纸").gets("议3");
    expect(await posted("2022-09-29T11:00:00")).toEqual([]);
  });
});

describe("a week's digest after a month's that was muted", async () => {
  const office = await Office.open();
  const { li } = office;
  const digests = async (instant: string) =>
    titles(await office.posted(`${instant}+08:00`)).filter((title) => title.includes("滞后摘要"));

  it("says all, and not what has changed since a digest that never came", async () => {
    await office.isNow("2022-09-28T10:00:00+08:00");
    await li.says("改时间 滞后摘要 周二 9:10").gets("周二");
    await office.isNow("2022-10-08T09:00:00+08:00");
    await li.says("静音到10月9日").gets("已静音");
    expect(await digests("2022-10-09T09:15:00")).toEqual([]);
    expect(await digests("2022-10-10T09:15:00")).toEqual([]);
    expect(await digests("2022-10-11T09:15:00")).toEqual([expect.stringMatching(/^滞后摘要：\d+个$/)]);
  });
});

// 31 December 2022 is a Saturday, put off to Tuesday 3 January; the list is due on Thursday the 5th.
describe("a downtime over the new year", async () => {
  const office = await Office.open();

  it("brings the last step of the year's end alone", async () => {
    await office.isNow("2022-12-30T17:00:00+08:00");
    const before = office.posts(OFFICE_GROUP).length;
    await office.restart(() => office.sandbox.clock.set(Date.parse("2023-01-06T10:00:00+08:00")));
    await office.isNow("2023-01-06T10:01:00+08:00");
    const ends = titles(office.posts(OFFICE_GROUP).slice(before)).filter((title) => /结转|冻结/.test(title));
    expect(ends).toEqual(["2022年还没有冻结"]);
  });
});
