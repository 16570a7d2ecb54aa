import { describe, expect, it } from "vitest";
import { at } from "../../src/domain/day.js";
import { OFFICE_GROUP } from "../../src/sandbox/scene.js";
import { calendarOf } from "../../src/simulate/calendar.js";
import { faultsOf } from "../../src/simulate/faults.js";
import type { Met } from "../../src/simulate/play.js";
import type { Posted } from "../../src/simulate/watch.js";

/** A post of 漏报清单 in the office's group. */
function posted(day: string, time: string, more: Partial<Posted> = {}): Posted {
  const instant = at(day, time);
  const run = {
    id: 1,
    job: "漏报清单",
    chatId: OFFICE_GROUP,
    subject: "-",
    period: day,
    slot: instant,
    outcome: "posted" as const,
  };
  return {
    at: instant,
    chatId: OFFICE_GROUP,
    to: "推进办内部群",
    isPrivate: false,
    title: "没报",
    text: "没报\n一个",
    runs: [run],
    files: [],
    ...more,
  };
}

/** A chase for June in private. */
const chase = (day: string, text: string, stage: string): Posted => {
  const post = posted(day, "09:05", { chatId: "oc_zhang", to: "张伟", isPrivate: true, title: "请报", text });
  const runs = post.runs.map((run) => ({
    ...run,
    job: "催报提醒",
    chatId: "ou_zhang",
    subject: "2022-06",
    period: stage,
  }));
  return { ...post, runs };
};

const found = (posts: readonly Posted[], met: readonly Met[] = []) =>
  faultsOf({ posted: posts, strays: [], met, names: new Map([["S-06", "武宁路快速化"]]) }).map(
    (fault) => fault.split("：")[0],
  );

describe("what a year of posts may not hold", () => {
  it.each([
    ["a workday, in its hours", [posted("2022-10-09", "09:18")], []],
    ["a day of rest", [posted("2022-10-05", "09:18")], ["休息日发了"]],
    ["too early", [posted("2022-10-10", "08:29")], ["08:30前或18:00后发了"]],
    ["too late", [posted("2022-10-10", "18:01")], ["08:30前或18:00后发了"]],
    ["one run twice", [posted("2022-10-10", "09:00"), posted("2022-10-10", "09:30")], ["发了两次"]],
    [
      "a document that is no bulletin's",
      [posted("2022-10-10", "09:00", { files: ["a.docx"] })],
      ["文件不对"],
    ],
    ["nothing but a title", [posted("2022-10-10", "09:00", { text: "没报" })], ["空的"]],
    [
      "two messages a day in private",
      [chase("2022-06-30", "请报\n无", "D-3"), chase("2022-06-30", "请报\n无", "D-1")],
      ["一天私下发了不止一条"],
    ],
  ])("%s", (_, posts, faults) => {
    expect(found(posts)).toEqual(faults);
  });

  it("a post in a silenced group, and none once the silence is over", () => {
    const mute: Met = {
      deed: { at: at("2022-06-06", "15:00"), by: "", chat: OFFICE_GROUP, mutesUntil: "2022-06-12" },
      answer: "",
    };
    expect(found([posted("2022-06-09", "09:18"), posted("2022-06-13", "09:18")], [mute])).toEqual([
      "静音时发了",
    ]);
  });

  it("a chase for what was reported in time", () => {
    const report: Met = {
      deed: { at: at("2022-07-01", "10:00"), by: "", chat: "", reports: { code: "S-06", month: "2022-06" } },
      answer: "已记入 武宁路快速化",
    };
    const line = "请报\n🟢 武宁路快速化　形象53%";
    expect(found([chase("2022-06-30", line, "D-3")], [report])).toEqual([]);
    expect(found([chase("2022-07-04", line, "D-1")], [report])).toEqual(["报过了还催"]);
    expect(found([chase("2022-07-04", "请报\n🟢 603地块　形象3%", "D-1")], [report])).toEqual([]);
  });
});

describe("the calendar", () => {
  it("has a line for each post, by month: when, where, what, and why then", () => {
    const text = calendarOf(
      [
        chase("2022-06-30", "请报\n无", "D-3"),
        { ...chase("2022-06-30", "请报\n无", "D-3"), chatId: "oc_wang", to: "王芳" },
      ],
      new Map(),
    );
    // June closes on Tuesday 5 July.
    expect(text).toMatch(
      /^2022年6月　1行\n {2}6月30日 周四 09:05 {3}张伟、王芳 +催报提醒 +6月数据7月5日关账，前3个工作日还没报\n/,
    );
    expect(text).toMatch(/合计2条\n {2}催报提醒 +群里0次，私下2次/);
  });
});
