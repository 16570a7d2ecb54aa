import { describe, expect, it, test } from "vitest";
import { type FlowStep, flowOf } from "../../src/domain/flow.js";
import { lampInput } from "../../src/domain/lamp-input.js";
import type { Measured } from "../../src/domain/ledger-entry.js";
import type { StageTemplate } from "../../src/domain/stages.js";
import { municipalWorks, plot, social } from "../../src/domain/stages-templates.js";
import { apply, entry, percent } from "./ledger-helpers.js";

const TODAY = "2022-09-20";

/** `计划 开工 2022-10-15`, `完成 …`, `容缺 …`, in the order of saying. */
function node(words: string): Measured {
  const [word, milestone = "", date = "", reason] = words.split(" ");
  const status = word === "完成" ? "done" : word === "容缺" ? "waived" : "planned";
  return { measure: "milestone", milestone, status, date, ...(reason ? { reason } : {}) };
}

function flowIn(template: StageTemplate, said: string[], stage = "推进", more: Measured[] = []) {
  const { figures } = apply([...said.map(node), ...more].map((measured) => entry(measured)));
  return flowOf(template, figures, stage, TODAY);
}

function stepIn(template: StageTemplate, name: string, said: string[], stage?: string): FlowStep {
  const found = flowIn(template, said, stage).steps.find(({ step }) => step.name === name);
  if (!found) throw new Error(`${name} is not drawn`);
  return found;
}

const APPROVED = ["完成 立项 2022-01-10", "完成 设计方案 2022-03-01", "完成 用地规划许可证 2022-03-10"];

describe("the state of a step", () => {
  it.each<[string, string, string[], FlowStep["state"]]>([
    ["the first step of a project that nothing was said of", "核准·备案", [], "current"],
    ["what waits for it", "设计方案", [], "ahead"],
    ["done", "核准·备案", ["完成 立项 2022-01-10"], "done"],
    ["before something that is done", "核准·备案", ["完成 设计方案 2022-03-01"], "done"],
    [
      "planned, though a later step is done",
      "核准·备案",
      ["完成 设计方案 2022-03-01", "计划 立项 2022-10-01"],
      "current",
    ],
    ["nothing left to wait for", "工规证", APPROVED, "current"],
    ["beside it", "初步设计", APPROVED, "current"],
    ["after both", "施工许可证", APPROVED, "ahead"],
    [
      "its day is over and a step before it is open",
      "施工许可证",
      [...APPROVED, "计划 施工许可证 2022-09-08"],
      "blocked",
    ],
    ["the step before it is late", "施工图", [...APPROVED, "计划 初步设计 2022-09-01"], "blocked"],
    [
      "the step before it is planned for later",
      "开工",
      ["计划 施工许可证 2022-11-01", "计划 开工 2022-10-15"],
      "blocked",
    ],
    [
      "the same day is no contradiction",
      "开工",
      ["计划 施工许可证 2022-10-15", "计划 开工 2022-10-15"],
      "ahead",
    ],
    ["made up later", "工规证", [...APPROVED, "容缺 建设工程规划许可证 2022-10-15"], "waived"],
    [
      "made up",
      "工规证",
      [...APPROVED, "容缺 建设工程规划许可证 2022-10-15", "完成 建设工程规划许可证 2022-09-19"],
      "done",
    ],
  ])("%s: %s", (_, name, said, state) => {
    expect(stepIn(social, name, said).state).toBe(state);
  });

  test("容缺 lets what comes after it go on, until its day has passed", () => {
    const said = (day: string) => [...APPROVED, "完成 施工图 2022-08-01", `容缺 建设工程规划许可证 ${day}`];
    expect(stepIn(social, "施工许可证", said("2022-10-15")).state).toBe("current");
    expect(stepIn(social, "施工许可证", said("2022-09-20")).state).toBe("current");
    const late = stepIn(social, "施工许可证", said("2022-09-10"));
    expect(late).toMatchObject({ state: "blocked", blockers: [{ name: "工规证", late: 10 }] });
  });

  test("a blocked step names what it waits for, whose that is, and how late", () => {
    const said = ["计划 施工许可证 2022-09-08", "计划 开工 2022-10-15"];
    expect(stepIn(social, "开工", said).blockers).toEqual([
      { name: "施工许可证", desk: "区建设管理委", late: 12 },
    ]);
    expect(stepIn(social, "施工许可证", said).blockers.map(({ name }) => name)).toEqual(["工规证", "施工图"]);
  });

  test("桩基可先行: it is drawn beside 施工许可证 where something was said of it, and needs it not", () => {
    const piles = stepIn(social, "桩基（可先行）", ["完成 桩基 2022-05-28"]);
    const permit = stepIn(social, "施工许可证", ["完成 桩基 2022-05-28"]);
    expect(piles).toMatchObject({ state: "done", rank: permit.rank });
    expect(permit.state).toBe("current");
    expect(flowIn(social, []).steps.map(({ step }) => step.name)).not.toContain("桩基（可先行）");
  });

  test("what belongs to no step stands beside the flow", () => {
    const { others } = flowIn(municipalWorks, ["计划 钢箱梁吊装 2022-11-30", "计划 开工 2022-10-01"]);
    expect(others.map(({ name }) => name)).toEqual(["钢箱梁吊装"]);
  });
});

