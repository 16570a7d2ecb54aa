/** One step of a project's way from 立项 to 投用. */
export interface StageStep {
  /** as people say it; unique within its template */
  name: string;
  /** the ledger's milestones that tell of this step, by the names that messages are read as */
  tells: readonly string[];
  /** steps that come before it; what none of the others waits for goes on beside them (能并行则并行) */
  needs: readonly string[];
  /** who grants it or sees to it; null is the project's own 责任单位 */
  desk: string | null;
  /** 能容缺要容缺: a paper that may be handed in later, by a day that is promised */
  canWait?: true;
  /** it has parts (土壤, 地下水), each told of by one of these: it is done only once something of every part is */
  parts?: readonly (readonly string[])[];
  /** drawn only where something was said of it */
  isOptional?: true;
  /** of a milestone that several steps share, the ones after this milestone's day: 交地 after 成交 */
  after?: string;
  /** 四早: what its days are called */
  early?: "开工" | "竣工" | "投用" | "通车";
}

/** 一项目一流程图: the steps of a kind of project, in reading order. */
export interface StageTemplate {
  name: string;
  steps: readonly StageStep[];
}

/** The step that one of the ledger's milestones tells of; where two do, the earlier one. */
export function stepFor({ steps }: StageTemplate, milestone: string): StageStep | undefined {
  return steps.find(({ tells }) => tells.includes(milestone));
}

/** All that these steps wait for, directly and through others; without themselves. */
export function before({ steps }: StageTemplate, names: Iterable<string>): Set<string> {
  const needed = new Set<string>();
  const waiting = [...names];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    for (const need of steps.find((step) => step.name === name)?.needs ?? []) {
      if (needed.has(need)) continue;
      needed.add(need);
      waiting.push(need);
    }
  }
  return needed;
}
