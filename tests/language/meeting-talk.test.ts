import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

const read = (text: string) => understand(text, { now: NOW, names: NAMES }).items;

describe("plain words about the meeting", () => {
  it.each([
    "推进会什么时候开",
    "下次推进会几点",
    "会议改到周五下午两点",
    "会议推迟到下周三",
    "推进会改期到9月28日",
    "取消会议",
    "会议取消吧",
    "这次会不开了",
    "会议推迟了吗",
    "下周二的会改到下周三",
    "会议提前一小时",
    "会议推迟两天",
    "谁参加会议",
    "推进会谁来？",
  ])("go to the command as they are: %s", (text) => {
    expect(read(text)).toEqual([{ intent: "command", name: "排会", rest: text, text }]);
  });

  it("is nothing to book when it is the meeting's name alone", () => {
    expect(read("推进会？")).toEqual([{ intent: "command", name: "排会", text: "推进会？" }]);
  });

  it.each([
    "我请假",
    "昨天的会谁参加了",
    "下周二的会议室谁订了",
    "周五的会请大家参加",
    "今天下午两点开会，大家准时",
    "9月27日下午2点开推进会，请准时参加",
    "武宁路的会改到明天3点",
    "会议室改到3楼",
    "推进会改到周五了，请各单位准时参加",
  ])("said to people are none: %s", (text) => {
    expect(read(text)).toEqual([{ intent: "none" }]);
  });

  it("move a 专题会 like any meeting that the bot keeps", () => {
    const read = understand("专题会议改到周五", { now: NOW, names: NAMES });
    expect(read).toMatchObject({
      items: [{ intent: "none" }],
      wish: { name: "排会", rest: "专题会议改到周五" },
    });
  });
});
