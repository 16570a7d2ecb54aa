import { type Action, isOpenAction } from "./action.js";
import { dayOf } from "./day.js";
import { daysLate } from "./problem-level.js";

/** What has become of the actions of a meeting. */
export interface Carried {
  all: number;
  closed: number;
  notDue: number;
  late: number;
  /** of those not closed: 申请办结, waiting for the office */
  asked: number;
}

export function carriedOf(actions: readonly Action[], now: number): Carried {
  const open = actions.filter(isOpenAction);
  const late = open.filter(({ due }) => daysLate(due, now) > 0).length;
  return {
    all: actions.length,
    closed: actions.length - open.length,
    notDue: open.length - late,
    late,
    asked: open.filter(({ state }) => state === "finish-asked").length,
  };
}

/** `上次议定8项：办结5，未到期2，逾期1`; parts that are none are left out. */
export function carriedWords({ all, closed, notDue, late, asked }: Carried, of = "上次议定"): string {
  const parts = [
    closed > 0 ? `办结${closed}` : "",
    notDue > 0 ? `未到期${notDue}` : "",
    late > 0 ? `逾期${late}` : "",
  ].filter(Boolean);
  const waiting = asked > 0 ? `（其中${asked}项已申请办结，等推进办同意）` : "";
  return `${of}${all}项：${parts.join("，")}${waiting}`;
}

/** What is most overdue first; closed ones last. */
export function byUrgency(a: Action, b: Action): number {
  const rank = (one: Action) => (isOpenAction(one) ? one.due : `~${one.due}`);
  const [first, second] = [rank(a), rank(b)];
  return first < second ? -1 : first > second ? 1 : a.number - b.number;
}

export const isLate = (action: Action, now: number): boolean =>
  isOpenAction(action) && action.due < dayOf(now);
