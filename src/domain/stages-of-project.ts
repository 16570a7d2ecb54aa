import type { Project } from "./project.js";
import type { StageTemplate } from "./stages.js";
import {
  builtPlot,
  government,
  landReserve,
  municipalWorks,
  plot,
  rail,
  social,
} from "./stages-templates.js";

type Described = Pick<Project, "kind" | "class" | "stage">;

/** Which projects go which way; the first rule that fits decides. */
const WAYS: readonly (Partial<Described> & { way: StageTemplate })[] = [
  { kind: "轨道交通", way: rail },
  { kind: "收储", way: landReserve },
  // A plot that is sold is built on.
  { kind: "地块", stage: "已出让", way: builtPlot },
  { kind: "地块", class: "土地出让", way: plot },
  { kind: "地块", way: builtPlot },
  { kind: "社会投资", way: social },
  { kind: "招商", way: social },
  { kind: "道路", way: municipalWorks },
  { kind: "公共空间", way: municipalWorks },
  { kind: "整治", way: municipalWorks },
];

/** The stages of a project by its kind; what is not listed is a government project. */
export function templateOf(project: Described): StageTemplate {
  const way = WAYS.find(
    (rule) =>
      (rule.kind === undefined || rule.kind === project.kind) &&
      (rule.class === undefined || rule.class === project.class) &&
      (rule.stage === undefined || rule.stage === project.stage),
  );
  return way?.way ?? government;
}

/** What the words for a project's 阶段 say of its steps: those that are over, and those under way. */
interface StageSays {
  over?: readonly string[];
  at?: readonly string[];
}

/**
 * The words of the projects' list. What they leave open (推进, 专题研究) says nothing of single steps, and a
 * step that is not in a project's template is passed over.
 */
const STAGES: Readonly<Record<string, StageSays>> = {
  方案优化: { at: ["设计方案"] },
  工可批复: { over: ["工可批复"] },
  实施深化: { at: ["设计方案"] },
  方案批复: { over: ["设计方案"] },
  并联审批: { over: ["设计方案"], at: ["用规证·供地", "初步设计", "工规证"] },
  土地管理调整: { at: ["用规证·供地"] },
  建设推进: { over: ["开工"] },
  控规调整: { at: ["控规"] },
  进入出让程序: { over: ["腾地"], at: ["出让方案·双认定"] },
  收储建议方案基本稳定: { at: ["收储方案"] },
};

export const stageSays = (stage: string): StageSays => STAGES[stage] ?? {};

/** Who a step waits for. A municipal project's papers come from the city. */
export function deskOf(desk: string | null, project: Pick<Project, "class" | "unit">): string {
  if (desk === null) return project.unit ?? "责任单位";
  return project.class === "市属重大" ? "市级审批部门" : desk;
}
