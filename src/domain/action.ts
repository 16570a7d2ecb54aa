import type { Day } from "./day.js";
import { folded, type MatterEvent } from "./problem-fold.js";

/** 待知悉 → 已知悉 → 申请办结 → 办结, or 退回 and on. */
export type ActionState = "open" | "acknowledged" | "finish-asked" | "returned" | "closed";

/** What one event did. `words` as typed. */
export type ActionChange =
  | {
      is: "open";
      words: string;
      /** the unit's full name */
      unit: string;
      due: Day;
      person?: string;
      /** the project's code */
      code?: string;
      /** null: decided outside of the meetings that are kept */
      meetingId: number | null;
    }
  | { is: "acknowledge" | "update" | "close" | "return"; words: string }
  /** 申请办结; `evidence` is the message_id of what proves it */
  | { is: "finish"; words: string; evidence?: string }
  | { is: "extend"; words: string; due: Day; reason: string }
  /** to another unit, or within the unit to another person */
  | { is: "assign"; words: string; unit: string; person?: string };

export type ActionStep = Exclude<ActionChange["is"], "open">;

/** Who took a step, and when; epoch ms. */
export interface ActionBy {
  openId: string;
  name: string;
  at: number;
}

/** 议定事项: what a meeting has decided, who does it by when. Plain data, JSON in and out. */
export interface Action {
  /** `议12`; never reused, and not a problem's #12 */
  number: number;
  meetingId: number | null;
  unit: string;
  person?: string;
  due: Day;
  words: string;
  code?: string;
  state: ActionState;
  opened: ActionBy;
  acknowledged?: ActionBy;
  /** who says it is done, in what words */
  asked?: ActionBy & { words: string; evidence?: string };
  closed?: ActionBy & { words: string };
  /** why it was sent back, the last time */
  returned?: ActionBy & { words: string };
  /** the due dates that were put off, oldest first */
  extensions: { from: Day; to: Day; reason: string }[];
  last: ActionBy & { words: string };
}

export type ActionEvent = MatterEvent<ActionChange>;

/** Where an action stands after its events; null when its opening was taken back. */
export function actionOf(number: number, events: readonly ActionEvent[]): Action | null {
  return folded(events, (first) => opened(number, first), after);
}

const byOf = ({ saidBy, saidByName, saidAt }: ActionEvent): ActionBy => ({
  openId: saidBy,
  name: saidByName,
  at: saidAt,
});

function opened(number: number, event: ActionEvent): Action | null {
  if (event.change.is !== "open") return null;
  const by = byOf(event);
  const { is: _, ...fields } = event.change;
  return {
    ...fields,
    number,
    state: "open",
    opened: by,
    extensions: [],
    last: { ...by, words: fields.words },
  };
}

/** The fold's step; it takes events as they are: whether one may come is asked before it is written. */
function after(action: Action, event: ActionEvent): Action {
  const { change } = event;
  const { words } = change;
  const by = byOf(event);
  const next: Action = { ...action, last: { ...by, words } };
  switch (change.is) {
    case "open":
      return action;
    case "acknowledge":
      return { ...next, state: "acknowledged", acknowledged: by };
    case "update":
      return next;
    case "finish": {
      const { evidence } = change;
      return {
        ...next,
        state: "finish-asked",
        asked: { ...by, words, ...(evidence === undefined ? {} : { evidence }) },
      };
    }
    case "close":
      return { ...next, state: "closed", closed: { ...by, words } };
    case "return": {
      const { closed: _, ...rest } = next;
      return { ...rest, state: "returned", returned: { ...by, words } };
    }
    case "extend": {
      const extension = { from: action.due, to: change.due, reason: change.reason };
      return { ...next, due: change.due, extensions: [...action.extensions, extension] };
    }
    case "assign": {
      if (change.unit === action.unit && change.person !== undefined)
        return { ...next, person: change.person };
      // The new unit has not seen it yet.
      const { acknowledged: _, asked: _asked, ...rest } = next;
      return { ...rest, unit: change.unit, state: "open" };
    }
  }
}

export const isOpenAction = ({ state }: Pick<Action, "state">): boolean => state !== "closed";

/** `议12`, as people write it */
export const actionName = ({ number }: Pick<Action, "number">): string => `议${number}`;
