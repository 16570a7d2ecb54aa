import { describe, expect, it } from "vitest";
import { type Frozen, frozenWarnings, movedDay, movedPlan } from "../../src/domain/baseline.js";
import { targetChanges } from "../../src/domain/baseline-changes.js";
import { readCurve } from "../../src/domain/baseline-curve.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { type Figures, noFigures } from "../../src/domain/ledger-figures.js";
import { readCurveWords, splitCurve } from "../../src/language/curve-words.js";

const EVEN = [5, 10, 18, 26, 35, 45, 55, 65, 75, 85, 93, 100];
const YI = 100_000_000;

describe("月度计划", () => {
  it.each([
    ["twelve that end at 100", EVEN, false, undefined, { curve: EVEN }],
    [
      "equal months may stand still",
      [0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 50, 100],
      false,
      undefined,
      { curve: [0, 0, 0, 0, 0, 0, 0, 0, 0, 50, 50, 100] },
    ],
    // 3.2亿: a quarter of it is 8000万
    [
      "sums of the plan",
      [...Array(9).fill(0.8 * YI), 1.6 * YI, 2.4 * YI, 3.2 * YI],
      true,
      3.2 * YI,
      { curve: [...Array(9).fill(25), 50, 75, 100] },
    ],
  ])("%s", (_, values, isMoney, plan, wanted) => {
    expect(readCurve(values, isMoney, plan)).toEqual(wanted);
  });

  it.each([
    ["eleven", EVEN.slice(1), false, undefined, "要12个数"],
    ["falling", EVEN.with(4, 20), false, undefined, "4月26，5月20反而少了"],
    ["short of 100", EVEN.with(11, 98), false, undefined, "这里是98%"],
    ["over 100", EVEN.with(11, 110), false, undefined, "这里是110%"],
    ["below nothing", EVEN.with(0, -1), false, undefined, "不能是负数"],
    ["sums without a plan", EVEN.map((each) => each * YI), true, undefined, "要先有年度计划投资"],
    ["sums that miss the plan", EVEN.map((each) => each * YI), true, YI, "要等于年度计划投资"],
  ])("%s", (_, values, isMoney, plan, words) => {
    const read = readCurve(values, isMoney, plan);
    expect("fault" in read && read.fault).toContain(words);
  });

  it.each([
    ["5 10 18", [5, 10, 18], false],
    ["5%、10%、18.5%", [5, 10, 18.5], false],
    ["1月5 2月10", [5, 10], false],
    ["1600万 3200万 1.2亿", [16_000_000, 32_000_000, 120_000_000], true],
  ])("%s", (said, values, isMoney) => {
    expect(readCurveWords(said)).toEqual({ values, isMoney });
  });

  it("one kind of figures for all months", () => {
    expect(readCurveWords("5 10 1.2亿")).toHaveProperty("fault");
    expect(readCurveWords("5 十几 20")).toHaveProperty("fault");
  });

  it("ends where the reason begins", () => {
    expect(splitCurve("5 10 18 原因 征收推迟")).toEqual({ curve: "5 10 18", rest: "原因 征收推迟" });
    expect(splitCurve("")).toEqual({ curve: "", rest: "" });
  });
});

const frozen: Frozen = {
  year: 2022,
  signedOn: "2022-01-20",
  unit: "区建设管理委",
  yuan: 3.2 * YI,
  curve: null,
  startMonth: null,
  milestones: { 开工: "2022-03-01", 竣工验收: "2022-12-20" },
};
const stamp = { entry: 1, saidAt: 0 };
const withPlan = (yuan: number): Figures => ({
  ...noFigures,
  years: { 2022: { ytd: {}, months: {}, plan: { ...stamp, yuan, period: "2022-01" } } },
  milestones: {
    开工: { ...stamp, planned: "2022-03-01", done: "2022-03-02" },
    竣工验收: { ...stamp, planned: "2022-12-20" },
  },
});

