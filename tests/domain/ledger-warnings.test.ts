import { describe, expect, test } from "vitest";
import { applyEntry } from "../../src/domain/ledger.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { apply, entry, increment, month, percent, plan, total, wan, ytd } from "./ledger-helpers.js";

const completion = (value: number): Measured => ({ measure: "completion", value });

const cases: [name: string, known: Measured[], said: Measured, warnings: object[]][] = [
  ["percent falls", [percent(65)], percent(60), [{ code: "percent-falls", last: 65, said: 60 }]],
  ["percent stands", [percent(65)], percent(65), []],
  ["percent rises", [percent(65)], percent(66), []],
  [
    "a part's percent falls",
    [percent(80, "桩基")],
    percent(60, "桩基"),
    [{ code: "percent-falls", last: 80, said: 60, part: "桩基" }],
  ],
  ["another part is lower", [percent(80, "桩基"), percent(70)], percent(10, "幕墙"), []],
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
