import { type Day, daysBetween } from "./day.js";
import { factsOf, type OtherNode, type StepFacts } from "./flow-facts.js";
import type { Figures } from "./ledger-figures.js";
import { before, type StageStep, type StageTemplate } from "./stages.js";
import { stageSays } from "./stages-of-project.js";

type FlowState = "done" | "current" | "blocked" | "waived" | "ahead";

/** A later step is done, the project's 阶段 says so, or it is half built. */
type Presumed = "later" | "stage" | "percent";

/** 形象进度 in per cent from which on nobody doubts that work has begun; a few per cent may be paperwork. */
const UNDER_CONSTRUCTION = 50;
const START = "开工";

/** A step that another waits for. */
export interface Blocker {
  name: string;
  desk: string | null;
  /** days by which it is late itself */
  late?: number;
  /** its day, where that comes after the waiting step's own */
  due?: Day;
}

export interface FlowStep extends Omit<StepFacts, "isBegun"> {
  step: StageStep;
  state: FlowState;
  /** 1 for the first; steps of one rank go on side by side */
  rank: number;
  /** done by what is known beside it; no day was told */
  presumed?: Presumed;
  /** of a done step: days before its first planned day; below zero after it */
  early?: number;
  /** of an open step: days left until its day; below zero when it is late */
  left?: number;
  /** of an open step: days by which its plan has moved from the first one */
  moved?: number;
  /** of a blocked step: what it waits for */
  blockers: readonly Blocker[];
}

export interface Flow {
  steps: readonly FlowStep[];
  /** milestones of the works that are no steps of the template: 钢箱梁吊装, 路基 */
  others: readonly OtherNode[];
}

const NOTHING: StepFacts = { revisions: [], isBegun: false };

/**
 * 流程图: where each step of a project stands on a day. A step is blocked where a step before it is late, or is
 * planned for a later day than its own; what merely has not come up yet is ahead.
 */
export function flowOf(template: StageTemplate, figures: Figures, stage: string, today: Day): Flow {
  const { facts, others } = factsOf(template, figures);
  const shown = template.steps.filter(({ name, isOptional }) => !isOptional || facts.has(name));
  const factsFor = (name: string) => facts.get(name) ?? NOTHING;
  const presumed = presumedOf(template, facts, stage, figures.percent?.value ?? 0);
  const isOver = (name: string) => factsFor(name).done !== undefined || presumed.has(name);
  const at = new Set(stageSays(stage).at);
  const ranks = ranksOf(shown);

  const steps = shown.map((step): FlowStep => {
    const { isBegun, ...own } = factsFor(step.name);
    const needs = shown.filter(({ name }) => step.needs.includes(name) && !isSettled(name));
    const blockers = needs.flatMap((need) => blockerOf(need, factsFor(need.name), own, today));
    const why = presumed.get(step.name);
    const state = isOver(step.name)
      ? "done"
      : own.waived
        ? "waived"
        : blockers.length > 0
          ? "blocked"
          : needs.length === 0 || at.has(step.name) || isBegun
            ? "current"
            : "ahead";
    return {
      step,
      rank: ranks.get(step.name) ?? 1,
      state,
      ...own,
      ...(why && { presumed: why }),
      ...daysOf(own, state, today),
      blockers: state === "blocked" ? blockers : [],
    };
  });
  return { steps, others };

  /** Over, or put off by a day that has not passed: what comes after it need not wait. */
  function isSettled(name: string): boolean {
    return isOver(name) || (factsFor(name).waived ?? "") >= today;
  }
}

/** Steps of which no day was told, though others say that they are over. */
function presumedOf(
  template: StageTemplate,
  facts: ReadonlyMap<string, StepFacts>,
  stage: string,
  percent: number,
): Map<string, Presumed> {
  const presumed = new Map<string, Presumed>();
  const isBegun = percent >= UNDER_CONSTRUCTION && !facts.has(START);
  const begun = isBegun ? namesIn(template, [START]) : [];
  const over = namesIn(template, stageSays(stage).over ?? []);
  for (const name of [...before(template, begun), ...begun]) presumed.set(name, "percent");
  for (const name of [...before(template, over), ...over]) presumed.set(name, "stage");
  const done = [...facts].filter(([, fact]) => fact.done !== undefined).map(([name]) => name);
  for (const name of before(template, done)) presumed.set(name, "later");
  // What was said of a step itself counts for more: a day to come says that it is not over.
  for (const name of facts.keys()) presumed.delete(name);
  return presumed;
}

const namesIn = ({ steps }: StageTemplate, names: readonly string[]): string[] =>
  names.filter((name) => steps.some((step) => step.name === name));

function blockerOf(need: StageStep, known: StepFacts, own: Partial<StepFacts>, today: Day): Blocker[] {
  const { name, desk } = need;
  const due = known.waived ?? known.planned;
  const late = due === undefined ? 0 : daysBetween(due, today);
  if (late > 0) return [{ name, desk, late }];
  if (own.planned === undefined) return [];
  if (due !== undefined && due > own.planned) return [{ name, desk, due }];
  return own.planned < today ? [{ name, desk }] : [];
}

function daysOf(
  { done, planned, firstPlanned, waived }: Partial<StepFacts>,
  state: FlowState,
  today: Day,
): Pick<FlowStep, "early" | "left" | "moved"> {
  if (done !== undefined) return firstPlanned === undefined ? {} : { early: daysBetween(done, firstPlanned) };
  if (state === "done") return {};
  const due = waived ?? planned;
  const moved = firstPlanned === undefined || planned === undefined ? 0 : daysBetween(firstPlanned, planned);
  return {
    ...(due !== undefined && { left: daysBetween(today, due) }),
    ...(moved !== 0 && { moved }),
  };
}

/** How many steps stand before each, on its longest way from the beginning. */
function ranksOf(shown: readonly StageStep[]): Map<string, number> {
  const ranks = new Map<string, number>();
  // The steps of a template stand in an order in which none comes before what it needs.
  for (const { name, needs } of shown)
    ranks.set(name, 1 + Math.max(0, ...needs.map((need) => ranks.get(need) ?? 0)));
  return ranks;
}
