import { describe, expect, it } from "vitest";
import { formatTenths, ranked, scoreOf, sealOf, type UnitFacts } from "../../src/domain/score.js";

const none = { kept: 0, due: 0 };
const facts = (over: Partial<UnitFacts> = {}): UnitFacts => ({
  unit: "甲",
  projects: 1,
  money: { doneYuan: 0, dueYuan: 0 },
  physical: { green: 0, yellow: 0, judged: 0 },
  nodes: none,
  reports: none,
  problems: none,
  ...over,
});

describe("a unit's score", () => {
  it("is the sum of its parts where all have data", () => {
    // 40 × 0.75 = 30; 20 × (2 + 1) ÷ (2 × 2) = 15; 20 × 2/3 = 13.33; 10 × 7/8 = 8.75; 10 × 1 = 10: 77.1 with 13.3 and 8.8.
    const score = scoreOf(
      facts({
        money: { doneYuan: 75, dueYuan: 100 },
        physical: { green: 1, yellow: 1, judged: 2 },
        nodes: { kept: 2, due: 3 },
        reports: { kept: 7, due: 8 },
        problems: { kept: 1, due: 1 },
      }),
    );
    expect(score.parts.map(({ name, got, full }) => [name, got, full])).toEqual([
      ["投资", 300, 400],
      ["形象", 150, 200],
      ["节点", 133, 200],
      ["填报", 88, 100],
      ["销号", 100, 100],
    ]);
    expect([score.got, score.full, score.total, score.left]).toEqual([771, 1000, 771, []]);
  });

  it("never gives more than full marks", () => {
    expect(scoreOf(facts({ money: { doneYuan: 150, dueYuan: 100 } })).parts[0]).toMatchObject({
      got: 400,
      part: 100,
    });
  });

  // 30 + 20 of 60: 50 ÷ 60 = 83.33
  it("is brought to 100 by what was judged, when something has no data", () => {
    const score = scoreOf(facts({ money: { doneYuan: 3, dueYuan: 4 }, nodes: { kept: 1, due: 1 } }));
    expect(score).toMatchObject({ got: 500, full: 600, total: 833, left: ["形象", "填报", "销号"] });
  });

  it("is none where less than 40 could be judged; at 40 it is one", () => {
    const some = { nodes: { kept: 1, due: 1 }, reports: { kept: 1, due: 1 } };
    expect(scoreOf(facts(some)).total).toBeNull();
    expect(scoreOf(facts({ ...some, problems: { kept: 1, due: 1 } })).total).toBe(1000);
    expect(scoreOf(facts()).total).toBeNull();
  });

  it("rounds halves up, also with sums of money beyond 2^53 when multiplied", () => {
    expect(scoreOf(facts({ money: { doneYuan: 1, dueYuan: 800 } })).got).toBe(1);
    expect(scoreOf(facts({ money: { doneYuan: 5_000_000_000_001, dueYuan: 10_000_000_000_000 } })).got).toBe(
      200,
    );
  });
});

describe("the ranking", () => {
  const of = (unit: string, doneYuan: number) => scoreOf(facts({ unit, money: { doneYuan, dueYuan: 100 } }));

  it("equal totals share a rank, and the next one is counted on", () => {
    const list = ranked([of("甲", 50), of("乙", 80), of("丙", 80), scoreOf(facts({ unit: "丁" }))]);
    expect(list.map(({ unit, rank }) => [unit, rank])).toEqual([
      ["乙", 1],
      ["丙", 1],
      ["甲", 3],
      ["丁", null],
    ]);
  });

  it("its seal tells whether anything has changed, whatever the order", () => {
    expect(sealOf([of("甲", 50), of("乙", 80)])).toBe(sealOf([of("乙", 80), of("甲", 50)]));
    expect(sealOf([of("甲", 50)])).not.toBe(sealOf([of("甲", 51)]));
  });

  it.each([
    [953, "95.3"],
    [1000, "100"],
    [4, "0.4"],
    [0, "0"],
  ])("%i tenths are %s", (tenths, words) => {
    expect(formatTenths(tenths)).toBe(words);
  });
});
