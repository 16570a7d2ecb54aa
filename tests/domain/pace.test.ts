import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { comparePointsBehind, fromPercent, isBelow, toPercent } from "../../src/domain/fraction.js";
import { dueShare, forecast, formatForecast, type YearPlan } from "../../src/domain/pace.js";
import { period } from "../../src/domain/period.js";
import { wan } from "./ledger-helpers.js";

const plan: YearPlan = { yuan: wan(32000) };

describe("时序进度", () => {
  test.each([
    [1, 8.333],
    [6, 50],
    [8, 66.667],
    [12, 100],
  ])("is month/12: month %d is %d", (month, percent) => {
    expect(toPercent(dueShare(month, plan))).toBeCloseTo(percent, 3);
  });

  test("a project that starts in October owes nothing in August, and all in December", () => {
    const late = { ...plan, startMonth: 10 };
    expect([8, 9, 10, 12].map((month) => Math.round(toPercent(dueShare(month, late))))).toEqual([
      0, 0, 33, 100,
    ]);
  });

  test("its own curve replaces it, in per cent or in 元", () => {
    const percent = [0, 0, 5, 8, 12, 16, 20, 25.5, 36, 55, 78, 100];
    expect(toPercent(dueShare(8, { ...plan, curve: { percent } }))).toBeCloseTo(25.5, 10);
    const yuan = percent.map((each) => wan(each * 320));
    expect(toPercent(dueShare(8, { ...plan, curve: { yuan } }))).toBeCloseTo(25.5, 10);
    expect(() => dueShare(8, { ...plan, curve: { percent: [10] } })).toThrow(RangeError);
  });
});

describe("exact comparison", () => {
  test("agrees with integers too large for a number", () => {
    const share = fc.record({ part: fc.nat(1e13), of: fc.integer({ min: 1, max: 1e13 }) });
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 100 }), (a, b, threshold) => {
        const left = BigInt(a.part) * BigInt(b.of);
        const right = BigInt(b.part) * BigInt(a.of);
        expect(isBelow(a, b, threshold)).toBe(left * 100n < right * BigInt(threshold));
        const gap = (right - left) * 100n - BigInt(threshold) * BigInt(a.of) * BigInt(b.of);
        expect(comparePointsBehind(a, b, threshold)).toBe(gap < 0n ? -1 : gap > 0n ? 1 : 0);
      }),
    );
  });

  test("float noise decides nothing", () => {
    // 0.7 + 0.1 is less than 0.8 in binary
    expect(comparePointsBehind(fromPercent(70.1), fromPercent(80.1), 10)).toBe(0);
    expect(isBelow({ part: 8, of: 15 }, { part: 8, of: 12 }, 80)).toBe(false);
  });
});

describe("what the year comes to", () => {
  test("敦煌南路: 按期须月均5450万，近3月均1300万，照此年末48.1%", () => {
    const seen = forecast(plan.yuan, {
      "2022-05": { yuan: wan(6300) },
      "2022-07": { yuan: wan(8900) },
      "2022-08": { yuan: wan(10200) },
    });
    expect(seen).toEqual({
      neededPerMonth: wan(5450),
      average: { yuan: wan(1300), months: 3 },
      yearEnd: { yuan: wan(15400), percent: 48.125 },
    });
    expect(formatForecast(seen)).toBe("按期须月均5450万，近3月均1300万，照此年末48.1%");
  });

  test.each([
    ["January", { "2022-01": 1100 }, { neededPerMonth: wan(100), average: { yuan: wan(1100), months: 1 } }],
    ["March from the year's beginning", { "2022-03": 900 }, { average: { yuan: wan(300), months: 3 } }],
    [
      "the month three back unknown: from the one before",
      { "2022-03": 300, "2022-07": 500, "2022-08": 1300 },
      { average: { yuan: wan(200), months: 5 } },
    ],
    ["done already", { "2022-08": 2400 }, { neededPerMonth: 0, yearEnd: { yuan: wan(3600) } }],
  ])("%s", (_, known, expected) => {
    const ytd = Object.fromEntries(
      Object.entries(known).map(([month, amount]) => [month, { yuan: wan(amount) }]),
    );
    const seen = forecast(wan(2200), ytd);
    expect(seen).toMatchObject(expected);
  });

  test("without a figure nothing is said, in December no month is left", () => {
    expect([forecast(plan.yuan, {}), formatForecast({})]).toEqual([{}, ""]);
    const december = forecast(wan(2000), { "2022-12": { yuan: wan(1500) } });
    expect(formatForecast(december)).toBe("近12月均125万，照此年末75%");
  });

  test("the needed months reach the plan, whatever it is", () => {
    fc.assert(
      fc.property(fc.nat(1e13), fc.nat(1e13), fc.integer({ min: 1, max: 11 }), (planned, done, month) => {
        const { neededPerMonth = 0 } = forecast(planned, { [period(2022, month)]: { yuan: done } });
        expect(done + neededPerMonth * (12 - month)).toBeGreaterThanOrEqual(Math.min(planned, done + 1e14));
        expect(neededPerMonth).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("seen from the closed month", () => {
  const plan = 320_000_000;
  // 1.02亿 at the end of August, 0.63亿 at the end of May: 1300万 a month.
  const ytd = { "2022-05": { yuan: 63_000_000 }, "2022-08": { yuan: 102_000_000 } };

  it("in August as domain.md has it", () => {
    expect(formatForecast(forecast(plan, ytd, "2022-08"))).toBe(
      "按期须月均5450万，近3月均1300万，照此年末48.1%",
    );
  });

  it("who has not reported since has fewer months left: in November one, 3.2亿 − 1.02亿 = 2.18亿", () => {
    expect(forecast(plan, ytd, "2022-11").neededPerMonth).toBe(218_000_000);
  });

  it("and is not foretold: nobody knows what has become of the work since", () => {
    expect(formatForecast(forecast(plan, ytd, "2022-09"))).toBe("按期须月均7267万，近3月均1300万");
  });

  it("no month before the work begins thins out the average: 3200万 in July, the first of six", () => {
    const seen = forecast(200_000_000, { "2022-07": { yuan: 32_000_000 } }, "2022-07", 7);
    expect(seen.average).toEqual({ yuan: 32_000_000, months: 1 });
    expect(seen.yearEnd).toEqual({ yuan: 192_000_000, percent: 96 });
  });

  it("a later report than the closed month counts from itself", () => {
    expect(forecast(plan, ytd, "2022-07").neededPerMonth).toBe(54_500_000);
  });

  it("once December is closed, and in the year after, there is nothing to foretell", () => {
    expect(forecast(plan, ytd, "2022-12")).toEqual({});
    expect(forecast(plan, ytd, "2023-01")).toEqual({});
  });
});
