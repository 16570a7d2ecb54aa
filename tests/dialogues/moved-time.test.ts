import { describe, expect, it } from "vitest";
import { Office } from "../support/office.js";

describe("改时间 to a later day of the week", async () => {
  const office = await Office.open();
  const { li } = office;

  // The group has the digest since Tuesday 20 September, so W38 has had none.
  it("makes up nothing of the week before", async () => {
    await office.isNow("2022-09-26T08:35:00+08:00");
    const made = await office.postedDuring(async () => {
      await li.says("改时间 滞后摘要 周五 9:10").gets("每周五 09:10");
      await office.isNow("2022-09-26T08:36:00+08:00");
    });
    expect(made).toEqual([]);
  });

  it("leaves at the new time of this week, once", async () => {
    expect(await office.posted("2022-09-26T09:30:00+08:00")).toEqual([]);
    expect(await office.posted("2022-09-30T09:09:00+08:00")).toEqual([]);
    expect(await office.posted("2022-09-30T09:10:00+08:00")).toHaveLength(1);
    expect(await office.posted("2022-09-30T09:15:00+08:00")).toEqual([]);
  });

  it("what was missed this week is made up, also after a downtime", async () => {
    await office.isNow("2022-10-17T09:00:00+08:00");
    await li.says("改时间 滞后摘要 周二 9:10").gets("每周二 09:10");
    expect(await office.postedAfterDowntime("2022-10-19T10:00:00+08:00")).toHaveLength(1);
  });

  it("also after a weekend's downtime", async () => {
    await office.isNow("2022-11-14T10:00:00+08:00");
    await li.says("改时间 滞后摘要 周五 17:30").gets("每周五 17:30");
    expect(await office.postedAfterDowntime("2022-11-21T08:40:00+08:00")).toHaveLength(1);
  });
});

describe("改时间 of a post whose days are given", async () => {
  const office = await Office.open();
  const { li, zhang } = office;
  const units = async (instant: string) =>
    (await office.posted(`${instant}+08:00`)).filter(({ text }) => text.includes("9月进度还差"));

  it("moves its hour to the minute, says what it was, and keeps that", async () => {
    await li
      .says("改时间 报送进度 下午三点半")
      .gets("已改时间", "每月关账当天 15:30", "原来是每月关账当天 16:58");
    await zhang.says("订阅列表").gets("✅ 报送进度　每月关账当天 15:30");
    const [change] = await office.store.read.audit.latest(1);
    expect(change).toMatchObject({ what: "报送进度的时间", to: "每月关账当天 15:30", byName: "李敏" });
    await zhang.says("改时间 报送进度 10:00").gets("只有推进办能办");
  });

  // September closes on Saturday 8 October, worked.
  it("leaves then, once", async () => {
    expect(await units("2022-10-08T15:29:00")).toEqual([]);
    expect(await units("2022-10-08T15:30:00")).toHaveLength(1);
    expect(await units("2022-10-08T17:00:00")).toEqual([]);
  });
});
