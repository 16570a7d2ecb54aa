import { describe, expect, it, test } from "vitest";
import { type Agreement, type Check, checksDue } from "../../src/domain/agreement.js";
import { reserveTotals, saleTotals } from "../../src/domain/land-totals.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import type { Project, Standing } from "../../src/domain/project.js";
import { apply, entry } from "./ledger-helpers.js";

const TODAY = "2022-09-20";

function standing(project: Partial<Project>, said: Measured[]): Standing {
  const whole: Project = {
    code: "L-1",
    name: "甲地块",
    aliases: [],
    class: "土地出让",
    classBasis: "stated",
    kind: "地块",
    stage: "推进",
    facts: "",
    unit: null,
    firstMonth: "2022-01",
    ...project,
  };
  const { figures } = apply(said.map((measured) => entry(measured)));
  return {
    project: whole,
    figures,
    pace: { curve: null, startMonth: null },
    reportedMonth: null,
    lastSaidAt: null,
  };
}

const node = (milestone: string, status: "planned" | "done", date: string): Measured => ({
  measure: "milestone",
  milestone,
  status,
  date,
});
const price = (yuan: number): Measured => ({ measure: "price", yuan });

describe("出让", () => {
  const areas = new Map([
    ["L-1", 45],
    ["L-2", 30.5],
    ["L-3", 20],
  ]);
  const standings = [
    standing({ code: "L-1" }, [node("成交", "done", "2022-03-01"), price(1_230_000_000)]),
    standing({ code: "L-2" }, [node("成交", "done", "2022-09-19")]),
    standing({ code: "L-3" }, [node("挂牌", "planned", "2022-11-30")]),
    standing({ code: "L-4" }, [node("挂牌", "planned", "2023-02-28")]),
    standing({ code: "L-5" }, [node("成交", "done", "2021-12-30"), price(900_000_000)]),
    standing({ code: "L-6", stage: "已出让" }, []),
    standing({ code: "L-7", class: "区属重大" }, []),
    standing({ code: "R-1", class: "区属重大", kind: "道路" }, [node("挂牌", "planned", "2022-11-30")]),
  ];
  const totals = saleTotals(standings, null, areas, { year: 2022, today: TODAY });
  const codes = (list: readonly { code: string }[]) => list.map(({ code }) => code);

  // 45 + 30.5 = 75.5 亩 sold this year; one of the two has a price. Last year's does not count.
  it("counts what was sold this year, and what is planned in it", () => {
    expect(codes(totals.sold)).toEqual(["L-1", "L-2"]);
    expect(totals).toMatchObject({
      soldMu: 75.5,
      yuan: 1_230_000_000,
      priced: 1,
      soldBefore: 2,
      plannedMu: 20,
    });
    expect(codes(totals.planned)).toEqual(["L-3"]);
  });

  it("names those that wait for a gate: not those built on without a sale, and no roads", () => {
    expect(codes(totals.blocked)).toEqual(["L-3", "L-4"]);
  });
});

// 0.1 + 0.2 亩 is 0.3 亩.
test("收储 adds up without the dust of fractions", () => {
  const area = (mu: number): Measured => ({ measure: "area", mu });
  const own = { class: "土地收储", kind: "收储" };
  const totals = reserveTotals(
    [
      standing(own, [area(0.1), { measure: "funds", yuan: 610_000_000 }]),
      standing({ ...own, code: "P-2" }, [area(0.2)]),
    ],
    null,
    2022,
  );
  expect(totals).toMatchObject({ mu: 0.3, yuan: 610_000_000, planned: 0 });
  expect(totals.projects.map(({ yuan }) => yuan)).toEqual([610_000_000, null]);
});

describe("yearly checks", () => {
  const agreement = (more: Partial<Agreement> = {}): Agreement => ({
    id: 1,
    code: "L-1",
    signedOn: "2020-06-30",
    checkMonth: 6,
    checkDay: null,
    saidByName: "李敏",
    saidAt: 0,
    ...more,
  });
  const check = (year: number): Check => ({
    id: year,
    year,
    result: "met",
    note: "",
    saidByName: "",
    saidAt: 0,
  });

  it.each<[string, Partial<Agreement>, number[], [number, string, number][]]>([
    [
      "none made: two overdue, one to come",
      {},
      [],
      [
        [2021, "2021-06-30", -447],
        [2022, "2022-06-30", -82],
        [2023, "2023-06-30", 283],
      ],
    ],
    ["all made: the next one", {}, [2021, 2022], [[2023, "2023-06-30", 283]]],
    ["made ahead: the one after", {}, [2021, 2022, 2023], [[2024, "2024-06-30", 649]]],
    ["a day of its own", { checkDay: 15, signedOn: "2021-09-01" }, [2022], [[2023, "2023-06-15", 268]]],
    ["31 in June is the 30th", { checkDay: 31 }, [2021, 2022], [[2023, "2023-06-30", 283]]],
    ["signed just before June: not this June", { signedOn: "2022-05-30" }, [], [[2023, "2023-06-30", 283]]],
    ["later this year", { checkMonth: 12, signedOn: "2022-01-10" }, [], [[2022, "2022-12-31", 102]]],
  ])("%s", (_, more, made, expected) => {
    const due = checksDue(agreement(more), made.map(check), TODAY);
    expect(due.map(({ year, day, left }) => [year, day, left])).toEqual(expected);
  });
});
