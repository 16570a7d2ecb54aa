import type { Figures } from "./ledger-figures.js";
import type { Project } from "./project.js";

/** 前期: not started; 在建: being built; 收尾: nearly done; 建成: done. */
const PHASES = ["前期", "在建", "收尾", "建成"] as const;
export type Phase = (typeof PHASES)[number];

const PHASE_WORDS: readonly { phase: Phase; words: RegExp }[] = [
  { phase: "前期", words: /前期|(?:未|没有?|尚未|待)开工/ },
  { phase: "收尾", words: /收尾|扫尾|尾声/ },
  { phase: "建成", words: /(?:已经?)?建成|已经?(?:完工|竣工|投用|通车)/ },
  { phase: "在建", words: /在建|施工中|正在(?:建设?|施工)|已经?开工/ },
];

export interface StageFound {
  say: string;
  at: number;
  length: number;
}

/** The stage that a text names: one of the four, or a stage as the ledger has it (工可批复). */
export function stageIn(text: string, ownStages: Iterable<string>): StageFound | undefined {
  for (const { phase, words } of PHASE_WORDS) {
    const match = words.exec(text);
    if (match) return { say: phase, at: match.index, length: match[0].length };
  }
  for (const say of ownStages) {
    const at = say.length >= 4 ? text.indexOf(say) : -1;
    if (at >= 0) return { say, at, length: say.length };
  }
  return undefined;
}

const DONE = /^(?:竣工验收|竣工|完工|投用|通车|整治验收)$/;
const STARTED = /^开工$/;
const WORKS = /桩基|土方|路基|±0|封顶|设备安装|钢箱梁|沥青|主体|拆除|幕墙/;
/** 形象进度 in per cent from which the rest is finishing work */
const NEARLY = 90;
const BEING_BUILT = /在建|施工|建设推进/;

/** Where a project stands between first idea and use, by its milestones, 形象进度 and stage. */
export function phaseOf(project: Pick<Project, "stage">, figures: Figures): Phase {
  const nodes = Object.entries(figures.milestones);
  const isDone = (name: RegExp) => nodes.some(([known, { done }]) => done !== undefined && name.test(known));
  if (isDone(DONE)) return "建成";
  const start = nodes.find(([name]) => STARTED.test(name))?.[1];
  const percent = figures.percent?.value ?? 0;
  // Of what has a day of starting, that day decides: groundwork before it is 前期 still.
  const hasStarted = start
    ? start.done !== undefined
    : percent > 0 || isDone(WORKS) || BEING_BUILT.test(project.stage);
  if (!hasStarted) return "前期";
  return percent >= NEARLY ? "收尾" : "在建";
}

export function fitsStage(say: string, project: Pick<Project, "stage">, figures: Figures): boolean {
  return (PHASES as readonly string[]).includes(say)
    ? phaseOf(project, figures) === say
    : project.stage === say;
}
