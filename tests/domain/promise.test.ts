import { describe, expect, it } from "vitest";
import type { Action } from "../../src/domain/action.js";
import { noFigures } from "../../src/domain/ledger-figures.js";
import type { Problem } from "../../src/domain/problem.js";
import type { Standing } from "../../src/domain/project.js";
import { type Commitment, outcomeOf, promised, promiseRates } from "../../src/domain/promise.js";
import { promisedActions, promisedNodes, promisedProblems } from "../../src/domain/promise-sources.js";

const TODAY = "2022-09-20";
const promise = (over: Partial<Commitment> = {}): Commitment => ({
  unit: "甲",
  what: "节点",
  name: "开工",
  first: "2022-09-10",
  ...over,
});

describe("what becomes of a promise", () => {
  it.each([
    ["done before its day", { done: "2022-09-01" }, "kept"],
    ["done on its day", { done: "2022-09-10" }, "kept"],
    ["done a day later", { done: "2022-09-11" }, "late"],
    ["not done, the day is past", {}, "missed"],
    ["not done, today is the day", { first: TODAY }, null],
    ["not done, the day is to come", { first: "2022-09-21" }, null],
    ["done today, on its day", { first: TODAY, done: TODAY }, "kept"],
    ["put off and done by the new day", { moved: "2022-09-15", done: "2022-09-14" }, "late"],
    ["put off to a day to come", { moved: "2022-10-15" }, "missed"],
    ["brought forward and done by the first day", { moved: "2022-09-05", done: "2022-09-08" }, "kept"],
    ["said to be done on a day to come", { done: "2022-10-01" }, "missed"],
  ] as const)("%s", (_, over, outcome) => {
    expect(outcomeOf(promise(over), TODAY)).toBe(outcome);
  });
});

describe("the rate of a unit", () => {
  it("counts by the first day in the span; moved ones among what was not kept", () => {
    const made = [
      promise({ done: "2022-09-10" }),
      promise({ first: "2022-03-01", done: "2022-03-05" }),
      promise({ moved: "2022-10-20", reason: "管线" }),
      promise({ first: "2021-12-31" }),
      promise({ first: "2022-12-31", done: "2022-09-01" }),
      promise({ first: "2022-09-30" }),
      promise({ unit: "乙", done: "2022-09-09" }),
    ];
    const rates = promiseRates(made, { from: "2022-01-01", to: TODAY }, TODAY);
    expect(rates.map(({ unit, kept, late, missed, moved }) => [unit, kept, late, missed, moved])).toEqual([
      ["甲", 1, 1, 1, 1],
      ["乙", 1, 0, 0, 0],
    ]);
    expect(rates[0]?.broken.map(({ first }) => first)).toEqual(["2022-03-01", "2022-09-10"]);
    expect(rates.map(promised)).toEqual([3, 1]);
  });

  it("there is none where nothing fell due", () => {
    expect(
      promiseRates([promise({ first: "2022-10-01" })], { from: "2022-01-01", to: TODAY }, TODAY),
    ).toEqual([]);
  });
});

describe("where promises come from", () => {
  const at = (day: string) => Date.parse(`${day}T10:00:00+08:00`);
  const stamp = { entry: 1, saidAt: 0 };

  it("节点: the first day said, of the unit that answers for the project", () => {
    const standing = (unit: string | null) =>
      ({
        project: { name: "敦煌南路", unit },
        figures: {
          ...noFigures,
          milestones: {
            开工: {
              ...stamp,
              firstPlanned: "2022-09-08",
              planned: "2022-10-20",
              revisions: [{ from: "2022-09-08", to: "2022-10-20", reason: "管线", saidAt: 0 }],
            },
            封顶: { ...stamp, done: "2022-05-01" },
          },
        },
      }) as unknown as Standing;
    expect(promisedNodes([standing("甲"), standing(null)])).toEqual([
      {
        unit: "甲",
        what: "节点",
        name: "敦煌南路 开工",
        first: "2022-09-08",
        moved: "2022-10-20",
        reason: "管线",
      },
    ]);
  });

  it("问题: of who leads, else of the project's unit; asked to be closed is done", () => {
    const problem = (over: Partial<Problem>) =>
      ({
        number: 12,
        code: "R-01",
        words: "征收",
        state: "open",
        extensions: [],
        last: { words: "", saidAt: at("2022-09-09"), saidByName: "" },
        ...over,
      }) as unknown as Problem;
    const units = new Map([["R-01", "甲"]]);
    const first = (over: Partial<Problem>) => promisedProblems([problem(over)], units)[0];
    expect(first({})).toBeUndefined();
    expect(first({ due: "2022-09-10" })).toMatchObject({ unit: "甲", name: "#12 征收", first: "2022-09-10" });
    expect(first({ due: "2022-09-10", lead: "乙", state: "resolve-asked" })).toMatchObject({
      unit: "乙",
      done: "2022-09-09",
    });
    expect(
      first({
        due: "2022-09-30",
        extensions: [
          { from: null, to: "2022-09-10", reason: "初定" },
          { from: "2022-09-10", to: "2022-09-30", reason: "资金" },
        ],
      }),
    ).toMatchObject({ first: "2022-09-10", moved: "2022-09-30", reason: "资金" });
  });

  it("议定事项: done when the unit says so", () => {
    const action = (over: Partial<Action>) =>
      ({
        number: 3,
        unit: "甲",
        words: "进场",
        due: "2022-09-10",
        state: "open",
        extensions: [],
        ...over,
      }) as unknown as Action;
    const [open, asked, closed] = promisedActions([
      action({}),
      action({ state: "finish-asked", asked: { openId: "", name: "", at: at("2022-09-08"), words: "" } }),
      action({
        state: "closed",
        asked: { openId: "", name: "", at: at("2022-09-08"), words: "" },
        closed: { openId: "", name: "", at: at("2022-09-15"), words: "" },
      }),
    ]);
    expect(open).toMatchObject({ name: "议3 进场", first: "2022-09-10" });
    expect(open?.done).toBeUndefined();
    expect([asked?.done, closed?.done]).toEqual(["2022-09-08", "2022-09-08"]);
  });
});
