import { describe, expect, it, test } from "vitest";
import { gatesOf, gateWords, holdUp, isLand, isPlot } from "../../src/domain/land-gates.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import { apply, entry } from "./ledger-helpers.js";

const TODAY = "2022-09-20";
const PLOT = { kind: "地块", class: "土地出让", stage: "控规调整" };

/** `计划 双认定 2022-10-15`, `完成 …` */
function node(words: string): Measured {
  const [word, milestone = "", date = ""] = words.split(" ");
  return { measure: "milestone", milestone, status: word === "完成" ? "done" : "planned", date };
}

const gatesAfter = (said: string[], stage = PLOT.stage) =>
  gatesOf({ ...PLOT, stage }, apply(said.map((words) => entry(node(words)))).figures, TODAY);
const open = (said: string[], stage?: string) =>
  gatesAfter(said, stage)
    .filter(({ isPassed }) => !isPassed)
    .map((gate) => gateWords(gate));

const OTHERS = ["完成 控规 2022-09-01", "完成 双认定 2022-09-02", "完成 净地移交 2022-09-03"];

describe("which gates are open", () => {
  it.each<[string, string[], string[]]>([
    ["nothing said", [], ["控规（未批）", "土壤和地下水污染（未查）", "双认定（未办）", "净地（未移交）"]],
    ["all but pollution", OTHERS, ["土壤和地下水污染（未查）"]],
    ["the soil alone", [...OTHERS, "完成 土壤污染调查 2022-09-05"], ["土壤和地下水污染（地下水未查）"]],
    ["the water alone", [...OTHERS, "完成 地下水污染调查 2022-09-05"], ["土壤和地下水污染（土壤未查）"]],
    ["both, one by one", [...OTHERS, "完成 土壤污染调查 2022-09-05", "完成 地下水污染调查 2022-09-06"], []],
    ["both at once", [...OTHERS, "完成 污染调查 2022-09-05"], []],
    [
      "looked into, to be cleaned",
      [...OTHERS, "完成 污染调查 2022-09-05", "计划 污染治理 2022-11-30"],
      ["土壤和地下水污染（治理未完成）"],
    ],
    [
      "the water is to be cleaned",
      [...OTHERS, "完成 污染调查 2022-09-05", "计划 地下水污染治理 2022-11-30"],
      ["土壤和地下水污染（地下水治理未完成）"],
    ],
    ["cleaned", [...OTHERS, "完成 污染治理 2022-09-05"], []],
    [
      "设计方案 and 出让方案 are no 双认定",
      [
        "完成 控规 2022-09-01",
        "完成 污染调查 2022-09-05",
        "完成 净地移交 2022-09-03",
        "完成 出让方案 2022-09-04",
      ],
      ["双认定（未办）"],
    ],
    [
      "交地 before a sale is 净地移交",
      [...OTHERS.slice(0, 2), "完成 污染调查 2022-09-05", "完成 交地 2022-09-06"],
      [],
    ],
    [
      "交地 after it is the buyer's",
      [...OTHERS.slice(0, 2), "完成 污染调查 2022-09-05", "完成 成交 2022-09-06", "完成 交地 2022-09-10"],
      ["净地（未移交）"],
    ],
    [
      "a sale passes no gate",
      ["完成 挂牌 2022-09-10", "完成 成交 2022-09-15"],
      ["控规（未批）", "土壤和地下水污染（未查）", "双认定（未办）", "净地（未移交）"],
    ],
  ])("%s", (_, said, expected) => {
    expect(open(said)).toEqual(expected);
  });

  test("the project's stage may say that 控规 is over; what was said of it counts for more", () => {
    expect(open([], "进入出让程序")).toEqual([
      "土壤和地下水污染（未查）",
      "双认定（未办）",
      "净地（未移交）",
    ]);
    expect(open(["计划 控规 2022-10-01"], "进入出让程序")).toContain("控规（未批）");
    expect(open([], "已出让")).toEqual([]);
  });
});

test("an open gate has its planned day and how late it is", () => {
  const [plan] = gatesAfter(["计划 控规 2022-07-31"]);
  expect(plan).toMatchObject({ name: "控规", planned: "2022-07-31", left: -51 });
});

describe("what holds up a sale", () => {
  const gates = gatesAfter([...OTHERS, "计划 污染调查 2022-10-15"]);
  it.each<[string, string, boolean, string[]]>([
    ["done today", TODAY, true, ["土壤和地下水污染"]],
    ["planned for after the gate", "2022-11-30", false, []],
    ["planned for the gate's own day", "2022-10-15", false, []],
    ["planned for before", "2022-10-14", false, ["土壤和地下水污染"]],
  ])("%s", (_, day, isDone, names) => {
    expect(holdUp(gates, { day, isDone }).map(({ name }) => name)).toEqual(names);
  });

  test("a gate that is late itself, or has no day, holds up every plan", () => {
    const late = gatesAfter([...OTHERS, "计划 污染调查 2022-09-01"]);
    expect(holdUp(late, { day: "2022-12-31", isDone: false })).toHaveLength(1);
    expect(holdUp(gatesAfter(OTHERS), { day: "2022-12-31", isDone: false })).toHaveLength(1);
  });
});

test.each([
  [{ kind: "地块", class: "区属重大", stage: "方案批复" }, true, true],
  [{ kind: "收储", class: "土地收储", stage: "推进" }, false, true],
  [{ kind: "道路", class: "区属重大", stage: "推进" }, false, false],
])("%o", (project, plot, land) => {
  expect([isPlot(project), isLand(project)]).toEqual([plot, land]);
});
