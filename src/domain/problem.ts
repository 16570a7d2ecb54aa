import type { Day } from "./day.js";
import { folded, type MatterEvent } from "./problem-fold.js";
import type { Level } from "./problem-level.js";

/** 新登记 → 办理中 → 申请销号 → 销号, or 退回 and on. */
export type ProblemState = "open" | "in-progress" | "resolve-asked" | "closed" | "reopened";

export const CATEGORIES = ["审批", "征收腾地", "资金", "管线", "土地污染", "方案", "施工", "其他"] as const;
export type Category = (typeof CATEGORIES)[number];

/** How hard it is: 该办、能办、难办、合办. */
export const GRADES = ["该办", "能办", "难办", "合办"] as const;
export type Grade = (typeof GRADES)[number];

/** What may be set of a problem, all of it or some. */
export interface ProblemFields {
  category?: Category;
  grade?: Grade;
  /** 牵头, the unit's full name */
  lead?: string;
  /** 配合 */
  support?: string[];
  /** 责任人 */
  person?: string;
  due?: Day;
  /** 措施 */
  measure?: string;
}

/** What one event did. `words` as typed. */
export type ProblemChange =
  | ({ is: "open"; words: string; category: Category } & ProblemFields)
  /** set something, no more: it is not yet progress */
  | ({ is: "assign"; words: string } & ProblemFields)
  | ({ is: "update"; words: string } & ProblemFields)
  /** 佐证: what shows that it is so; the event's message carries it */
  | { is: "evidence"; words: string }
  | { is: "resolve" | "close" | "reopen"; words: string }
  | { is: "extend"; words: string; due: Day; reason: string }
  | { is: "escalate"; words: string; level: Level };

export type ProblemEvent = MatterEvent<ProblemChange>;

/** A problem as it stands: plain data, JSON in and out. */
export interface Problem extends ProblemFields {
  /** `#12`, of the district's ledger; never reused */
  number: number;
  /** the project's code */
  code: string;
  words: string;
  category: Category;
  state: ProblemState;
  /** as raised by hand; what is overdue is raised further by rule when it is shown */
  level: Level;
  /** 上报: on the list for the district government */
  isReported: boolean;
  /** the due dates that were put off, oldest first */
  extensions: { from: Day | null; to: Day; reason: string }[];
  measures: string[];
  /** 佐证: how many messages show it */
  evidence?: number;
  reportedBy: string;
  reportedByName: string;
  /** epoch ms */
  reportedAt: number;
  /** words and time of the last event; epoch ms */
  last: { words: string; saidAt: number; saidByName: string };
}

/** Where a problem stands after its events, in the order of writing; null when its opening was taken back. */
export function problemOf(number: number, code: string, events: readonly ProblemEvent[]): Problem | null {
  return folded(
    events,
    (first) => (first.change.is === "open" ? opened(number, code, first, first.change) : null),
    after,
  );
}

function opened(
  number: number,
  code: string,
  event: ProblemEvent,
  { is: _, measure, ...fields }: Extract<ProblemChange, { is: "open" }>,
): Problem {
  const { saidAt, saidBy, saidByName } = event;
  return {
    ...fields,
    number,
    code,
    state: "open",
    level: "科",
    isReported: false,
    extensions: [],
    measures: measure ? [measure] : [],
    reportedBy: saidBy,
    reportedByName: saidByName,
    reportedAt: saidAt,
    last: { words: fields.words, saidAt, saidByName },
  };
}

/** The fold's step; it takes events as they are: whether one may come is asked before it is written. */
function after(problem: Problem, { change, saidAt, saidByName }: ProblemEvent): Problem {
  const next = { ...problem, last: { words: change.words, saidAt, saidByName } };
  switch (change.is) {
    case "open":
      return problem;
    case "assign":
      return withFields(next, change);
    case "update":
      return {
        ...withFields(next, change),
        state: problem.state === "resolve-asked" ? problem.state : "in-progress",
      };
    case "evidence":
      return { ...problem, evidence: (problem.evidence ?? 0) + 1 };
    case "resolve":
      return { ...next, state: "resolve-asked" };
    case "close":
      return { ...next, state: "closed" };
    case "reopen":
      return { ...next, state: "reopened" };
    case "extend": {
      const extension = { from: problem.due ?? null, to: change.due, reason: change.reason };
      return { ...next, due: change.due, extensions: [...problem.extensions, extension] };
    }
    case "escalate":
      return { ...next, level: change.level, isReported: true };
  }
}

function withFields(
  problem: Problem,
  { is: _is, words: _words, measure, ...fields }: { is: string; words: string } & ProblemFields,
): Problem {
  return { ...problem, ...fields, measures: measure ? [...problem.measures, measure] : problem.measures };
}

export const isOpen = ({ state }: Pick<Problem, "state">): boolean => state !== "closed";
