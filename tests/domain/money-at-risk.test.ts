import { describe, expect, it } from "vitest";
import { defaultLampRules } from "../../src/domain/lamp-rule.js";
import { noFigures, noYearFigures, type YearFigures } from "../../src/domain/ledger-figures.js";
import { moneyAtRisk } from "../../src/domain/money-at-risk.js";
import { type Assessed, assess, worstFirst } from "../../src/domain/portfolio.js";
import type { Project, Standing, YearPace } from "../../src/domain/project.js";
import { wan } from "./ledger-helpers.js";

const MONTH = "2022-08";
const stamp = { entry: 1, saidAt: 0 };
const plan = (amount: number) => ({ ...stamp, yuan: wan(amount), period: "2022-01" });
const ytd = (amount: number, period = MONTH) => ({ [period]: { ...stamp, yuan: wan(amount), period } });

interface Case extends Partial<YearFigures> {
  name?: string;
  class?: string;
  pace?: Partial<YearPace>;
  /** a milestone that is long overdue makes it red */
  isLate?: true;
}

function project({ name = "甲", class: ofClass = "区属重大", pace, isLate, ...year }: Case): Assessed {
  const standing: Standing = {
    project: { code: name, name, class: ofClass, firstMonth: "2022-01" } as Project,
    figures: {
      ...noFigures,
      years: { 2022: { ...noYearFigures, ...year } },
      reported: [MONTH],
      milestones: isLate ? { 开工: { ...stamp, planned: "2022-05-01" } } : {},
    },
    pace: { curve: null, startMonth: null, ...pace },
    reportedMonth: MONTH,
    lastSaidAt: 0,
  };
  return assess(standing, { month: MONTH, today: "2022-09-20" }, defaultLampRules);
}

// At the end of August eight twelfths are due.
describe("money at risk: the plan times the shortfall", () => {
  it.each<[string, Case, number]>([
    ["12亿 of which 8亿 is due, 7.5亿 done", { plan: plan(120_000), ytd: ytd(75_000) }, 5_000],
    // 敦煌南路: 3.2亿 × 8/12 = 21333.33万, 1.02亿 done
    ["3.2亿, 1.02亿 done", { plan: plan(32_000), ytd: ytd(10_200) }, 11_133.3333],
    ["ahead of what is due", { plan: plan(120_000), ytd: ytd(90_000) }, 0],
    // the last word stands: 8亿 due, 6亿 done by July
    ["reported to July", { plan: plan(120_000), ytd: ytd(60_000, "2022-07") }, 20_000],
    // 8/12 − 50 % = 1/6
    ["a rate alone", { plan: plan(120_000), completion: { ...stamp, value: 50, period: MONTH } }, 20_000],
    // from July on in equal months: 2 of 6 are due, 4亿
    ["work from July on", { plan: plan(120_000), ytd: ytd(30_000), pace: { startMonth: 7 } }, 10_000],
    // its own curve: 40 % by August, 4.8亿
    [
      "a plan by months",
      {
        plan: plan(120_000),
        ytd: ytd(30_000),
        pace: { curve: [5, 10, 15, 20, 25, 30, 35, 40, 55, 70, 85, 100] },
      },
      18_000,
    ],
    ["nothing done that is known", { plan: plan(120_000) }, 0],
    ["no plan", { ytd: ytd(30_000) }, 0],
    ["a class that is not judged by money", { plan: plan(120_000), ytd: ytd(0), class: "土地出让" }, 0],
  ])("%s", (_what, given, wanted) => {
    expect(Math.abs(moneyAtRisk(project(given), MONTH) - wanted * 10_000)).toBeLessThanOrEqual(1);
  });
});

describe("worst first", () => {
  const order = (...list: Case[]) =>
    worstFirst(list.map(project), MONTH).map((one) => `${one.lamp.lamp} ${one.project.name}`);

  it("5亿 that lacks 2.5亿 stands before 10亿 that lacks next to nothing", () => {
    expect(
      order(
        // 8/12 of 10亿 is 6.667亿
        { name: "大", plan: plan(100_000), ytd: ytd(66_000), isLate: true },
        // 8/12 of 5亿 is 3.333亿
        { name: "小", plan: plan(50_000), ytd: ytd(8_333) },
      ),
    ).toEqual(["red 小", "red 大"]);
  });

  it("without money that lacks the larger plan goes first; a lamp that is worse always does", () => {
    expect(
      order(
        { name: "绿", plan: plan(900_000), ytd: ytd(600_000) },
        { name: "无计划", isLate: true },
        { name: "小", plan: plan(10_000), isLate: true },
        { name: "大", plan: plan(20_000), isLate: true },
      ),
    ).toEqual(["red 大", "red 小", "red 无计划", "green 绿"]);
  });
});
