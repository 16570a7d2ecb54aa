import { describe, expect, test } from "vitest";
import { applyEntry } from "../../src/domain/ledger.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { currentYtd } from "../../src/domain/ledger-figures.js";
import { apply, entry, increment, month, total, wan, ytd } from "./ledger-helpers.js";

/** What is known, what is said on 2022-09-20 (data month September), and what the card then says. */
const cases: [name: string, known: Measured[], said: Measured, changes: object[]][] = [
  [
    "the year's first figure",
    [],
    ytd(9000, "2022-08"),
    [{ field: "ytd", period: "2022-08", new: wan(9000) }],
  ],
  [
    "累计 without a month stands for the data month",
    [ytd(9000, "2022-08")],
    ytd(10200),
    [{ field: "ytd", period: "2022-09", oldPeriod: "2022-08", old: wan(9000), new: wan(10200) }],
  ],
  [
    "累计 of the same month again replaces it",
    [ytd(9000)],
    ytd(10200),
    [{ field: "ytd", period: "2022-09", old: wan(9000), new: wan(10200) }],
  ],
  [
    "the same 累计 again",
    [ytd(9000)],
    ytd(9000),
    [{ field: "ytd", period: "2022-09", old: wan(9000), new: wan(9000), note: "same" }],
  ],
  [
    "累计 of an earlier month is history",
    [ytd(9000, "2022-08")],
    ytd(5000, "2022-06"),
    [{ field: "ytd", period: "2022-06", new: wan(5000), note: "history" }],
  ],
  [
    "the month after the known 累计 derives the next one",
    [ytd(9000, "2022-08")],
    month(3200, "2022-09"),
    [
      { field: "month", period: "2022-09", new: wan(3200) },
      {
        field: "ytd",
        period: "2022-09",
        oldPeriod: "2022-08",
        old: wan(9000),
        new: wan(12200),
        derived: true,
      },
    ],
  ],
  [
    "a month inside the 累计 is only kept",
    [ytd(9000, "2022-08")],
    month(1300, "2022-08"),
    [{ field: "month", period: "2022-08", new: wan(1300), note: "inside" }],
  ],
  [
    "a month far inside the 累计 too",
    [ytd(9000, "2022-08")],
    month(1300, "2022-03"),
    [{ field: "month", period: "2022-03", new: wan(1300), note: "inside" }],
  ],
  [
    "a gap of one month derives nothing and says which",
    [ytd(7000, "2022-07")],
    month(3200, "2022-09"),
    [{ field: "month", period: "2022-09", new: wan(3200), note: "gap", lacks: ["2022-08"] }],
  ],
  [
    "without any 累计 every month before lacks",
    [],
    month(3200, "2022-03"),
    [{ field: "month", period: "2022-03", new: wan(3200), note: "gap", lacks: ["2022-01", "2022-02"] }],
  ],
  [
    "months that are kept do not lack",
    [month(200, "2022-02")],
    month(3200, "2022-03"),
    [{ field: "month", period: "2022-03", new: wan(3200), note: "gap", lacks: ["2022-01"] }],
  ],
  [
    "January starts the year",
    [],
    month(800, "2022-01"),
    [
      { field: "month", period: "2022-01", new: wan(800) },
      { field: "ytd", period: "2022-01", new: wan(800), derived: true },
    ],
  ],
  [
    "January fills the gap, and the kept months follow",
    [month(200, "2022-02"), month(300, "2022-03")],
    month(800, "2022-01"),
    [
      { field: "month", period: "2022-01", new: wan(800) },
      { field: "ytd", period: "2022-03", new: wan(1300), derived: true },
    ],
  ],
  [
    "a 累计 in the gap, and the kept month follows",
    [ytd(7000, "2022-07"), month(3200, "2022-09")],
    ytd(9000, "2022-08"),
    [
      { field: "ytd", period: "2022-08", new: wan(9000), note: "history" },

      {
        field: "ytd",
        period: "2022-09",
        oldPeriod: "2022-07",
        old: wan(7000),
        new: wan(12200),
        derived: true,
      },
    ],
  ],
  [
    "a derived 累计 is derived anew from the month's new figure",
    [ytd(9000, "2022-08"), month(2000, "2022-09")],
    month(3200, "2022-09"),
    [
      { field: "month", period: "2022-09", old: wan(2000), new: wan(3200) },
      { field: "ytd", period: "2022-09", old: wan(11000), new: wan(12200), derived: true },
    ],
  ],
  [
    "a said 累计 stands above the month's figure",
    [ytd(9000, "2022-08"), ytd(12000, "2022-09")],
    month(3200, "2022-09"),
    [{ field: "month", period: "2022-09", new: wan(3200), note: "inside" }],
  ],
  [
    "a new 累计 of the month before carries the derived one along",
    [ytd(9000, "2022-08"), month(3200, "2022-09")],
    ytd(9500, "2022-08"),
    [
      { field: "ytd", period: "2022-08", old: wan(9000), new: wan(9500), note: "history" },
      { field: "ytd", period: "2022-09", old: wan(12200), new: wan(12700), derived: true },
    ],
  ],
  [
    "又完成 adds to the known 累计 and stands for the data month",
    [ytd(9000, "2022-08")],
    increment(2000),
    [
      { field: "increment", period: "2022-09", new: wan(2000) },
      {
        field: "ytd",
        period: "2022-09",
        oldPeriod: "2022-08",
        old: wan(9000),
        new: wan(11000),
        derived: true,
      },
    ],
  ],
  [
    "又完成 twice in a month adds twice",
    [ytd(9000), increment(2000)],
    increment(500),
    [
      { field: "increment", period: "2022-09", new: wan(500) },
      { field: "ytd", period: "2022-09", old: wan(11000), new: wan(11500), derived: true },
    ],
  ],
  [
    "又完成 without a 累计 derives nothing",
    [],
    increment(2000),
    [{ field: "increment", period: "2022-09", new: wan(2000), note: "no-base" }],
  ],
  [
    "又完成 for a month before the known one still adds to the known one",
    [ytd(9000, "2022-09")],
    increment(2000, "2022-08"),
    [
      { field: "increment", period: "2022-08", new: wan(2000) },
      { field: "ytd", period: "2022-09", old: wan(9000), new: wan(11000), derived: true },
    ],
  ],
  [
    "the month's figure covers what was added within the month",
    [ytd(9000, "2022-08"), increment(2000)],
    month(3200, "2022-09"),
    [
      { field: "month", period: "2022-09", new: wan(3200) },
      { field: "ytd", period: "2022-09", old: wan(11000), new: wan(12200), derived: true },
    ],
  ],
  [
    "开工以来累计 is kept apart",
    [ytd(9000, "2022-08")],
    total(45000),
    [{ field: "total", period: "2022-09", new: wan(45000) }],
  ],
  [
    "无变化 carries the 累计 into the data month",
    [ytd(9000, "2022-08")],
    { measure: "unchanged" },
    [
      { field: "unchanged", period: "2022-09" },
      {
        field: "ytd",
        period: "2022-09",
        oldPeriod: "2022-08",
        old: wan(9000),
        new: wan(9000),
        derived: true,
      },
    ],
  ],
  [
    "无变化 after months without a figure derives nothing for them, and says which",
    [ytd(9000, "2022-06")],
    { measure: "unchanged" },
    [{ field: "unchanged", period: "2022-09", note: "gap", lacks: ["2022-07", "2022-08"] }],
  ],
  [
    "a month before such a 无变化 adds to the known 累计",
    [ytd(9000, "2022-06"), { measure: "unchanged" }],
    month(500, "2022-07"),
    [
      { field: "month", period: "2022-07", new: wan(500) },
      {
        field: "ytd",
        period: "2022-07",
        oldPeriod: "2022-06",
        old: wan(9000),
        new: wan(9500),
        derived: true,
      },
    ],
  ],
  [
    "the last month that lacked leads on to the 无变化",
    [ytd(9000, "2022-06"), { measure: "unchanged" }, month(500, "2022-07")],
    month(300, "2022-08"),
    [
      { field: "month", period: "2022-08", new: wan(300) },
      {
        field: "ytd",
        period: "2022-09",
        oldPeriod: "2022-07",
        old: wan(9500),
        new: wan(9800),
        derived: true,
      },
    ],
  ],
  [
    "the month of such a 无变化 itself still lacks the ones before",
    [ytd(9000, "2022-06"), { measure: "unchanged" }],
    month(500, "2022-09"),
    [{ field: "month", period: "2022-09", new: wan(500), note: "gap", lacks: ["2022-07", "2022-08"] }],
  ],
  [
    "the month after such a 无变化 lacks only those nothing was said of",
    [ytd(9000, "2022-06"), { measure: "unchanged" }],
    month(500, "2022-10"),
    [{ field: "month", period: "2022-10", new: wan(500), note: "gap", lacks: ["2022-07", "2022-08"] }],
  ],
  [
    "a month's figure after 无变化 stands above it",
    [ytd(9000, "2022-08"), { measure: "unchanged" }],
    month(3200, "2022-09"),
    [
      { field: "month", period: "2022-09", new: wan(3200) },
      { field: "ytd", period: "2022-09", old: wan(9000), new: wan(12200), derived: true },
    ],
  ],
  [
    "a closed year does not flow into the next: 又完成",
    [ytd(30000, "2021-12")],
    increment(2000),
    [{ field: "increment", period: "2022-09", new: wan(2000), note: "no-base" }],
  ],
  [
    "a closed year does not flow into the next: a month's figure",
    [ytd(30000, "2021-12")],
    month(900, "2022-01"),
    [
      { field: "month", period: "2022-01", new: wan(900) },
      { field: "ytd", period: "2022-01", new: wan(900), derived: true },
    ],
  ],
  [
    "无变化 in a new year carries nothing over",
    [ytd(30000, "2021-12")],
    { measure: "unchanged" },
    [{ field: "unchanged", period: "2022-09" }],
  ],
];

