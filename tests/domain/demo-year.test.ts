import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type DemoProject, type DemoYear, demoMessages } from "../../seeds/demo-year.js";
import { at } from "../../src/domain/day.js";
import { type LampResult, lampOf } from "../../src/domain/lamp.js";
import { lampInput } from "../../src/domain/lamp-input.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import { defaultLampRules, lampRuleFor } from "../../src/domain/lamp-rule.js";
import { applyEntry, ledgerOf } from "../../src/domain/ledger.js";
import type { Entry } from "../../src/domain/ledger-entry.js";
import { currentYtd } from "../../src/domain/ledger-figures.js";
import { forecast, formatForecast, type YearPlan } from "../../src/domain/pace.js";
import { periodsFromTo } from "../../src/domain/period.js";
import { isWorkday } from "../../src/domain/workdays.js";
import { lampsAtCloses } from "./lamp-helpers.js";
import { wan } from "./ledger-helpers.js";

interface Seeds {
  units: { name: string }[];
  projects: { code: string; class: string | null }[];
}

const read = <T>(file: string): T =>
  JSON.parse(readFileSync(new URL(`../../seeds/${file}`, import.meta.url), "utf8")) as T;
const demo = read<DemoYear>("demo-2022.json");
const seeds = read<Seeds>("projects.json");
const messages = demoMessages(demo);

const NOW = "2022-09-20";
const MONTHS = periodsFromTo("2022-01", "2022-07");

function entriesOf(code: string): Entry[] {
  return messages
    .filter((message) => message.code === code)
    .flatMap(({ saidAt, dataMonth, measured }) => measured.map((each) => ({ saidAt, dataMonth, ...each })))
    .map((each, index) => ({ id: index + 1, ...each }));
}

function ledgerFor(code: string) {
  let ledger = ledgerOf([]);
  const warnings = [];
  for (const entry of entriesOf(code)) {
    const applied = applyEntry(ledger, entry);
    ledger = applied.ledger;
    warnings.push(...applied.warnings);
  }
  return { ...ledger, warnings };
}

function planOf({ planWan, startMonth, curvePercent }: DemoProject): Partial<YearPlan> {
  return {
    ...(planWan !== undefined && { yuan: wan(planWan) }),
    ...(startMonth !== undefined && { startMonth }),
    ...(curvePercent && { curve: { percent: curvePercent } }),
  };
}

function lampFor(project: DemoProject): LampResult {
  const { code, firstMonth = "2022-01" } = project;
  const rule = lampRuleFor(defaultLampRules, seeds.projects.find((each) => each.code === code)?.class);
  const { entries, figures } = ledgerFor(code);
  const context = { firstMonth, plan: planOf(project) };
  const earlier = lampsAtCloses(entries, context, MONTHS, rule);
  return lampOf(lampInput(figures, { ...context, month: "2022-08", today: NOW, earlier }), rule);
}

function project(code: string): DemoProject {
  const found = demo.projects.find((each) => each.code === code);
  if (!found) throw new Error(`no ${code} in the demonstration year`);
  return found;
}

const codesOf = (lamp: LampColour) =>
  demo.projects.filter((each) => lampFor(each).lamp === lamp).map((each) => each.code);

describe("the demonstration year", () => {
  test("says what it is", () => {
    expect(demo.label).toBe("演示数据");
    expect(demo.about).toMatch(/虚构/);
  });

  test("has every project of the office, and only units the office knows", () => {
    expect(demo.projects.map((each) => each.code)).toEqual(seeds.projects.map((each) => each.code));
    const units = new Set(seeds.units.map((each) => each.name));
    for (const { unit } of [...demo.projects, ...demo.people]) expect(units).toContain(unit);
  });

  test.each(demo.projects.map((each) => [each.code, each] as const))("%s never goes back", (_, each) => {
    for (const series of [each.ytdWan, each.percent, each.mu, each.fundsWan, each.curvePercent]) {
      if (series) expect(series).toEqual([...series].sort((a, b) => a - b));
    }
    for (const percent of each.percent ?? []) expect(percent).toBeLessThanOrEqual(100);
    expect(each.curvePercent?.length ?? 12).toBe(12);
    expect(each.ytdWan?.length ?? each.reportedTo ?? 8).toBe(each.reportedTo ?? 8);
  });

  test("would have been written without a question", () => {
    for (const { code } of demo.projects) expect([code, ledgerFor(code).warnings]).toEqual([code, []]);
  });

  test("was said on workdays, before the month's close and before the clock", () => {
    for (const day of demo.saidOn) expect([day, isWorkday(day)]).toEqual([day, true]);
    for (const { saidAt, dataMonth, measured } of messages) {
      expect(saidAt).toBeLessThan(at(NOW, "10:00"));
      for (const each of measured) {
        if ("period" in each && each.period) expect(each.period <= dataMonth).toBe(true);
      }
    }
  });

  test("shows a believable mix of lamps on 2022-09-20", () => {
    expect(codesOf("red")).toEqual(["R-01", "F-04", "L-07"]);
    expect(codesOf("yellow")).toEqual(["S-05", "R-04", "F-02", "F-06", "L-09"]);
    expect(codesOf("grey")).toEqual(["F-03", "L-10", "P-02"]);
    expect(codesOf("green")).toHaveLength(23);
  });

  test("敦煌南路 is the worked example", () => {
    expect(lampFor(project("R-01")).reason).toBe(
      "年度3.2亿 完成1.02亿 31.9% 时序66.7% 差34.8点 | 节点逾12天（施工许可证） | 连续2月",
    );
    const ytd = ledgerFor("R-01").figures.years[2022]?.ytd ?? {};
    expect(formatForecast(forecast(wan(32000), ytd))).toBe("按期须月均5450万，近3月均1300万，照此年末48.1%");
  });

  test("each other red and yellow one has its own kind of reason", () => {
    const reasons = ["F-04", "L-07", "F-02", "F-06"].map((code) => lampFor(project(code)).reason);
    expect(reasons).toEqual([
      "年度6000万 完成3000万 50% 时序66.7% 差16.7点 | 连续2月",
      "节点逾51天（控规）",
      "7月至8月未报",
      "年度4.8亿 完成2.7亿 56.2% 时序66.7% 差10.5点",
    ]);
  });

  test("皋兰山路 came back from yellow", () => {
    const earlier = lampsAtCloses(
      entriesOf("R-05"),
      { firstMonth: "2022-01", plan: { yuan: wan(9000) } },
      MONTHS,
      defaultLampRules.default,
    );
    expect([earlier["2022-06"], earlier["2022-07"], lampFor(project("R-05")).lamp]).toEqual([
      "green",
      "yellow",
      "green",
    ]);
  });

  test("武宁路累计完成1.02亿，形象进度65% fits what is known of it", () => {
    const { figures } = ledgerFor("S-06");
    expect([figures.percent?.value, currentYtd(figures, 2022)]).toMatchObject([
      60,
      { yuan: wan(9000), period: "2022-08" },
    ]);
    expect(lampFor(project("S-06")).reason).toBe("年度3.2亿 完成9000万 28.1% 时序30% 差1.9点");
  });
});
