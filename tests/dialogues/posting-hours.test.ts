import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { LI_MIN, OFFICE_GROUP, PROJECT_GROUP, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

const MESSAGES = "/im/v1/messages";
const ofMeetings = (posted: readonly SeenMessage[]) =>
  posted.map(firstLine).filter((title) => title?.includes("推进会"));
const digests = (posted: readonly SeenMessage[]) =>
  posted.map(firstLine).filter((title) => title?.includes("滞后摘要"));
const firstLine = ({ text }: { text: string }) => text.split("\n")[0];

/** Until it is called off, the platform has no room for any message. */
function outage({ sandbox: { control } }: Office): () => void {
  control.failNext({ path: MESSAGES, times: 10_000, effect: { kind: "code", code: 99991400 } });
  return () => control.clearFaults();
}

// 20 September 2022 is a Tuesday; the digest is moved to Friday 17:55, five minutes before posts end.
describe("a post that could not leave before 18:00", async () => {
  const office = await Office.open();
  const { li, zhang } = office;

  it("does not leave in the evening or at the weekend, and holds up nobody who asks", async () => {
    await li.says("改时间 滞后摘要 周五 17:55").gets("已改时间");
    const isOver = outage(office);
    expect(await office.posted("2022-09-23T17:56:00+08:00")).toEqual([]);
    isOver();
    expect(await office.posted("2022-09-23T18:20:00+08:00")).toEqual([]);
    await zhang.says("查 武宁路").gets("武宁路");
    expect(await office.posted("2022-09-23T22:30:00+08:00")).toEqual([]);
    expect(await office.posted("2022-09-24T10:00:00+08:00")).toEqual([]);
  });

  it("leaves when posting hours begin again, also where the bot has been started anew", async () => {
    const posted = await office.postedAfterDowntime("2022-09-26T08:30:00+08:00");
    expect(posted.map(firstLine)).toEqual([expect.stringContaining("滞后摘要")]);
  });
});

describe("a reminder of the day that could not leave before the meeting", async () => {
  const office = await Office.open();

  it("is put aside with the reason: nobody is told of a meeting that has begun", async () => {
    await office.li.says("排会 9月22日上午10点 区府3楼").gets("9月22日");
    expect((await office.posted("2022-09-21T09:05:00+08:00")).map(firstLine)).toHaveLength(1);
    const isOver = outage(office);
    expect(await office.posted("2022-09-22T08:45:00+08:00")).toEqual([]);
    isOver();
    expect(await office.posted("2022-09-22T10:01:00+08:00")).toEqual([]);
    expect(await office.posted("2022-09-23T09:30:00+08:00")).toEqual([]);
    const [aside] = await office.store.read.outbox.aside(1);
    expect(aside).toMatchObject({
      status: "dead",
      lane: PROJECT_GROUP,
      reason: expect.stringContaining("过了时候"),
    });
  });

  it("one of the day before ends when that of the day is due", async () => {
    await office.li.says("排会 9月28日上午10点 区府3楼").gets("9月28日");
    const isOver = outage(office);
    expect(await office.posted("2022-09-27T09:10:00+08:00")).toEqual([]);
    isOver();
    // T-1 says 明天; on the day itself only the day's own reminder is posted.
    const posted = await office.posted("2022-09-28T08:45:00+08:00");
    expect(ofMeetings(posted)).toEqual(["今天开推进会"]);
  });
});

// September closes on 8 October; on the 9th 漏报清单 and 月度关账 go to the office's own group.
describe("a group that becomes the office's own late", async () => {
  const office = await Office.open();

  it("gets nothing of the days before, and what falls due from then on", async () => {
    await office.isNow("2022-10-11T11:00:00+08:00");
    const before = office.posts(PROJECT_GROUP).length;
    const asked = await office.li.says("绑定 推进办群").gets("定为推进办内部群？");
    await office.li.clicks(asked, "定为推进办内部群");
    await office.isNow("2022-10-11T11:05:00+08:00");
    expect(office.posts(PROJECT_GROUP).slice(before)).toEqual([]);
    const later = await office.posted("2022-10-20T10:30:00+08:00", PROJECT_GROUP);
    expect(later.map(firstLine)).toContain("10月推进会还没有排");
  });

  it("nor does it where it is no longer, and then is again", async () => {
    await office.li.says("绑定 取消推进办群").gets("不再是推进办内部群");
    await office.isNow("2022-11-09T11:00:00+08:00");
    const before = office.posts(PROJECT_GROUP).length;
    const asked = await office.li.says("绑定 推进办群").gets("定为推进办内部群？");
    await office.li.clicks(asked, "定为推进办内部群");
    await office.isNow("2022-11-09T11:05:00+08:00");
    expect(office.posts(PROJECT_GROUP).slice(before)).toEqual([]);
  });
});

describe("the office's own group, which the bot was not in for a while", async () => {
  const office = await Office.open();

  it("gets nothing of those days", async () => {
    const { control } = office.sandbox;
    control.removeBot(OFFICE_GROUP, LI_MIN);
    await office.settled();
    await office.isNow("2022-10-11T10:00:00+08:00");
    control.addBot(OFFICE_GROUP, LI_MIN);
    await office.settled();
    const posted = await office.posted("2022-10-11T10:05:00+08:00", OFFICE_GROUP);
    expect(posted).toEqual([]);
    expect(office.posts(OFFICE_GROUP).map(firstLine)).toEqual(["大家好，我是靠谱"]);
  });
});

describe("who has left", async () => {
  const office = await Office.open();
  const { li, sandbox, store } = office;
  const zhang = office.zhang.privately;
  const wang = office.wang.privately;
  const mentions = [ZHANG_WEI];
  const toZhang = sandbox.privateChat(office.zhang.openId);
  const toWang = sandbox.privateChat(office.wang.openId);

  it("gets no digest in private any more, and cannot have it again", async () => {
    await zhang.says("订阅 滞后摘要").gets("已订阅");
    await wang.says("订阅 滞后摘要").gets("已订阅");
    await li.says("人员 @张伟 退出", { mentions }).gets("已退出");
    // 26 September is a Monday.
    const own = await office.postedDuring(async () => {
      expect(await office.posted("2022-09-26T09:15:00+08:00", toZhang)).toEqual([]);
    }, toWang);
    expect(digests(own)).toEqual([expect.stringContaining("滞后摘要")]);
    await zhang.says("订阅 滞后摘要").gets("您已经退出登记");
  });

  it("is not chased for what still stands in their name", async () => {
    // D-3 of September is 28 September.
    expect(await office.posted("2022-09-28T09:15:00+08:00", toZhang)).toEqual([]);
  });

  it("registered again, chooses anew", async () => {
    await li.says("人员 @张伟 区建管委 填报", { mentions }).gets("已登记");
    const { text } = await zhang.says("订阅列表").gets("滞后摘要");
    expect(text).not.toMatch(/✅ ?滞后摘要/);
    await zhang.says("订阅 滞后摘要").gets("已订阅");
  });

  it("whoever now belongs to another organisation is left out when it is due", async () => {
    await store.transaction((tx) => tx.outsiders.keep(office.wang.openId));
    // The month's digest is due on 9 October, the day after September closes.
    expect(digests(await office.posted("2022-10-09T09:15:00+08:00", toWang))).toEqual([]);
    expect((await store.read.schedule.ofChat(toWang)).map(({ active }) => active)).toEqual([true]);
  });
});
