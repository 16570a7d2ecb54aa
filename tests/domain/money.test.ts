import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatMoney, formatPercent, formatPoints } from "../../src/domain/money.js";

describe("money as people write it", () => {
  test.each([
    [102_000_000, "1.02亿", "1.02亿"],
    [32_000_000, "3200万", "3200万"],
    [54_500_000, "5450万", "5450万"],
    [12_345_000, "1234.5万", "1235万"],
    [800, "800元", "800元"],
    [0, "0元", "0元"],
    [9_999, "9999元", "9999元"],
    [10_000, "1万", "1万"],
    [12_345, "1.2345万", "1万"],
    [100_000_000, "1亿", "1亿"],
    [99_999_999, "9999.9999万", "1亿"],
    [99_994_999, "9999.4999万", "9999万"],
    [102_345_678, "1.02345678亿", "1.02亿"],
    [24_270_000_000, "242.7亿", "242.7亿"],
    [10_000_000_000_000, "100000亿", "100000亿"],
    [9_999_999_999_999, "99999.99999999亿", "100000亿"],
    [-32_000_000, "-3200万", "-3200万"],
    [100_500_000, "1.005亿", "1.01亿"],
  ])("%d is %s, in short %s", (yuan, exact, short) => {
    expect(formatMoney(yuan)).toBe(exact);
    expect(formatMoney(yuan, "short")).toBe(short);
  });

  test.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("%d is refused", (yuan) => {
    expect(() => formatMoney(yuan)).toThrow(RangeError);
  });

  test("the exact form loses no digit", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e13, max: 1e13 }), (yuan) => {
        expect(read(formatMoney(yuan))).toBe(yuan);
      }),
    );
  });

  test("the short form is off by half of its last place at most", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), (yuan) => {
        const off = Math.abs(read(formatMoney(yuan, "short")) - yuan);
        expect(off).toBeLessThanOrEqual(yuan >= 99_995_000 ? 500_000 : yuan >= 10_000 ? 5_000 : 0);
      }),
    );
  });
});

describe("per cent and points", () => {
  test.each([
    [65, "65%"],
    [31.88, "31.9%"],
    [31.875, "31.9%"],
    [66.666_67, "66.7%"],
    [0, "0%"],
    [0.04, "0%"],
    [100, "100%"],
    [120.55, "120.6%"],
    [-3.25, "-3.3%"],
    [1e-9, "0%"],
  ])("%d is %s", (value, text) => {
    expect(formatPercent(value)).toBe(text);
  });

  test("with as many decimals as asked for", () => {
    expect([formatPercent(65.225, 2), formatPercent(1.005, 2), formatPercent(66.5, 0)]).toEqual([
      "65.23%",
      "1.01%",
      "67%",
    ]);
  });

  test.each([
    [-34.791_666, "差34.8点"],
    [15.22, "快15.2点"],
    [0, "持平"],
    [-0.001, "持平"],
    [-10, "差10点"],
  ])("a gap of %d points is %s", (points, short) => {
    expect(formatPoints(points)).toBe(short);
  });
});

/** The reader of the test: from the written form back to 元. */
function read(text: string): number {
  const match = /^(-?)(\d+)(?:\.(\d+))?(元|万|亿)$/.exec(text);
  if (!match) throw new Error(`not money: ${text}`);
  const [, sign, whole = "", fraction = "", unit] = match;
  const places = unit === "亿" ? 8 : unit === "万" ? 4 : 0;
  const value = Number(whole + fraction.padEnd(places, "0"));
  return sign && value !== 0 ? -value : value;
}
