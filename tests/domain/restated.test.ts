import { describe, expect, test } from "vitest";
import { type Figures, noFigures, type YearFigures } from "../../src/domain/ledger-figures.js";
import { netRestated, restatedBy } from "../../src/domain/restated.js";

const stamp = { entry: 1, saidAt: 0 };
const money = (period: string, yuan: number) => ({ ...stamp, period, yuan });
const year = (ytd: Record<string, number>, months: Record<string, number> = {}): YearFigures => ({
  ytd: Object.fromEntries(Object.entries(ytd).map(([month, yuan]) => [month, money(month, yuan)])),
  months: Object.fromEntries(Object.entries(months).map(([month, yuan]) => [month, money(month, yuan)])),
});
const of2022 = (own: YearFigures, more: Partial<Figures> = {}): Figures => ({
  ...noFigures,
  ...more,
  years: { 2022: own },
});
const percent = (value: number, dataMonth: string): Partial<Figures> => ({
  percent: { ...stamp, value, dataMonth },
});

describe("更正: what a write changes of closed months; August is closed", () => {
  test.each([
    ["nothing said", noFigures, noFigures, []],
    [
      "September's first figure",
      of2022(year({ "2022-08": 100 })),
      of2022(year({ "2022-08": 100, "2022-09": 120 })),
      [],
    ],
    ["September's put right", of2022(year({ "2022-09": 120 })), of2022(year({ "2022-09": 110 })), []],
    [
      "August's 累计",
      of2022(year({ "2022-08": 100 })),
      of2022(year({ "2022-08": 105 })),
      [{ month: "2022-08", field: "ytd", old: 100, new: 105 }],
    ],
    [
      "August, that had not been reported",
      of2022(year({ "2022-07": 90 })),
      of2022(year({ "2022-07": 90, "2022-08": 100 })),
      [{ month: "2022-08", field: "ytd", old: null, new: 100 }],
    ],
    [
      "August taken back",
      of2022(year({ "2022-08": 100 })),
      noFigures,
      [{ month: "2022-08", field: "ytd", old: 100, new: null }],
    ],
    [
      "July, and August that follows from it",
      of2022(year({ "2022-07": 90, "2022-08": 100 }, { "2022-08": 10 })),
      of2022(year({ "2022-07": 95, "2022-08": 105 }, { "2022-08": 10 })),
      [
        { month: "2022-07", field: "ytd", old: 90, new: 95 },
        { month: "2022-08", field: "ytd", old: 100, new: 105 },
      ],
    ],
    [
      "当月完成 that is only kept beside the 累计",
      of2022(year({ "2022-08": 100 })),
      of2022(year({ "2022-08": 100 }, { "2022-08": 12 })),
      [{ month: "2022-08", field: "month", old: null, new: 12 }],
    ],
    [
      "当月完成 that leads to the 累计 is told once",
      of2022(year({ "2022-07": 90 })),
      of2022(year({ "2022-07": 90, "2022-08": 102 }, { "2022-08": 12 })),
      [{ month: "2022-08", field: "ytd", old: null, new: 102 }],
    ],
    [
      "September's 形象",
      of2022(year({}), percent(60, "2022-08")),
      of2022(year({}), percent(65, "2022-09")),
      [],
    ],
    [
      "September's 形象 taken back",
      of2022(year({}), percent(65, "2022-09")),
      of2022(year({}), percent(60, "2022-08")),
      [],
    ],
    [
      "August's 形象 put right",
      of2022(year({}), percent(60, "2022-08")),
      of2022(year({}), percent(61.5, "2022-08")),
      [{ month: "2022-08", field: "percent", old: 60, new: 61.5 }],
    ],
    [
      "a figure of last year",
      { ...noFigures, years: { 2021: year({ "2021-12": 5 }) } },
      { ...noFigures, years: { 2021: year({ "2021-12": 6 }) } },
      [{ month: "2021-12", field: "ytd", old: 5, new: 6 }],
    ],
  ] as const)("%s", (_, before, after, expected) => {
    expect(restatedBy(before, after, "2022-08")).toEqual(expected);
  });
});

describe("what several 更正 come to", () => {
  const ytd = (old: number | null, to: number | null) =>
    ({ month: "2022-08", field: "ytd", old, new: to }) as const;

  test("is one change of each figure, from the first to the last; none where it was taken back", () => {
    expect(netRestated([ytd(102, 105), ytd(105, 106)])).toEqual([ytd(102, 106)]);
    expect(netRestated([ytd(null, 105), ytd(105, null)])).toEqual([]);
    const percent = { month: "2022-08", field: "percent", old: 11, new: 12 } as const;
    expect(netRestated([ytd(102, 105), percent, ytd(105, 102)])).toEqual([percent]);
  });
});
