import { describe, expect, test } from "vitest";
import { applyEntry } from "../../src/domain/ledger.js";
import { againWarnings } from "../../src/domain/ledger-again.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { apply, entry, increment, month, percent, plan, total, wan, ytd } from "./ledger-helpers.js";

const completion = (value: number): Measured => ({ measure: "completion", value });

const node = (status: "planned" | "done", date: string): Measured => ({
  measure: "milestone",
  milestone: "开工",
  status,
  date,
});

const cases: [name: string, known: Measured[], said: Measured, warnings: object[]][] = [
  ["percent falls", [percent(65)], percent(60), [{ code: "percent-falls", last: 65, said: 60 }]],
  // 5180 at the end of July, 100 in September, August lacks: 5180 + 100 + 50 = 5330.
  [
    "又完成, with the month's own figure beside the cumulative",
    [ytd(5180, "2022-07"), month(100, "2022-09")],
    increment(50, "2022-09"),
    [{ code: "month-beside", said: wan(50), period: "2022-09", own: wan(100), becomes: wan(5330) }],
  ],
  // 100 of September wait for August; October has said nothing yet: 5180 + 100 + 30 = 5310.
  [
    "又完成, with an earlier month's figure beside the cumulative",
    [ytd(5180, "2022-07"), month(100, "2022-09")],
    increment(30, "2022-10"),
    [
      {
        code: "month-beside",
        said: wan(30),
        period: "2022-10",
        own: wan(100),
        ownPeriod: "2022-09",
        becomes: wan(5310),
      },
    ],
  ],
  [
    "又完成, with the month in it",
    [ytd(5180, "2022-08"), month(100, "2022-09")],
    increment(50, "2022-09"),
    [],
  ],
  ["又完成, with nothing said of the month", [ytd(5180, "2022-07")], increment(50, "2022-09"), []],
  ["percent stands", [percent(65)], percent(65), []],
  ["percent rises", [percent(65)], percent(66), []],
  [
    "a part's percent falls",
    [percent(80, "桩基")],
    percent(60, "桩基"),
    [{ code: "percent-falls", last: 80, said: 60, part: "桩基" }],
  ],
  ["another part is lower", [percent(80, "桩基"), percent(70)], percent(10, "幕墙"), []],
  ["percent rises by half of the works", [percent(20)], percent(70), []],
  ["percent rises by more", [percent(20)], percent(85), [{ code: "percent-leaps", last: 20, said: 85 }]],
  [
    "a part's percent does",
    [percent(10, "桩基")],
    percent(80, "桩基"),
    [{ code: "percent-leaps", last: 10, said: 80, part: "桩基" }],
  ],
  ["the first percent may be any", [], percent(85), []],
  ["percent of 100", [], percent(100), []],
  ["percent over 100", [], percent(100.1), [{ code: "percent-over-100", said: 100.1 }]],
  ["percent below nothing", [], percent(-5), [{ code: "negative" }]],
  ["money below nothing", [], month(-3200, "2022-09"), [{ code: "negative" }]],
  [
    "累计 below the last: this month's?",
    [ytd(9000, "2022-08")],
    ytd(1300),
    [{ code: "ytd-below-last", last: wan(9000), lastPeriod: "2022-08", said: wan(1300) }],
  ],
  [
    "累计 below the last of the same month",
    [ytd(9000)],
    ytd(8000),
    [{ code: "ytd-below-last", last: wan(9000), lastPeriod: "2022-09", said: wan(8000) }],
  ],
  ["累计 equal to the last", [ytd(9000, "2022-08")], ytd(9000), []],
  ["累计 of an earlier month below a later one", [ytd(9000, "2022-08")], ytd(5000, "2022-06"), []],
  [
    "累计 of an earlier month above a later one",
    [ytd(9000, "2022-08")],
    ytd(9500, "2022-06"),
    [{ code: "ytd-above-later", later: wan(9000), laterPeriod: "2022-08", said: wan(9500) }],
  ],
  [
    "累计 above a later one that was derived from it",
    [ytd(9000, "2022-08"), month(100, "2022-09")],
    ytd(9500, "2022-08"),
    [],
  ],
  ["a new year starts low", [ytd(30000, "2021-12")], ytd(900, "2022-01"), []],
  ["开工以来 may be anything", [plan(100), ytd(50)], total(1_000_000), []],
  [
    "ten times the plan",
    [plan(3200)],
    ytd(32000),
    [{ code: "ten-times-plan", said: wan(32000), plan: wan(3200) }],
  ],
  [
    "nearly ten times the plan",
    [plan(3200)],
    ytd(31999),
    [{ code: "far-above-plan", done: wan(31999), plan: wan(3200) }],
  ],
  ["half as much again as planned", [plan(3200)], ytd(4800), []],
  ["more than that", [plan(3200)], ytd(4801), [{ code: "far-above-plan", done: wan(4801), plan: wan(3200) }]],
  [
    "a month that takes the year there",
    [plan(3200), ytd(3000, "2022-08")],
    month(2000, "2022-09"),
    [{ code: "far-above-plan", done: wan(5000), plan: wan(3200) }],
  ],
  ["a little more, when far above was confirmed before", [plan(3200), ytd(6000)], ytd(6300), []],
  [
    "far more than what was confirmed before",
    [plan(3200), ytd(6000)],
    ytd(12000),
    [{ code: "far-above-plan", done: wan(12000), plan: wan(3200) }],
  ],
  [
    "a plan far below what is done",
    [ytd(6000)],
    plan(3200),
    [{ code: "far-above-plan", done: wan(6000), plan: wan(3200) }],
  ],
  [
    "a month's figure below what was added within it",
    [ytd(9000, "2022-08"), increment(2000)],
    month(1000, "2022-09"),
    [{ code: "ytd-falls", last: wan(11000), becomes: wan(10000), period: "2022-09" }],
  ],
  [
    "a month's figure below the one it replaces",
    [ytd(9000, "2022-08"), month(3200, "2022-09")],
    month(2000, "2022-09"),
    [{ code: "ytd-falls", last: wan(12200), becomes: wan(11000), period: "2022-09" }],
  ],
  [
    "a month's figure whose fall goes on into the next month",
    [ytd(9000, "2022-07"), month(1000, "2022-08"), month(500, "2022-09")],
    month(800, "2022-08"),
    [{ code: "ytd-falls", last: wan(10500), becomes: wan(10300), period: "2022-09" }],
  ],
  [
    "a month's figure above the 累计 that contains it",
    [ytd(9000, "2022-08")],
    month(9001, "2022-08"),
    [{ code: "month-above-ytd", said: wan(9001), ytd: wan(9000), period: "2022-08" }],
  ],
  ["a month's figure that is all of the 累计", [ytd(9000, "2022-08")], month(9000, "2022-08"), []],
  ["a month's figure after the 累计", [ytd(9000, "2022-08")], month(9001, "2022-09"), []],
  [
    "累计 of an earlier month above one that was added to",
    [ytd(9000, "2022-07"), increment(500, "2022-09")],
    ytd(9800, "2022-08"),
    [{ code: "ytd-above-later", later: wan(9500), laterPeriod: "2022-09", said: wan(9800) }],
  ],
  [
    "a month ten times the plan",
    [plan(320)],
    month(3200),
    [{ code: "ten-times-plan", said: wan(3200), plan: wan(320) }],
  ],
  [
    "又完成 ten times the plan",
    [plan(320), ytd(10)],
    increment(3200),
    [{ code: "ten-times-plan", said: wan(3200), plan: wan(320) }],
  ],
  [
    "a plan a tenth of what is done",
    [ytd(9000)],
    plan(320),
    [{ code: "ten-times-plan", said: wan(9000), plan: wan(320) }],
  ],
  ["no plan, no question", [], ytd(1_000_000_000), []],
  ["less than ten times the last 累计", [ytd(10200, "2022-08")], ytd(101_900), []],
  [
    "ten times the last 累计, and no plan",
    [ytd(10200, "2022-08")],
    ytd(102_000),
    [{ code: "leaps", last: wan(10200), lastPeriod: "2022-08", done: wan(102_000) }],
  ],
  ["ten times the last 累计 within the plan", [plan(200_000), ytd(10200, "2022-08")], ytd(170_000), []],
  [
    "ten times the last 累计, a little above the plan",
    [plan(150_000), ytd(10200, "2022-08")],
    ytd(170_000),
    [{ code: "leaps", last: wan(10200), lastPeriod: "2022-08", done: wan(170_000) }],
  ],
  ["many times a first payment", [ytd(60, "2022-08")], ytd(3000), []],
  [
    "又完成 that makes it ten times",
    [ytd(10200, "2022-08")],
    increment(170_000),
    [{ code: "leaps", last: wan(10200), lastPeriod: "2022-08", done: wan(180_200) }],
  ],
  [
    "ten times what last year came to",
    [ytd(10200, "2021-12")],
    ytd(170_000, "2022-01"),
    [{ code: "leaps", last: wan(10200), lastPeriod: "2021-12", done: wan(170_000) }],
  ],
  [
    "ten times the last 开工以来",
    [total(10200, "2022-08")],
    total(170_000),
    [{ code: "leaps", last: wan(10200), lastPeriod: "2022-08", done: wan(170_000) }],
  ],
  [
    "a month that is not what lies between two 累计",
    [ytd(10000, "2022-08"), ytd(11200, "2022-09")],
    month(3200, "2022-09"),
    [
      {
        code: "month-between",
        said: wan(3200),
        period: "2022-09",
        adds: wan(1200),
        isOneMonth: true,
        last: wan(10000),
        lastPeriod: "2022-08",
        next: wan(11200),
        nextPeriod: "2022-09",
      },
    ],
  ],
  [
    "a month as rounded as its 累计",
    [ytd(10000, "2022-08"), ytd(11200, "2022-09")],
    month(1300, "2022-09"),
    [],
  ],
  [
    "a month within what several came to",
    [ytd(10000, "2022-06"), ytd(14000, "2022-09")],
    month(1300, "2022-08"),
    [],
  ],
  [
    "a month above what several came to",
    [ytd(10000, "2022-06"), ytd(14000, "2022-09")],
    month(6000, "2022-08"),
    [
      {
        code: "month-between",
        said: wan(6000),
        period: "2022-08",
        adds: wan(4000),
        isOneMonth: false,
        last: wan(10000),
        lastPeriod: "2022-06",
        next: wan(14000),
        nextPeriod: "2022-09",
      },
    ],
  ],
  ["done today", [], node("done", "2022-09-20"), []],
  [
    "done on a day to come",
    [],
    node("done", "2022-09-21"),
    [{ code: "done-in-future", milestone: "开工", date: "2022-09-21" }],
  ],
  ["planned anew before it is done", [node("planned", "2022-10-01")], node("planned", "2022-10-30"), []],
  [
    "planned anew when it is done",
    [node("planned", "2022-08-30"), node("done", "2022-09-01")],
    node("planned", "2022-10-30"),
    [{ code: "done-replanned", milestone: "开工", done: "2022-09-01", date: "2022-10-30" }],
  ],
  [
    "the known plan said again",
    [node("planned", "2022-08-30"), node("done", "2022-09-01")],
    node("planned", "2022-08-30"),
    [],
  ],
  ["完成率 agrees", [plan(32000), ytd(10200)], completion(31.9), []],
  ["完成率 off by exactly a point", [plan(32000), ytd(10240)], completion(33), []],
  [
    "完成率 off by more than a point",
    [plan(32000), ytd(10240)],
    completion(33.01),
    [{ code: "completion-contradicts", said: 33.01, computed: 32, ytd: wan(10240), plan: wan(32000) }],
  ],
  [
    "完成率 off below",
    [plan(32000), ytd(10240)],
    completion(30.9),
    [{ code: "completion-contradicts", said: 30.9, computed: 32, ytd: wan(10240), plan: wan(32000) }],
  ],
  ["完成率 above an older 累计: the months since", [plan(32000), ytd(10240, "2022-08")], completion(40), []],
  [
    "完成率 below an older 累计",
    [plan(32000), ytd(10240, "2022-08")],
    completion(25),
    [{ code: "completion-contradicts", said: 25, computed: 32, ytd: wan(10240), plan: wan(32000) }],
  ],
  [
    "累计 in the message of a 完成率",
    [plan(32000), completion(60)],
    ytd(10240),
    [{ code: "completion-contradicts", said: 60, computed: 32, ytd: wan(10240), plan: wan(32000) }],
  ],
  [
    "a plan in the message of both",
    [completion(60), ytd(10240)],
    plan(32000),
    [{ code: "completion-contradicts", said: 60, computed: 32, ytd: wan(10240), plan: wan(32000) }],
  ],
  ["完成率 without a plan", [ytd(10240)], completion(60), []],
  ["完成率 over 100 is possible", [plan(100), ytd(120)], completion(120), []],
];

