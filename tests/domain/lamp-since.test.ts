import { describe, expect, test } from "vitest";
import type { LampColour } from "../../src/domain/lamp-part.js";
import { behindSince, sinceWords } from "../../src/domain/lamp-since.js";
import { wan } from "./ledger-helpers.js";

const ytd = (...amounts: number[]) =>
  Object.fromEntries(amounts.map((amount, index) => [`2022-0${index + 1}`, { yuan: wan(amount) }]));
const lamps = (...colours: LampColour[]): Record<string, LampColour> =>
  Object.fromEntries(colours.map((colour, index) => [`2022-0${index + 1}`, colour]));

/** 1.2亿 a year, 1000万 a month; August closed */
const plan = { yuan: wan(12000) };
const figures = ytd(1000, 2000, 3000, 4000, 3600, 4000, 4500, 5000);

describe("哪天起落后", () => {
  test.each<[string, LampColour, Record<string, LampColour>, string | null]>([
    ["not behind", "green", lamps("red", "red"), null],
    ["not reported", "grey", lamps("red", "red"), null],
    // 5000 of 12000 are 41.7%
    [
      "this month",
      "red",
      lamps("green", "green", "green", "green", "green", "green", "green"),
      "自8月数据起落后：8月底完成41.7%，时序66.7%，差25点",
    ],
    // 3600 of 12000 are 30%, 5/12 were due
    [
      "since May",
      "red",
      lamps("green", "green", "green", "green", "yellow", "red", "red"),
      "自5月数据起落后：5月底完成30%，时序41.7%，差11.7点；已连续4个月红灯或黄灯",
    ],
    [
      "a grey month between does not break it, and does not count",
      "red",
      lamps("green", "green", "green", "green", "yellow", "grey", "red"),
      "自5月数据起落后：5月底完成30%，时序41.7%，差11.7点；已连续3个月红灯或黄灯",
    ],
    [
      "it was better in between",
      "yellow",
      lamps("red", "red", "red", "red", "red", "green", "yellow"),
      "自7月数据起落后：7月底完成37.5%，时序58.3%，差20.8点；已连续2个月红灯或黄灯",
    ],
    ["nothing kept of the months before", "red", {}, "自8月数据起落后：8月底完成41.7%，时序66.7%，差25点"],
    [
      "a month that was grey before it began counts for nothing",
      "red",
      lamps("green", "green", "green", "green", "green", "grey", "grey"),
      "自8月数据起落后：8月底完成41.7%，时序66.7%，差25点",
    ],
  ])("%s", (_, lamp, earlier, words) => {
    const since = behindSince({ month: "2022-08", lamp, earlier, plan, ytd: figures });
    expect(since && sinceWords(since)).toBe(words);
  });

  test("behind by a milestone, ahead with the money: no figure that would contradict it", () => {
    const ahead = behindSince({
      month: "2022-08",
      lamp: "red",
      earlier: {},
      plan,
      ytd: ytd(1, 2, 3, 4, 5, 6, 7, 9000),
    });
    expect(ahead && sinceWords(ahead)).toBe("自8月数据起落后");
  });

  test("without a plan or a figure of that month", () => {
    const bare = behindSince({ month: "2022-08", lamp: "yellow", earlier: lamps("green"), ytd: {} });
    expect(bare && sinceWords(bare)).toBe("自8月数据起落后");
  });
});