describe("what is presumed", () => {
  test("the stage says that what came before is over; no day is made up", () => {
    expect(stepIn(municipalWorks, "立项", [], "工可批复")).toMatchObject({
      state: "done",
      presumed: "stage",
    });
    expect(stepIn(municipalWorks, "立项", [], "工可批复").done).toBeUndefined();
    expect(stepIn(municipalWorks, "设计方案", [], "方案优化").state).toBe("current");
  });

  test("a plan that was said counts for more than the stage", () => {
    expect(stepIn(municipalWorks, "开工", ["计划 开工 2022-10-15"], "建设推进").state).toBe("current");
  });

  test("half built: work has begun, unless its start is still planned", () => {
    const start = (more: Measured[], said: string[] = []) =>
      flowIn(social, said, "推进", more).steps.find(({ step }) => step.name === "开工");
    expect(start([percent(62)])).toMatchObject({ state: "done", presumed: "percent" });
    expect(start([percent(8)])?.state).toBe("ahead");
    expect(start([percent(62)], ["计划 开工 2022-10-15"])?.state).not.toBe("done");
  });
});

describe("days", () => {
  it.each<[string, string[], Partial<FlowStep>]>([
    ["early", ["计划 开工 2022-06-30", "完成 开工 2022-06-27"], { early: 3 }],
    ["late", ["计划 开工 2022-06-30", "完成 开工 2022-07-12"], { early: -12 }],
    ["on its day", ["计划 开工 2022-06-30", "完成 开工 2022-06-30"], { early: 0 }],
    [
      "against the first plan, not the last",
      ["计划 开工 2022-06-30", "计划 开工 2022-08-31", "完成 开工 2022-07-12"],
      { early: -12 },
    ],
    ["late and open", ["计划 开工 2022-09-08"], { left: -12 }],
    ["moved", ["计划 开工 2022-10-01", "计划 开工 2022-10-31"], { left: 41, moved: 30 }],
    ["brought forward", ["计划 开工 2022-10-31", "计划 开工 2022-10-01"], { left: 11, moved: -30 }],
  ])("%s", (_, said, days) => {
    expect(stepIn(social, "开工", said)).toMatchObject(days);
  });

  test("done without a plan: neither early nor late", () => {
    expect(stepIn(social, "开工", ["完成 开工 2022-06-27"]).early).toBeUndefined();
  });

  test("每次改期 keeps where it came from and why", () => {
    const said = ["计划 开工 2022-10-01", "计划 开工 2022-10-31 征收没完", "计划 开工 2022-11-30"];
    expect(stepIn(social, "开工", said).revisions).toMatchObject([
      { from: "2022-10-01", to: "2022-10-31", reason: "征收没完" },
      { from: "2022-10-31", to: "2022-11-30" },
    ]);
  });

  test("the same day once more with its reason adds the reason", () => {
    const said = ["计划 开工 2022-10-01", "计划 开工 2022-10-31", "计划 开工 2022-10-31 图纸没批"];
    const { revisions } = stepIn(social, "开工", said);
    expect(revisions).toHaveLength(1);
    expect(revisions[0]).toMatchObject({ from: "2022-10-01", to: "2022-10-31", reason: "图纸没批" });
  });
});

describe("plots", () => {
  test("污染 holds up 净地移交, and 出让方案 goes on beside it", () => {
    const said = ["完成 双认定 2022-05-26", "计划 污染调查 2022-09-10", "计划 挂牌 2022-12-15"];
    expect(stepIn(plot, "出让方案·双认定", said, "进入出让程序").state).toBe("done");
    expect(stepIn(plot, "净地移交", said, "进入出让程序")).toMatchObject({
      state: "blocked",
      blockers: [{ name: "污染调查·治理", desk: "区生态环境局", late: 10 }],
    });
    expect(stepIn(plot, "挂牌", said, "进入出让程序").state).toBe("ahead");
  });

  test("调查 is done and 治理 is not: the step goes on, by the day of what is open", () => {
    const said = ["完成 污染调查 2022-07-01", "计划 污染治理 2022-11-30"];
    expect(stepIn(plot, "污染调查·治理", said)).toMatchObject({ state: "current", planned: "2022-11-30" });
  });

  test("交地 before 成交 is 净地移交, after it the buyer's", () => {
    expect(stepIn(plot, "净地移交", ["完成 交地 2022-06-01"]).state).toBe("done");
    const sold = ["完成 成交 2022-08-01", "计划 交地 2022-10-31", "完成 签约 2022-08-20"];
    expect(stepIn(plot, "交地", sold).planned).toBe("2022-10-31");
    expect(stepIn(plot, "合同", sold).done).toBe("2022-08-20");
  });
});

test("节点灯 counts a paper that may be made up later from that day", () => {
  const { figures } = apply(
    ["计划 建设工程规划许可证 2022-09-01", "容缺 建设工程规划许可证 2022-10-15"].map((words) =>
      entry(node(words)),
    ),
  );
  const { milestones } = lampInput(figures, { month: "2022-08", today: TODAY, firstMonth: "2022-01" });
  expect(milestones).toMatchObject([{ name: "建设工程规划许可证", planned: "2022-10-15" }]);
});
