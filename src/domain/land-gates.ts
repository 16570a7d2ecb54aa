import { type Day, daysBetween, formatDay } from "./day.js";
import { type FlowStep, flowOf } from "./flow.js";
import type { Figures } from "./ledger-figures.js";
import type { Project } from "./project.js";
import { before } from "./stages.js";
import { stageSays } from "./stages-of-project.js";
import { plot } from "./stages-templates.js";

/** 出让前置: what must be over before a plot is put up for sale. */
const GATES = ["控规", "土壤和地下水污染", "双认定", "净地"] as const;
export type GateName = (typeof GATES)[number];

/** The step of a plot's way that a gate stands at, and what is said of the gate while it is open. */
const STEPS: Record<GateName, { step: string; open: string }> = {
  控规: { step: "控规", open: "未批" },
  土壤和地下水污染: { step: "污染调查·治理", open: "未查" },
  双认定: { step: "出让方案·双认定", open: "未办" },
  净地: { step: "净地移交", open: "未移交" },
};

/** The two parts of the gate on pollution, by the milestones that speak of one alone. */
const PARTS = [
  { name: "土壤", survey: "土壤污染调查", cleaned: ["土壤污染治理", "土壤修复"] },
  { name: "地下水", survey: "地下水污染调查", cleaned: ["地下水污染治理"] },
] as const;
const SURVEY_OF_BOTH = "污染调查";
const CLEANED_BOTH = ["污染治理", "治理", "修复"];

export interface Gate {
  name: GateName;
  isPassed: boolean;
  /** of a passed one; absent where the project's 阶段 alone says so */
  done?: Day;
  planned?: Day;
  /** of an open one with a planned day: days left; below zero when it is late */
  left?: number;
  /** of an open one: 未查; 地下水未查; 治理未完成 */
  lacks?: string;
  /** milestones of the ledger that speak of it, those that passed it first */
  milestones: readonly string[];
}

type Described = Pick<Project, "kind" | "class" | "stage">;

/** Land that is sold, or was: it has gates. */
export const isPlot = ({ kind, class: of }: Described): boolean => kind === "地块" || of === "土地出让";

/** Land of any kind: words of 控规, 净地 and the like are steps of its way. */
export const isLand = (project: Described): boolean => isPlot(project) || project.class === "土地收储";

/** A sold plot's gates are behind it, whatever was told of them. */
const SOLD = "已出让";

/** Where the gates of a plot stand on a day, in the office's order. */
export function gatesOf(project: Described, figures: Figures, today: Day): Gate[] {
  // Of a later step that is done nothing is concluded: a sale does not clean the soil.
  const { steps } = flowOf(plot, figures, project.stage, today);
  const over = stageSays(project.stage).over ?? [];
  const presumed = new Set([...over, ...before(plot, over)]);
  return GATES.map((name) => {
    const isPresumed = project.stage === SOLD || presumed.has(STEPS[name].step);
    return gateOf(name, steps, figures, isPresumed, today);
  });
}

function gateOf(
  name: GateName,
  steps: readonly FlowStep[],
  figures: Figures,
  isPresumed: boolean,
  today: Day,
): Gate {
  const one = steps.find(({ step }) => step.name === STEPS[name].step);
  const milestones = (one?.step.tells ?? []).filter((tells) => isOwn(name, tells, figures));
  const done = latest(milestones.map((tells) => figures.milestones[tells]?.done));
  const isDone = name === "双认定" || name === "净地" ? done !== undefined : one?.done !== undefined;
  if (isDone && done !== undefined) return { name, isPassed: true, done, milestones };
  // What was said of a gate itself counts for more than the words of the projects' list.
  if (isPresumed && milestones.length === 0) return { name, isPassed: true, milestones };
  const planned = latest(
    milestones.map((tells) => {
      const { planned: day, done: over } = figures.milestones[tells] ?? {};
      return over === undefined ? day : undefined;
    }),
  );
  return {
    name,
    isPassed: false,
    ...(planned !== undefined && { planned, left: daysBetween(today, planned) }),
    lacks: lacksOf(name, figures),
    milestones,
  };
}

/** 设计方案 is told of 出让方案, too, and 交地 after a sale is the buyer's: neither speaks of the gate. */
function isOwn(name: GateName, milestone: string, { milestones }: Figures): boolean {
  const said = milestones[milestone];
  if (said === undefined || milestone === "设计方案" || milestone === "出让方案") return false;
  if (name !== "净地" || milestone !== "交地") return true;
  const sold = milestones.成交?.done;
  return sold === undefined || (said.done ?? said.planned ?? "") < sold;
}

function lacksOf(name: GateName, { milestones }: Figures): string {
  const { open } = STEPS[name];
  if (name !== "土壤和地下水污染") return open;
  const isDone = (milestone: string) => milestones[milestone]?.done !== undefined;
  const isToDo = (milestone: string) => milestones[milestone] !== undefined && !isDone(milestone);
  if (CLEANED_BOTH.some(isToDo)) return "治理未完成";
  const lacking = PARTS.flatMap(({ name: part, survey, cleaned }) => {
    if (cleaned.some(isToDo)) return [`${part}治理未完成`];
    return [survey, SURVEY_OF_BOTH, ...cleaned, ...CLEANED_BOTH].some(isDone) ? [] : [`${part}${open}`];
  });
  return lacking.length === PARTS.length && lacking.every((words) => words.endsWith(open))
    ? open
    : lacking.join("、") || open;
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}

/** `土壤和地下水污染（未查）`; with today, also for when it is planned: `（未查，计划10月15日）` */
export function gateWords({ name, lacks, planned }: Gate, today?: Day): string {
  if (lacks === undefined) return name;
  const plan = planned === undefined || today === undefined ? "" : `，计划${formatDay(planned, today)}`;
  return `${name}（${lacks}${plan}）`;
}

/** The gates that hold up a sale on a day: open, and not planned to be passed by then. */
export function holdUp(gates: readonly Gate[], { day, isDone }: { day: Day; isDone: boolean }): Gate[] {
  return gates.filter(({ isPassed, planned, left }) => {
    if (isPassed) return false;
    if (isDone || planned === undefined) return true;
    return planned > day || (left ?? 0) < 0;
  });
}
