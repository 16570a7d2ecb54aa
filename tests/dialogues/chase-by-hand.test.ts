import { describe, expect, it } from "vitest";
import type { SeenMessage } from "../../src/sandbox/observe.js";
import { WANG_FANG, ZHANG_WEI } from "../../src/sandbox/scene.js";
import { Office } from "../support/office.js";

/*
 * The demonstration's clock stands at Tuesday 2022-09-20, 10:00; August is closed. September closes on 8 October: the
 * bot's own rounds are on 28 September (D-3), 30 September (D-1) and 9 October (D+1). Of August only projects of
 * 王芳 are missing; of September those of 张伟 and 王芳.
 */
const toldTo = (office: Office, openId: string) =>
  office.posts(office.sandbox.privateChat(openId)).filter(({ text }) => /月进度/.test(text));

describe("who does not want to be reminded", async () => {
  const office = await Office.open();
  const { li, wang } = office;

  it("静音: is named, and not asked", async () => {
    await wang.privately.says("静音 3天").gets("已静音");
    await li.says("催报").gets("没有催", "静音中，不催：王芳");
    expect(toldTo(office, WANG_FANG)).toEqual([]);
  });

  it("退订 催报提醒 between the preview and the tap counts, too", async () => {
    await wang.privately.says("取消静音").gets(/.+/);
    const preview = await li.says("催报").gets("要催1个人报8月进度吗", "王芳");
    await wang.privately.says("退订 催报提醒").gets("已退订");
    const clicked = await li.clicks(preview, "发出");
    expect(clicked.toast).toBe("没有催");
    await clicked.shows("已退订催报提醒，不催：王芳");
    await office.sandbox.idle();
    expect(toldTo(office, WANG_FANG)).toEqual([]);
  });
});

describe("outside posting hours", async () => {
  const office = await Office.open();
  const { li } = office;
  let preview: SeenMessage;

  it("the preview and the button say from when on it can leave", async () => {
    office.sandbox.clock.set(Date.parse("2022-09-20T23:00:00+08:00"));
    preview = await li.says("催报").gets("要催1个人", "现在不是提醒时间，9月21日 08:30以后再点“发出”");
    expect((await li.clicks(preview, "发出")).toast).toContain("9月21日 08:30以后");
    await office.sandbox.idle();
    expect(toldTo(office, WANG_FANG)).toEqual([]);
  });

  it("the same card sends it the next morning", async () => {
    await office.isNow("2022-09-21T08:31:00+08:00");
    await (await li.clicks(preview, "发出")).shows("已催报", "王芳");
    await office.sandbox.idle();
    expect(toldTo(office, WANG_FANG)).toHaveLength(1);
  });
});

describe("beside the bot's own round", async () => {
  const office = await Office.open();
  const { li } = office;

  it("asks for the month that the round asks for, and stands for the round of that day", async () => {
    await office.isNow("2022-09-28T08:40:00+08:00");
    const preview = await li.says("催报").gets("要催2个人报9月进度吗", "张伟", "王芳");
    await (await li.clicks(preview, "发出")).shows("已催报");
    await office.sandbox.idle();
    await office.isNow("2022-09-28T09:30:00+08:00");
    for (const person of [ZHANG_WEI, WANG_FANG])
      expect(toldTo(office, person).map(({ text }) => /9月进度请报/.test(text))).toEqual([true]);
  });

  it("whom the round has asked this morning is not asked again the same day", async () => {
    await office.isNow("2022-09-30T09:30:00+08:00");
    expect(toldTo(office, ZHANG_WEI)).toHaveLength(2);
    await li.says("催报").gets("没有催", "今天已经私下提醒过，不再催：", "张伟", "王芳");
  });

  it("on a later day of the same stage it asks: the last day before the close is what it is for", async () => {
    // Saturday 8 October, worked in lieu: the day of the close.
    await office.isNow("2022-10-08T10:00:00+08:00");
    const preview = await li.says("催报").gets("要催2个人报9月进度吗");
    await (await li.clicks(preview, "发出")).shows("已催报");
    await office.sandbox.idle();
    expect(toldTo(office, ZHANG_WEI)).toHaveLength(3);
  });
});

describe("of one unit alone", async () => {
  const office = await Office.open();
  const { li } = office;

  it("the others are asked by the round as ever", async () => {
    await office.isNow("2022-09-28T08:40:00+08:00");
    const preview = await li.says("催报 区建管委").gets("要催1个人报9月进度吗", "张伟");
    await (await li.clicks(preview, "发出")).shows("已催报", "张伟");
    await office.sandbox.idle();
    await office.isNow("2022-09-28T09:30:00+08:00");
    expect(toldTo(office, ZHANG_WEI)).toHaveLength(1);
    expect(toldTo(office, WANG_FANG)).toHaveLength(1);
  });
});