describe("investment in the ledger", () => {
  test.each(cases)("%s", (_, known, said, changes) => {
    const ledger = apply(known.map((measured) => entry(measured)));
    expect(applyEntry(ledger, entry(said)).changes).toEqual(changes);
  });

  test("the years stand beside each other", () => {
    const { figures } = apply([entry(ytd(30000, "2021-12")), entry(ytd(900, "2022-01"))]);
    expect(currentYtd(figures, 2021)?.yuan).toBe(wan(30000));
    expect(currentYtd(figures, 2022)?.yuan).toBe(wan(900));
    expect(currentYtd(figures, 2023)).toBeUndefined();
  });

  test("said on 3 January without a month it is December's, and the old year's", () => {
    const { figures } = apply([entry(ytd(30000), { said: "2023-01-03" })]);
    expect(currentYtd(figures, 2022)?.period).toBe("2022-12");
  });

  test("what is added to or by a figure that is 约 is 约", () => {
    const { figures } = apply([entry(ytd(9000, "2022-08"), { approx: true }), entry(month(500, "2022-09"))]);
    expect(currentYtd(figures, 2022)).toMatchObject({ yuan: wan(9500), approx: true });
  });

  test("an exact figure takes the place of the same one that was 约", () => {
    const ledger = apply([entry(ytd(9000), { approx: true })]);
    expect(applyEntry(ledger, entry(ytd(9000))).changes).toEqual([
      { field: "ytd", period: "2022-09", old: wan(9000), oldApprox: true, new: wan(9000) },
    ]);
  });

  test("a derived figure says from what, a said one does not", () => {
    const { figures } = apply([entry(ytd(9000, "2022-08")), entry(increment(500), { approx: true })]);
    expect(figures.years[2022]?.ytd["2022-08"]).not.toHaveProperty("from");
    expect(currentYtd(figures, 2022)).toMatchObject({ from: "increment", approx: true });
  });
});
