import type { Action } from "./action.js";
import { addDays, type Day } from "./day.js";
import { dueOf } from "./ledger-figures.js";
import { formatPeriod, type Period } from "./period.js";
import type { Assessed } from "./portfolio.js";
import { isOpen, type Problem } from "./problem.js";
import { higher, type Level, levelOf } from "./problem-level.js";
import { hasReported, owesReport } from "./reported.js";

/** Something that a unit or a person owes by a day. */
export interface Duty {
  kind: "report" | "milestone" | "waived" | "problem" | "action";
  /** null: no day was set */
  due: Day | null;
  /** as it is shown, the due day aside */
  words: string;
  /** codes of the projects it is about */
  codes: string[];
}

/** 逾期, 7天内, 以后 */
export type DutyGroup = "late" | "soon" | "later";

/** days ahead that count as soon */
const SOON = 7;
/** names that a line about several projects holds */
const NAMED = 6;

export const groupOf = ({ due }: Duty, today: Day): DutyGroup =>
  due === null ? "later" : due < today ? "late" : due <= addDays(today, SOON) ? "soon" : "later";

/** By due day; what has none stands last. */
export const byDue = (a: Duty, b: Duty): number => {
  const [first, second] = [a.due ?? "9999-12-31", b.due ?? "9999-12-31"];
  return first === second ? 0 : first < second ? -1 : 1;
};

/** The reports of a month that nobody has made yet, in one line. */
export function reportDuty(all: readonly Assessed[], month: Period, due: Day): Duty[] {
  const missing = all.filter(
    ({ project, figures }) => owesReport(project, month) && !hasReported(figures, month),
  );
  if (missing.length === 0) return [];
  const names = missing.slice(0, NAMED).map(({ project }) => project.name);
  const more = missing.length > NAMED ? "等" : "";
  const report = `${formatPeriod(month)}进度没报`;
  const words =
    missing.length === 1
      ? `${names[0]} ${report}`
      : `${report} ${missing.length}个项目：${names.join("、")}${more}`;
  return [{ kind: "report", due, words, codes: missing.map(({ project }) => project.code) }];
}

/** Milestones with a day that are not done, and papers that are to be made up. */
export function milestoneDuties(all: readonly Assessed[]): Duty[] {
  return all.flatMap(({ project, figures }) =>
    Object.entries(figures.milestones).flatMap(([name, milestone]): Duty[] => {
      const due = dueOf(milestone);
      if (due === undefined || milestone.done !== undefined) return [];
      const isWaived = milestone.waived !== undefined;
      const words = isWaived ? `${project.name} 容缺补齐 ${name}` : `${project.name} 节点 ${name}`;
      return [{ kind: isWaived ? "waived" : "milestone", due, words, codes: [project.code] }];
    }),
  );
}

const LEVELS: Record<Level, string> = { 科: "科级", 办: "办级", 区: "区级" };

/** Problems that are still open; `now` in epoch ms. */
export function problemDuties(
  problems: readonly Problem[],
  names: ReadonlyMap<string, string>,
  now: number,
): Duty[] {
  return problems.filter(isOpen).map((problem) => {
    const { number, code, words, due, level, person, lead } = problem;
    const shown = LEVELS[higher(level, levelOf(due, now))];
    const beside = [
      shown,
      lead ? `牵头${lead}` : "牵头未定",
      person ? `责任人${person}` : "",
      problem.state === "resolve-asked" ? "已申请销号" : "",
    ];
    return {
      kind: "problem",
      due: due ?? null,
      words: `#${number} ${names.get(code) ?? code} ${words}（${beside.filter(Boolean).join("，")}）`,
      codes: [code],
    };
  });
}

/** 议定事项 that are not closed. */
export function actionDuties(actions: readonly Action[], names: ReadonlyMap<string, string>): Duty[] {
  return actions
    .filter(({ state }) => state !== "closed")
    .map(({ number, due, words, code, person, state }) => {
      const project = code ? `${names.get(code) ?? code} ` : "";
      const beside = [person ? `责任人${person}` : "", state === "finish-asked" ? "已申请办结" : ""];
      const tail = beside.filter(Boolean).join("，");
      return {
        kind: "action",
        due,
        words: `议${number} ${project}${words}${tail ? `（${tail}）` : ""}`,
        codes: code ? [code] : [],
      };
    });
}
