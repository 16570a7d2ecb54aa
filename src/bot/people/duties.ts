import { closeDayOf, closedAt } from "../../domain/data-month.js";
import { dayOf } from "../../domain/day.js";
import { addMonths } from "../../domain/period.js";
import type { Problem } from "../../domain/problem.js";
import {
  actionDuties,
  byDue,
  type Duty,
  milestoneDuties,
  problemDuties,
  reportDuty,
} from "../../domain/team-duties.js";
import { assessed, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/** Whose duties; plain JSON. All of it together: a person's are those of the unit and of the teams. */
export interface DutyScope {
  unit?: string;
  /** projects beside those of the unit */
  codes?: string[];
  /** what one person is named for, where no unit is */
  person?: string;
}

/** Everything that is owed, by due day; only of projects that may be seen here. */
export async function dutiesOf(turn: Turn, scope: DutyScope): Promise<Duty[]> {
  const { tx, sight, closedMonth, now } = turn;
  const projects = await tx.projects.all();
  const names = new Map(projects.map(({ code, name }) => [code, name]));
  const isSeen = (code: string) => sight.codes?.has(code) ?? true;
  const own = new Set(
    projects
      .filter(({ code, unit, ended }) => {
        const isMeant = scope.codes?.includes(code) || (scope.unit !== undefined && unit === scope.unit);
        return isMeant && isSeen(code) && !ended;
      })
      .map(({ code }) => code),
  );
  const all = own.size > 0 ? await assessed(tx, viewpointOf(turn), { codes: own }) : [];
  const isLed = (problem: Problem) => {
    if (scope.person !== undefined && problem.person === scope.person) return true;
    if (problem.lead) return scope.unit === undefined ? own.has(problem.code) : problem.lead === scope.unit;
    return own.has(problem.code);
  };
  const problems = (await tx.problems.list({ codes: sight.codes })).filter(isLed);
  const open = addMonths(closedMonth, 1);
  return [
    // The office may have closed it before its day.
    ...reportDuty(all, closedMonth, dayOf(closedAt(closedMonth, turn.closes))),
    ...reportDuty(all, open, closeDayOf(open)),
    ...milestoneDuties(all),
    ...problemDuties(problems, names, now),
    ...actionDuties(await actionsOf(turn, scope), names),
  ].sort(byDue);
}

/** 议定事项 name a unit; outside they are nobody's to read. */
async function actionsOf({ tx, chat }: Turn, { unit, person, codes }: DutyScope) {
  if (chat.external) return [];
  const all = await tx.actions.list();
  return all.filter(
    (action) =>
      (unit !== undefined && action.unit === unit) ||
      (person !== undefined && action.person === person) ||
      (unit === undefined &&
        person === undefined &&
        action.code !== undefined &&
        codes?.includes(action.code)),
  );
}
