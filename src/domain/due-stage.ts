import { type Day, daysBetween } from "./day.js";

/** How near something due is, or how late; counted in calendar days. */
export type DueStage = "T-30" | "T-7" | "T-3" | "T-1" | "逾期1天" | "逾期7天" | "逾期15天";

interface Step {
  stage: DueStage;
  /** days until the due day at which it begins; negative when it is past */
  from: number;
}

const LATE: readonly Step[] = [
  { stage: "逾期1天", from: -1 },
  { stage: "逾期7天", from: -7 },
  { stage: "逾期15天", from: -15 },
];

/** 节点: start and completion are announced a month ahead, the others a week. */
const MILESTONE: readonly Step[] = [{ stage: "T-7", from: 7 }, { stage: "T-1", from: 1 }, ...LATE];
const MAJOR: readonly Step[] = [{ stage: "T-30", from: 30 }, ...MILESTONE];
/** 问题, 议定事项, 诉求, 容缺 */
const MATTER: readonly Step[] = [{ stage: "T-3", from: 3 }, { stage: "T-1", from: 1 }, ...LATE];

const DUE_STEPS = { milestone: MILESTONE, major: MAJOR, matter: MATTER };
export type DueKind = keyof typeof DUE_STEPS;

/** The stage that is reached last on a day; null while the due day is further away. */
export function stageOf(due: Day, today: Day, kind: DueKind): DueStage | null {
  const left = daysBetween(today, due);
  return DUE_STEPS[kind].findLast(({ from }) => left <= from)?.stage ?? null;
}

/** Start and completion: what leaders ask for. */
export const isMajor = (milestone: string): boolean =>
  /^(?:开工|完工|竣工验收|竣工|投用|通车)$/.test(milestone);

/** Who is told at a stage, beside the contact: the head after a week, the office after two. */
export const tellsHead = (stage: DueStage): boolean => stage === "逾期7天" || stage === "逾期15天";
export const tellsOffice = (stage: DueStage): boolean => stage === "逾期15天";