describe("a signed target", () => {
  const asked = (measured: Measured, figures = withPlan(3.2 * YI)) =>
    frozenWarnings(measured, frozen, figures, 2022).map(({ code }) => code);
  const node = (milestone: string, date: string, reason?: string): Measured => ({
    measure: "milestone",
    milestone,
    status: "planned",
    date,
    ...(reason ? { reason } : {}),
  });

  it.each([
    ["another plan", { measure: "plan", yuan: 2.8 * YI }, ["frozen-plan"]],
    ["the same plan", { measure: "plan", yuan: 3.2 * YI }, []],
    ["with a reason", { measure: "plan", yuan: 2.8 * YI, reason: "资金没到位" }, []],
    ["another year's", { measure: "plan", yuan: 5 * YI, year: 2023 }, []],
    ["another day", node("竣工验收", "2022-12-31"), ["frozen-node"]],
    ["the same day", node("竣工验收", "2022-12-20"), []],
    ["another day with a reason", node("竣工验收", "2022-12-31", "征收"), []],
    ["what was not signed for", node("结构封顶", "2022-10-01"), []],
    ["what is done already", node("开工", "2022-04-01"), []],
    ["progress", { measure: "percent", value: 60 }, []],
  ] as [string, Measured, string[]][])("%s", (_, measured, codes) => {
    expect(asked(measured)).toEqual(codes);
  });

  it("back to the signed plan is a change of the present one", () => {
    expect(asked({ measure: "plan", yuan: 3.2 * YI }, withPlan(2.8 * YI))).toEqual(["frozen-plan"]);
    expect(frozenWarnings({ measure: "plan", yuan: 1 }, undefined, noFigures, 2022)).toEqual([]);
  });

  it("原计划 and 现计划 where they differ", () => {
    expect(movedPlan(frozen, withPlan(2.8 * YI))).toEqual({ signed: 3.2 * YI, now: 2.8 * YI });
    expect(movedPlan(frozen, withPlan(3.2 * YI))).toBeNull();
    expect(movedPlan(undefined, withPlan(1))).toBeNull();
    expect(movedDay(frozen, "竣工验收", "2022-12-31")).toBe("2022-12-20");
    expect(movedDay(frozen, "竣工验收", "2022-12-20")).toBeNull();
    expect(movedDay(frozen, "结构封顶", "2022-12-20")).toBeNull();
  });

  it("each change is told once, against the one before it", () => {
    const head = { dataMonth: "2022-09", saidByName: "李敏" };
    const changes = targetChanges(
      frozen,
      [
        { version: 1, plan: frozen, reason: null, at: 10, byName: "李敏" },
        { version: 2, plan: { ...frozen, curve: EVEN }, reason: "汛期", at: 25, byName: "李敏" },
      ],
      [
        { ...head, id: 1, saidAt: 10, measure: "plan", yuan: 3.2 * YI },
        { ...head, id: 2, saidAt: 20, measure: "plan", yuan: 2.8 * YI, reason: "资金" },
        {
          ...head,
          id: 3,
          saidAt: 30,
          measure: "milestone",
          milestone: "竣工验收",
          status: "planned",
          date: "2022-12-31",
          reason: "征收",
        },
        { ...head, id: 4, saidAt: 40, measure: "plan", yuan: 3 * YI, reason: "追加" },
        { ...head, id: 5, saidAt: 50, measure: "plan", yuan: 9 * YI, year: 2023 },
      ],
    );
    expect(changes.map(({ what, from, to, reason }) => [what, from, to, reason])).toEqual([
      ["plan", 3.2 * YI, 2.8 * YI, "资金"],
      ["curve", undefined, undefined, "汛期"],
      ["node", "2022-12-20", "2022-12-31", "征收"],
      ["plan", 2.8 * YI, 3 * YI, "追加"],
    ]);
  });
});
