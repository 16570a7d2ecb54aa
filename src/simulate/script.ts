import { createHash } from "node:crypto";
import type { DemoProject, DemoYear } from "../../seeds/demo-year.js";
import { closeDayOf } from "../domain/data-month.js";
import { addDays, at, type Day, formatDay } from "../domain/day.js";
import { type Period, period } from "../domain/period.js";
import { addWorkdays, onOrAfterWorkday } from "../domain/workdays.js";
import { LI_MIN, OFFICE_GROUP, PROJECT_GROUP } from "../sandbox/scene.js";
import { bulletinDeeds, CORRECTED } from "./bulletins-of-the-year.js";
import type { Player } from "./cast.js";
import { meetingDeeds } from "./meetings-of-the-year.js";
import { monthWords, ytdWords } from "./month-words.js";

/** What somebody does at an instant: says something, or taps a button of the newest card that has it. */
export interface Deed {
  /** epoch ms */
  at: number;
  /** open_id */
  by: string;
  chat: string;
  says?: string;
  taps?: string;
  /** the group is silenced up to this day, by whoever looks after it */
  mutesUntil?: Day;
  /** the report it is: the project's code and the month */
  reports?: { code: string; month: Period };
}

/** Deeds follow each other at least so closely that a group's limit of messages is never reached. */
const APART = 20_000;

/** All that people do in the year, in order, no two in one instant. */
export function scriptOf(
  demo: DemoYear,
  cast: readonly Player[],
  names: ReadonlyMap<string, string>,
): Deed[] {
  const idOf = new Map(cast.map(({ name, openId }) => [name, openId]));
  const deeds = demo.projects.flatMap((project) => {
    const by = idOf.get(project.team.contact);
    const name = names.get(project.code);
    return by && name ? deedsOf(demo, project, by, name) : [];
  });
  deeds.push(
    ...meetingDeeds(demo.year, idOf),
    ...bulletinDeeds(demo.year, correctionOf(demo, idOf, names)),
    ...officeDeeds(demo.year),
  );
  deeds.sort((a, b) => a.at - b.at || (a.says ?? "").localeCompare(b.says ?? ""));
  let last = 0;
  return deeds.map((deed) => {
    last = Math.max(deed.at, last + APART);
    return { ...deed, at: last };
  });
}

/** Of a project that was reported in time: a million more than its contact had said. */
function correctionOf(
  demo: DemoYear,
  idOf: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): Pick<Deed, "by" | "says"> | null {
  const month = period(demo.year, CORRECTED);
  for (const project of demo.projects) {
    const said = ytdWords(project, CORRECTED, 100);
    const on = reportDay(project.code, month);
    const by = idOf.get(project.team.contact);
    const name = names.get(project.code);
    if (said && by && name && on !== null && on <= closeDayOf(month)) return { by, says: `${name} ${said}` };
  }
  return null;
}

function deedsOf(demo: DemoYear, project: DemoProject, by: string, name: string): Deed[] {
  const deeds: Deed[] = [];
  for (let month = 1; month <= 12; month++) {
    const words = monthWords(project, month, demo.saidOn.length);
    if (words === null) continue;
    const its = period(demo.year, month);
    const on = reportDay(project.code, its);
    if (on === null) continue;
    deeds.push({
      at: at(on, timeOfDay(`${project.code} ${month}`)),
      by,
      chat: PROJECT_GROUP,
      says: `${name} ${words}`,
      reports: { code: project.code, month: its },
    });
  }
  for (const { name: node, planned, done } of project.milestones ?? []) {
    const fate = done ? { done } : fateOf(`${project.code} ${node}`, planned);
    const said = (on: Day, says: string): Deed => ({
      at: at(onOrAfterWorkday(on), timeOfDay(`${project.code} ${node}`)),
      by,
      chat: PROJECT_GROUP,
      says,
    });
    if (fate.done && fate.done >= `${demo.year}-01-01` && fate.done <= `${demo.year}-12-31`)
      deeds.push(said(addDays(fate.done, 1), `${name}${node}已于${formatDay(fate.done)}完成`));
    if (fate.putOffTo)
      deeds.push(
        said(addDays(planned, -5), `${name}${node}延期到${formatDay(fate.putOffTo)}，因为前期手续未完`),
      );
  }
  return deeds;
}

/**
 * When a contact reports: most before or right after they are first reminded, some on the last day, some late,
 * and a few not at all. The same in every play.
 */
function reportDay(code: string, month: Period): Day | null {
  const closes = closeDayOf(month);
  const drawn = draw(`${code} ${month}`, 100);
  if (drawn < 25) return addWorkdays(closes, -4);
  if (drawn < 55) return addWorkdays(closes, -2);
  if (drawn < 75) return addWorkdays(closes, -1);
  if (drawn < 87) return closes;
  if (drawn < 92) return addWorkdays(closes, 1);
  if (drawn < 97) return addWorkdays(closes, 2);
  return null;
}

/** What becomes of a node after the demonstration's data: done about its day, put off, or left to be late. */
function fateOf(key: string, planned: Day): { done?: Day; putOffTo?: Day } {
  const drawn = draw(`fate ${key}`, 10);
  if (drawn < 4) return { done: addDays(planned, -drawn) };
  if (drawn < 7) return { done: addDays(planned, (drawn - 3) * 4) };
  return drawn === 7 ? { putOffTo: addDays(planned, 31) } : {};
}

/** Between 09:30 and 17:20, on a whole minute. */
function timeOfDay(key: string): string {
  const minute = 9 * 60 + 30 + draw(`time ${key}`, 470);
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

/** A number from 0 to below `sides` that follows from the key. */
const draw = (key: string, sides: number): number =>
  createHash("sha256").update(key).digest().readUInt32BE() % sides;

/** The office's own group is silenced for a week in June, in which something is due there. */
const officeDeeds = (year: number): Deed[] => [
  { at: at(`${year}-06-06`, "15:00"), by: LI_MIN, chat: OFFICE_GROUP, mutesUntil: `${year}-06-12` },
];
