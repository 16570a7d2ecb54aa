import type { Day } from "./day.js";
import type { ProblemState } from "./problem.js";
import { folded, type MatterEvent } from "./problem-fold.js";
import type { Standstill } from "./problem-step.js";

/**
 * 新登记 → 办理中 → 已答复 → 办结, or 退回 and on: a problem's way, on which `resolve-asked` is 已答复: the
 * answer stands, and whoever asked has yet to say that it will do.
 */
export type ServiceState = ProblemState;

/** What one event did. `words` as typed, without phone numbers. */
export type ServiceChange =
  | { is: "open"; words: string; enterprise: string; unit?: string; due?: Day }
  /** who answers, until when */
  | { is: "assign"; words: string; unit?: string; due?: Day }
  | { is: "update" | "resolve" | "close" | "reopen"; words: string }
  | { is: "extend"; words: string; due: Day; reason: string };

export type ServiceEvent = MatterEvent<ServiceChange>;

/** 企业诉求: what an enterprise asks for, who answers by when. Plain data, JSON in and out. */
export interface Service {
  /** `诉3`; never reused */
  number: number;
  /** an organisation, never a person */
  enterprise: string;
  words: string;
  /** 答复单位 */
  unit?: string;
  due?: Day;
  state: ServiceState;
  /** the latest answer, in words */
  answer?: { words: string; by: string; byName: string; saidAt: number };
  /** how often the due date was put off */
  extended: number;
  reportedBy: string;
  reportedByName: string;
  /** epoch ms */
  reportedAt: number;
}

/** Where a request stands after its events; null when its opening was taken back. */
export function serviceOf(number: number, events: readonly ServiceEvent[]): Service | null {
  return folded(events, (first) => opened(number, first), after);
}

function opened(number: number, { change, saidBy, saidByName, saidAt }: ServiceEvent): Service | null {
  if (change.is !== "open") return null;
  const { is: _, ...fields } = change;
  return {
    ...fields,
    number,
    state: "open",
    extended: 0,
    reportedBy: saidBy,
    reportedByName: saidByName,
    reportedAt: saidAt,
  };
}

function after(service: Service, { change, saidAt, saidBy, saidByName }: ServiceEvent): Service {
  switch (change.is) {
    case "open":
      return service;
    case "assign": {
      const { unit = service.unit, due = service.due } = change;
      return { ...service, ...(unit !== undefined && { unit }), ...(due !== undefined && { due }) };
    }
    case "update":
      return { ...service, state: service.state === "resolve-asked" ? service.state : "in-progress" };
    case "resolve":
      return {
        ...service,
        state: "resolve-asked",
        answer: { words: change.words, by: saidBy, byName: saidByName, saidAt },
      };
    case "close":
      return { ...service, state: "closed" };
    case "reopen":
      return { ...service, state: "reopened" };
    case "extend":
      return { ...service, due: change.due, extended: service.extended + 1 };
  }
}

/** What stands in the way of a step. */
export const SERVICE_STANDSTILL: Standstill = {
  closed: "已经办结了；企业又提的话，请说“退回”并写明原因",
  asked: "已经答复了；企业不满意的话，请先退回",
};

/** What somebody is to a request. */
export interface ServiceStanding {
  isOffice: boolean;
  /** registered it */
  isAsker: boolean;
  /** of the unit that answers */
  isAnswering: boolean;
  /** gave the answer that stands */
  hasAnswered: boolean;
}

/** Units answer; the office, or whoever brought the request in, says that it will do: never of one's own answer. */
export function mayStep(
  action: Exclude<ServiceChange["is"], "open">,
  { isOffice, isAsker, isAnswering, hasAnswered }: ServiceStanding,
): "yes" | "own-answer" | "not-yours" {
  if (action === "close" || action === "reopen") {
    if (!isOffice && !isAsker) return "not-yours";
    return action === "close" && hasAnswered ? "own-answer" : "yes";
  }
  if (action === "resolve" || action === "update" || action === "extend")
    return isOffice || isAnswering ? "yes" : "not-yours";
  return isOffice || isAnswering || isAsker ? "yes" : "not-yours";
}
