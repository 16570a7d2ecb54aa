import { describe, expect, it, test } from "vitest";
import { stepFor } from "../../src/domain/stages.js";
import { stageSays, templateOf } from "../../src/domain/stages-of-project.js";
import {
  builtPlot,
  government,
  landReserve,
  municipalWorks,
  plot,
  rail,
  social,
  templates,
} from "../../src/domain/stages-templates.js";
import { MILESTONES } from "../../src/language/rules/milestones.js";
import { seedFile } from "../../src/seeding/seed-file.js";

interface Seed {
  projects: { code: string; kind: string; class: string | null; stage: string }[];
}

const seeded = seedFile<Seed>("projects.json").projects;
const wayOf = (code: string) => {
  const project = seeded.find((one) => one.code === code);
  if (!project) throw new Error(`no project ${code}`);
  return templateOf(project);
};

describe("the templates", () => {
  it.each(templates)("$name: names are unique, and what a step needs stands before it", ({ steps }) => {
    const names = steps.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
    for (const [index, { needs }] of steps.entries())
      expect(names.slice(0, index)).toEqual(expect.arrayContaining([...needs]));
  });

  it.each(templates)(
    "$name: a milestone tells of one step, or of two of which one comes after",
    ({ steps }) => {
      const told = new Set(steps.flatMap(({ tells }) => tells));
      for (const name of told)
        expect(steps.filter(({ tells, after }) => tells.includes(name) && !after).length).toBeLessThan(2);
    },
  );

  it("keeps the order of the office: 核准／备案 takes the place of the first three", () => {
    const asked = (template: typeof government) =>
      template.steps.filter(({ isOptional }) => !isOptional).map(({ name }) => name);
    const building = [
      ...["设计方案", "用规证·供地", "初步设计", "工规证", "施工图", "施工许可证", "开工"],
      ...["±0", "结构封顶", "竣工验收·备案", "投用"],
    ];
    expect(asked(government)).toEqual(["立项", "选址·用地预审", "工可批复", ...building]);
    expect(asked(social)).toEqual(["核准·备案", ...building]);
    expect(asked(rail).slice(-7)).toEqual([
      ...["站体结构", "轨通", "电通", "动车调试", "试运行", "竣工验收·备案", "通车"],
    ]);
    expect(asked(plot)).toEqual([
      ...["控规", "征收·签约", "腾地", "污染调查·治理", "净地移交", "出让方案·双认定"],
      ...["挂牌", "成交", "合同", "交地", "全周期监管"],
    ]);
    expect(asked(municipalWorks)).not.toContain("结构封顶");
  });
});

describe("milestones as people say them", () => {
  // government, social, rail, plot
  const table: Record<string, (string | undefined)[]> = {
    用地预审: ["选址·用地预审", "用地预审", "选址·用地预审"],
    建设工程规划许可证: ["工规证", "工规证", "工规证"],
    用地规划许可证: ["用规证·供地", "用规证·供地", "用规证·供地"],
    施工许可证: ["施工许可证", "施工许可证", "施工许可证"],
    工可批复: ["工可批复", undefined, "工可批复"],
    初步设计: ["初步设计", "初步设计", "初步设计"],
    设计方案: ["设计方案", "设计方案", "设计方案", "出让方案·双认定"],
    施工图: ["施工图", "施工图", "施工图"],
    立项: ["立项", "核准·备案", "立项"],
    "±0": ["±0", "±0"],
    结构封顶: ["结构封顶", "结构封顶", "站体结构"],
    竣工验收: ["竣工验收·备案", "竣工验收·备案", "竣工验收·备案"],
    管线搬迁: ["管线搬迁", "管线搬迁", "管线搬迁"],
    试运行: ["试运行", "试运行", "试运行"],
    轨通: [undefined, undefined, "轨通"],
    电通: [undefined, undefined, "电通"],
    通车: ["投用", "投用", "通车"],
    挂牌: [undefined, undefined, undefined, "挂牌"],
    成交: [undefined, undefined, undefined, "成交"],
    签约: [undefined, "签约", undefined, "征收·签约"],
    交地: [undefined, "交地", undefined, "净地移交"],
    投用: ["投用", "投用", "通车"],
    评审: ["专家评审", "专家评审", "专家评审", "专家评审"],
    开工: ["开工", "开工", "开工"],
    完工: ["完工", "完工", "完工"],
  };

  test("every one that messages are read as is in the table", () => {
    expect(MILESTONES.map(({ name }) => name).filter((name) => !(name in table))).toEqual([]);
  });

  it.each(Object.entries(table))("%s", (name, steps) => {
    const found = [government, social, rail, plot].map((template) => stepFor(template, name)?.name);
    expect(found).toEqual([0, 1, 2, 3].map((index) => steps[index]));
    expect(found.some((step) => step !== undefined)).toBe(true);
  });
});

describe("the seeded projects", () => {
  it.each([
    ["S-04", rail],
    ["S-06", municipalWorks],
    ["R-01", municipalWorks],
    ["S-05", municipalWorks],
    ["F-04", government],
    ["F-05", social],
    ["P-01", social],
    ["L-01", builtPlot],
    ["L-05", plot],
    ["L-07", plot],
    ["L-10", builtPlot],
    ["P-03", landReserve],
  ])("%s goes the way of its kind", (code, template) => {
    expect(wayOf(code)).toBe(template);
  });

  it("a stage speaks of steps that the project's template has", () => {
    for (const project of seeded) {
      const names = templateOf(project).steps.map(({ name }) => name);
      const { over = [], at = [] } = stageSays(project.stage);
      expect(names).toEqual(expect.arrayContaining([...over, ...at]));
    }
  });
});
