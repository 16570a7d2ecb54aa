import { describe, expect, it } from "vitest";
import type { Problem } from "../../src/domain/problem.js";
import { byDue, type Duty, groupOf, problemDuties } from "../../src/domain/team-duties.js";

const TODAY = "2022-09-20";
const NOW = Date.parse("2022-09-20T10:00:00+08:00");
const duty = (due: string | null): Duty => ({ kind: "milestone", due, words: "", codes: [] });

describe("责任清单", () => {
  it.each([
    ["2022-09-19", "late"],
    ["2022-09-20", "soon"],
    ["2022-09-27", "soon"],
    ["2022-09-28", "later"],
    [null, "later"],
  ] as const)("due %s is %s", (due, group) => {
    expect(groupOf(duty(due), TODAY)).toBe(group);
  });

  it("goes by due day; what has none stands last", () => {
    const order = [duty(null), duty("2022-10-01"), duty("2022-09-01")].sort(byDue).map(({ due }) => due);
    expect(order).toEqual(["2022-09-01", "2022-10-01", null]);
  });

  it("a problem overdue by a week is the office's; what is closed is owed no more", () => {
    const problem: Problem = {
      number: 3,
      code: "L-07",
      words: "管线未迁",
      category: "管线",
      state: "open",
      level: "科",
      isReported: false,
      extensions: [],
      measures: [],
      reportedBy: "ou_wang",
      reportedByName: "王芳",
      reportedAt: NOW,
      last: { words: "管线未迁", saidAt: NOW, saidByName: "王芳" },
      due: "2022-09-13",
      lead: "区建设管理委",
    };
    const names = new Map([["L-07", "603地块"]]);
    expect(problemDuties([problem, { ...problem, state: "closed" }], names, NOW)).toEqual([
      {
        kind: "problem",
        due: "2022-09-13",
        words: "#3 603地块 管线未迁（办级，牵头区建设管理委）",
        codes: ["L-07"],
      },
    ]);
  });
});