describe("what is odd about a figure", () => {
  test.each(cases)("%s", (_, known, said, warnings) => {
    const ledger = apply(known.map((measured) => entry(measured)));
    expect(applyEntry(ledger, entry(said)).warnings).toEqual(warnings);
  });

  test("a correction of that very figure may make the 累计 smaller", () => {
    const wrong = entry(month(3200, "2022-09"));
    const ledger = apply([entry(ytd(9000, "2022-08")), wrong]);
    expect(applyEntry(ledger, entry(month(2000, "2022-09"), { corrects: wrong.id })).warnings).toEqual([]);
  });

  test("a newer 累计 is not measured against an older 完成率", () => {
    const ledger = apply([entry(plan(32000)), entry(completion(31.9), { said: "2022-09-10" })]);
    expect(applyEntry(ledger, entry(ytd(11500))).warnings).toEqual([]);
  });
});

describe("the same increment again", () => {
  const first = entry(increment(300));
  const later = (minutes: number, said = increment(300)) => {
    const next = entry(said);
    return { ...next, saidAt: next.saidAt + minutes * 60_000 };
  };

  test("within minutes it is asked", () => {
    expect(againWarnings(later(5), [first])).toEqual([
      { code: "increment-again", said: wan(300), firstSaidAt: first.saidAt },
    ]);
  });

  test("of words that are handed on, from the oldest of them on", () => {
    const next = later(120);
    expect(againWarnings(next, [first], first.saidAt)).toHaveLength(1);
    expect(againWarnings(next, [first], first.saidAt + 31 * 60_000)).toEqual([]);
  });

  test.each([
    ["another sum", later(5, increment(301))],
    ["another month's", later(5, increment(300, "2022-08"))],
    ["half an hour later", later(31)],
    ["no increment", later(5, month(300))],
    ["a correction", { ...later(5), corrects: first.id }],
  ])("%s is not", (_, next) => {
    expect(againWarnings(next, [first])).toEqual([]);
  });
});
