import { describe, expect, test } from "vitest";
import { type Figures, noFigures } from "../../src/domain/ledger-figures.js";
import { countsIn } from "../../src/domain/project-details.js";
import { broughtAt, carryForecast, reconciled } from "../../src/domain/year-close.js";
import { yearTotals } from "../../src/domain/year-totals.js";

const stamp = { entry: 1, saidAt: 0 };
const node = (name: string, planned?: string, done?: string): Partial<Figures> => ({
  milestones: { [name]: { ...stamp, ...(planned ? { planned } : {}), ...(done ? { done } : {}) } },
});
const percent = (value: number): Partial<Figures> => ({ percent: { ...stamp, value, dataMonth: "2022-11" } });

describe("what a project comes to at the year's end, seen on 15 December 2022", () => {
  test.each<[string, Partial<Figures>, string, string]>([
    ["done", node("竣工验收", "2022-11-30", "2022-12-02"), "finish", "竣工验收已完成"],
    ["all of it built", percent(100), "finish", "形象进度100%"],
    ["its day is to come", node("竣工验收", "2022-12-31"), "finish", "竣工验收计划在年内"],
    ["today is its day", node("竣工验收", "2022-12-15"), "finish", "竣工验收计划在年内"],
    ["its day has passed", node("竣工验收", "2022-12-14"), "unclear", "竣工验收已逾期，没有报完成"],
    ["next year", node("通车", "2023-06-30"), "carry", "通车计划在2023年或以后"],
    ["under way, without a last milestone", percent(62), "carry", "形象进度62%"],
    [
      "only 开工 done",
      { ...node("开工", "2022-03-01", "2022-03-01"), ...percent(12) },
      "carry",
      "形象进度12%",
    ],
    ["never heard of", {}, "unclear", "没有报过形象和竣工节点"],
  ])("%s", (_, figures, outlook, why) => {
    expect(carryForecast({ ...noFigures, ...figures }, 2022, "2022-12-15")).toEqual({ outlook, why });
  });
});

describe("counts reconcile, and are said", () => {
  const projects = (carry: number, finish: number, leave: number, open = 0) =>
    [
      ...Array<"carry">(carry).fill("carry"),
      ...Array<"finish">(finish).fill("finish"),
      ...Array<"leave">(leave).fill("leave"),
    ]
      .map((choice) => ({ class: "区属重大", choice, planYuan: 100, ytdYuan: 90 }))
      .concat(Array(open).fill({ class: "区属重大", planYuan: null, ytdYuan: null }));
  const words = (...counts: [number, number, number, number?]) =>
    yearTotals(projects(...counts), ["区属重大"], new Map([["区属重大", 63]])).classes.map(reconciled);

  test("63 = 51 + 9 + 3", () => {
    expect(words(51, 9, 3)).toEqual(["区属重大 在册63 = 结转51 + 竣工9 + 退出3，相符"]);
  });
  test("one that nobody has confirmed", () => {
    expect(words(51, 9, 2, 1)).toEqual(["区属重大 在册63 ≠ 结转51 + 竣工9 + 退出2，差1个没有确认"]);
  });
  test("fewer in the ledger than planned, and more", () => {
    expect(words(10, 4, 1)).toEqual([
      "区属重大 在册15 = 结转10 + 竣工4 + 退出1，相符；年度计划63个，台账少48个",
    ]);
    expect(words(60, 4, 1)).toEqual([
      "区属重大 在册65 = 结转60 + 竣工4 + 退出1，相符；年度计划63个，台账多2个",
    ]);
  });
  test("money of what has a figure", () => {
    const [total] = yearTotals(projects(2, 0, 0, 1), ["区属重大"], new Map()).classes;
    expect(total).toMatchObject({ projects: 3, planned: null, planYuan: 200, ytdYuan: 180, reported: 2 });
  });
});

describe("至去年底累计", () => {
  const ytd = (year: number, month: number, yuan: number) => {
    const period = `${year}-${String(month).padStart(2, "0")}`;
    return { [year]: { ytd: { [period]: { ...stamp, period, yuan } } } };
  };
  const figures = {
    ...noFigures,
    years: { ...ytd(2022, 12, 100), ...ytd(2023, 11, 30), ...ytd(2024, 12, 7) },
  } as Figures;

  test.each<[string, { spentYuan?: number; spentTo?: number }, number, number | null, string | null]>([
    ["the first year: 500 and its own 100", { spentYuan: 500, spentTo: 2021 }, 2022, 600, "2022-12"],
    ["the second: 500, 100 and 30, as of November", { spentYuan: 500, spentTo: 2021 }, 2023, 630, "2023-11"],
    ["the third", { spentYuan: 500, spentTo: 2021 }, 2024, 637, "2024-12"],
    ["registered anew in 2023", { spentYuan: 610, spentTo: 2022 }, 2023, 640, "2023-11"],
    ["registered after the year's end", { spentYuan: 610, spentTo: 2022 }, 2022, 610, "2022-12"],
    ["a year of which nothing was told", { spentYuan: 500, spentTo: 2024 }, 2025, 500, "2024-12"],
    ["never registered, never told", {}, 2023, null, null],
  ])("%s", (_, spent, year, yuan, period) => {
    expect(broughtAt(spent, figures, year)).toEqual({ yuan, period });
  });

  test("December's snapshot stands above what was put right later", () => {
    expect(broughtAt({ spentYuan: 500, spentTo: 2021 }, figures, 2022, 90).yuan).toBe(590);
  });
});

describe("what a year counts", () => {
  const ended = (as: "closed" | "withdrawn", on: string, year?: number) => ({
    ended: { as, on, reason: "", ...(year ? { year } : {}) },
  });
  test.each<[string, Parameters<typeof countsIn>[0], boolean]>([
    ["in progress", {}, true],
    ["finished in it", ended("closed", "2022-09-20"), true],
    ["finished in it, closed in January", ended("closed", "2023-01-09", 2022), true],
    ["given up in it", ended("withdrawn", "2022-09-20"), false],
    ["given up after it", ended("withdrawn", "2023-02-01"), true],
    ["finished before it", ended("closed", "2021-12-30"), false],
    ["finished before it, closed in it", ended("closed", "2022-01-09", 2021), false],
  ])("%s", (_, project, counts) => {
    expect(countsIn(project, 2022)).toBe(counts);
  });
});
