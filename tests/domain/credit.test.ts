import { describe, expect, it } from "vitest";
import { type CreditFact, nominees } from "../../src/domain/credit.js";
import { closedFact, earlyFacts, greenFacts, onTimeFacts } from "../../src/domain/credit-facts.js";
import { at } from "../../src/domain/day.js";
import type { Entry } from "../../src/domain/ledger-entry.js";
import { type Figures, noFigures } from "../../src/domain/ledger-figures.js";
import type { Problem } from "../../src/domain/problem.js";

const own = { project: "武宁路快速化", unit: "区建设管理委" };
const started = (firstPlanned: string, done: string): Figures => ({
  ...noFigures,
  milestones: { 开工: { entry: 1, saidAt: 0, firstPlanned, planned: done, done } },
});

describe("节点提前, against the first promise", () => {
  it.each([
    ["2022-06-30", "2022-06-20", 1],
    ["2022-06-30", "2022-06-21", 0],
    ["2022-06-30", "2022-07-10", 0],
    ["2021-12-30", "2021-12-01", 0],
  ])("%s, done %s: %i", (planned, done, count) => {
    expect(earlyFacts(own, started(planned, done), 2022)).toHaveLength(count);
  });
});

const problem: Problem = {
  number: 3,
  code: "S-06",
  words: "2户未签约",
  category: "征收腾地",
  state: "closed",
  level: "科",
  isReported: false,
  lead: "区房屋征收中心",
  due: "2022-09-30",
  extensions: [],
  measures: [],
  reportedBy: "ou_1",
  reportedByName: "张伟",
  reportedAt: 0,
  last: { words: "同意", saidAt: at("2022-09-20"), saidByName: "李敏" },
};

it("按期销号 is the lead's, and only where it was never put off", () => {
  expect(closedFact(problem, own, 2022)).toMatchObject([{ unit: "区房屋征收中心", on: "2022-09-20" }]);
  expect(closedFact({ ...problem, state: "in-progress" }, own, 2022)).toEqual([]);
  expect(closedFact({ ...problem, due: "2022-09-20" }, own, 2022)).toEqual([]);
  const extensions = [{ from: "2022-09-10", to: "2022-09-30", reason: "疫情" }];
  expect(closedFact({ ...problem, extensions }, own, 2022)).toEqual([]);
});

it("红转绿, a grey month between them does not count", () => {
  expect(greenFacts(own, { "2022-05": "red", "2022-06": "grey", "2022-07": "green" })).toHaveLength(1);
  expect(greenFacts(own, { "2022-05": "red", "2022-06": "yellow", "2022-07": "green" })).toHaveLength(0);
});

describe("按时报 three months running, all projects of a unit", () => {
  const said = (month: string, day: string): Entry => ({
    id: 1,
    saidAt: at(day, "09:00"),
    dataMonth: month,
    measure: "unchanged",
  });
  const inTime = [
    said("2022-06", "2022-07-01"),
    said("2022-07", "2022-08-01"),
    said("2022-08", "2022-09-01"),
  ];
  const late = [said("2022-06", "2022-07-02"), said("2022-07", "2022-08-02"), said("2022-08", "2022-09-20")];
  const later = [said("2022-06", "2022-07-02"), said("2022-07", "2022-07-31"), said("2022-08", "2022-09-02")];
  const of = (unit: string, entries: Entry[], firstMonth = "2022-01") => ({ unit, entries, firstMonth });

  it("one that is late costs the unit the whole", () => {
    expect(onTimeFacts([of("甲", inTime), of("甲", late)], "2022-08")).toEqual([]);
    expect(onTimeFacts([of("甲", inTime), of("甲", [], "2022-09")], "2022-08")).toHaveLength(1);
  });

  it("who was the first is said: 甲 in June and August, 乙 in July", () => {
    const facts = onTimeFacts([of("甲", inTime), of("乙", later)], "2022-08");
    expect(facts.map(({ words }) => words)).toEqual([
      "6月至8月连续3个月按时报齐，2次最早",
      "6月至8月连续3个月按时报齐，1次最早",
    ]);
  });
});

it("the sum: 3＋3＋1＝7", () => {
  const fact = (kind: CreditFact["kind"], unit = "甲"): CreditFact => ({
    kind,
    unit,
    words: kind,
    on: "2022-09-01",
  });
  const [first, second] = nominees([fact("named", "乙"), fact("early"), fact("early"), fact("named")]);
  expect(first).toMatchObject({ unit: "甲", points: 7, sum: "节点提前2×3分＋亮点1×1分＝7分" });
  expect(second).toMatchObject({ unit: "乙", points: 1 });
});
