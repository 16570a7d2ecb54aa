import { ownScope } from "../../src/bot/lists/own-projects.js";
import type { Turn } from "../../src/bot/turn.js";
import { addDays, dayOf } from "../../src/domain/day.js";
import { CATEGORIES, type Category, isOpen, type Problem } from "../../src/domain/problem.js";
import { daysLate } from "../../src/domain/problem-level.js";
import type { QueryItem } from "../../src/language/items.js";

/** Which problems a list is of; plain JSON. */
export interface ProblemFilter {
  /** the project's code */
  code?: string;
  unit?: string;
  /** only those it leads, not those of its projects */
  leads?: true;
  /** of the project */
  class?: string;
  category?: Category;
  /** 我的: of these projects, or of this unit as the one that leads or supports */
  mine?: { unit: string | null; codes: string[] };
  due?: "late" | "soon";
  state?: "asked" | "closed";
  /** closed ones, too */
  all?: true;
}

/** days ahead that count as 到期 */
const SOON = 7;

const LATE = /逾期|超期|过期/;
const DUE = /到期|临期/;
const ASKED = /等销号|待销号|申请销号/;
const CLOSED = /(?<![未没])(?:已经?)(?:销号|解决|关闭|办结)/;
const ALL = /全部|所有|历史/;
const LEADS = /牵头|主办/;

/** What a question asks for, by what the language has read and by its words. */
export async function askedFilter(turn: Turn, asked: QueryItem): Promise<ProblemFilter> {
  const words = asked.text ?? turn.words;
  const project = asked.project ? await turn.tx.projects.byName(asked.project) : null;
  const own = asked.unit || project ? null : await ownProblems(turn, words);
  const { state, all, ...plain } = byWords(words);
  return {
    ...plain,
    // 所有未销号的问题 are the open ones all the same.
    ...(state && !asked.open ? { state } : {}),
    ...(all && !asked.open ? { all } : {}),
    ...(project ? { code: project.code } : {}),
    ...(asked.unit ? { unit: asked.unit } : {}),
    ...(asked.unit && LEADS.test(words) ? { leads: true as const } : {}),
    ...(asked.class ? { class: asked.class } : {}),
    ...own,
  };
}

/** 我们单位的问题, 我的问题: what the speaker's unit leads, supports or answers for; null where nobody's own is meant. */
export async function ownProblems(
  turn: Turn,
  words: string,
): Promise<Pick<ProblemFilter, "unit" | "mine"> | null> {
  const scope = await ownScope(turn, words);
  if (!scope) return null;
  const { unit = turn.speaker.unit, codes } = scope;
  return codes ? { mine: { unit, codes } } : unit === null ? null : { unit };
}

/** 逾期, 到期, 管线: what words say that are no names. */
export function byWords(words: string): ProblemFilter {
  const category = CATEGORIES.find((known) => known !== "其他" && words.includes(known));
  return {
    ...(category ? { category } : {}),
    ...(LATE.test(words) ? { due: "late" as const } : DUE.test(words) ? { due: "soon" as const } : {}),
    ...(ASKED.test(words)
      ? { state: "asked" as const }
      : CLOSED.test(words)
        ? { state: "closed" as const }
        : {}),
    ...(ALL.test(words) ? { all: true as const } : {}),
  };
}

/** The problems of the filter that may be seen here. */
export async function problemsOf(turn: Turn, filter: ProblemFilter): Promise<Problem[]> {
  const { tx, sight, now } = turn;
  const withClosed = filter.all === true || filter.state === "closed";
  const found = await tx.problems.list({
    codes: sight.codes,
    ...(filter.code ? { code: filter.code } : {}),
    withClosed,
  });
  const projects = new Map((await tx.projects.all()).map((project) => [project.code, project]));
  const soon = addDays(dayOf(now), SOON);
  return found.filter((problem) => {
    const project = projects.get(problem.code);
    const { unit } = filter;
    if (unit && !isOf(problem, unit) && (filter.leads || project?.unit !== unit)) return false;
    if (filter.class && project?.class !== filter.class) return false;
    if (filter.mine && !isMine(problem, filter.mine)) return false;
    if (filter.category && problem.category !== filter.category) return false;
    if (filter.state === "asked" && problem.state !== "resolve-asked") return false;
    if (filter.state === "closed" && isOpen(problem)) return false;
    if (filter.due === "late") return isOpen(problem) && daysLate(problem.due, now) > 0;
    if (filter.due === "soon") return isOpen(problem) && problem.due !== undefined && problem.due <= soon;
    return true;
  });
}

const isOf = ({ lead, support = [] }: Problem, unit: string): boolean =>
  lead === unit || support.includes(unit);

const isMine = (problem: Problem, { unit, codes }: NonNullable<ProblemFilter["mine"]>): boolean =>
  codes.includes(problem.code) || (unit !== null && isOf(problem, unit));

/** What the list is of, in words: `区财政局 逾期的问题`. */
export function filterTitle(filter: ProblemFilter, project: string | undefined): string {
  const of = [
    project,
    filter.mine ? "您名下" : "",
    filter.unit ? `${filter.unit}${filter.leads ? "牵头" : ""}` : "",
    filter.class,
    filter.category,
  ];
  const kind =
    filter.due === "late"
      ? "逾期的问题"
      : filter.due === "soon"
        ? `${SOON}天内到期和逾期的问题`
        : filter.state === "asked"
          ? "等销号的问题"
          : filter.state === "closed"
            ? "已销号的问题"
            : filter.all
              ? "全部问题"
              : "未销号问题";
  return [...of.filter(Boolean), kind].join(" ");
}
