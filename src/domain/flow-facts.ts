import type { Day } from "./day.js";
import type { Figures, MilestoneFigure, Revision } from "./ledger-figures.js";
import type { StageStep, StageTemplate } from "./stages.js";

/** What the ledger says of one step, taken from all milestones that tell of it. */
export interface StepFacts {
  done?: Day;
  planned?: Day;
  firstPlanned?: Day;
  /** 容缺: the day by which it is to be made up */
  waived?: Day;
  revisions: readonly Revision[];
  /** why it is planned so or done, where that was said */
  why?: string;
  /** something that tells of it is done, though not all */
  isBegun: boolean;
}

export interface OtherNode {
  name: string;
  milestone: MilestoneFigure;
}

/** The facts of every step that something was said of, and the milestones that belong to none. */
export function factsOf(
  template: StageTemplate,
  { milestones }: Figures,
): { facts: Map<string, StepFacts>; others: OtherNode[] } {
  const found = new Map<string, MilestoneFigure[]>();
  const others: OtherNode[] = [];
  for (const [name, milestone] of Object.entries(milestones)) {
    const owner = ownerOf(template, name, milestones);
    if (!owner) others.push({ name, milestone });
    else found.set(owner.name, [...(found.get(owner.name) ?? []), milestone]);
  }
  const facts = new Map([...found].map(([name, said]) => [name, together(said)] as const));
  for (const { name, parts } of template.steps) {
    const fact = facts.get(name);
    if (fact?.done !== undefined && parts?.some((tellers) => !isTold(tellers, milestones)))
      facts.set(name, unfinished(fact));
  }
  return { facts, others };
}

const isTold = (tellers: readonly string[], milestones: Figures["milestones"]): boolean =>
  tellers.some((name) => milestones[name]?.done !== undefined);

/** The soil was looked into, the groundwater was not. */
function unfinished({ done: _, ...fact }: StepFacts): StepFacts {
  return { ...fact, isBegun: true };
}

/** The step that a milestone tells of; one that several share goes to the later once its day is past theirs. */
function ownerOf(
  { steps }: StageTemplate,
  name: string,
  milestones: Figures["milestones"],
): StageStep | undefined {
  const dayOfNode = (of: string): Day => milestones[of]?.done ?? milestones[of]?.planned ?? "";
  const tellers = steps.filter(({ tells }) => tells.includes(name));
  const isLater = ({ after }: StageStep) =>
    after !== undefined && dayOfNode(after) !== "" && dayOfNode(name) >= dayOfNode(after);
  return tellers.find(isLater) ?? tellers.find(({ after }) => after === undefined) ?? tellers[0];
}

/** 污染调查 is done, 治理 is not: the step is done when all that was said of it is. */
function together(said: readonly MilestoneFigure[]): StepFacts {
  const open = said.filter(({ done }) => done === undefined);
  const dated = open.length > 0 ? open : said;
  const done = open.length > 0 ? undefined : latest(said.map((each) => each.done));
  const planned = latest(dated.map((each) => each.planned));
  const firstPlanned = latest(dated.map((each) => each.firstPlanned));
  const waived = latest(dated.map((each) => each.waived));
  const why = dated.findLast((each) => each.why !== undefined)?.why;
  return {
    ...(why !== undefined && { why }),
    ...(done && { done }),
    ...(planned && { planned }),
    ...(firstPlanned && { firstPlanned }),
    ...(waived && { waived }),
    revisions: dated.flatMap(({ revisions = [] }) => revisions),
    isBegun: open.length < said.length,
  };
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  return days
    .filter((day) => day !== undefined)
    .sort()
    .at(-1);
}
