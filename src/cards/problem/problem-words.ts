import { type Day, dayOf, daysBetween, formatDay } from "../../domain/day.js";
import type { Category, Problem, ProblemState } from "../../domain/problem.js";
import { isOpen } from "../../domain/problem.js";
import { higher, type Level, levelOf } from "../../domain/problem-level.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";

export const STATES: Record<ProblemState, string> = {
  open: "新登记",
  "in-progress": "办理中",
  "resolve-asked": "申请销号",
  closed: "已销号",
  reopened: "退回",
};

const LEVELS: Record<Level, string> = { 科: "科级", 办: "办级", 区: "区级" };

/** As a digest has room for it: 征收腾地 is 征收. */
const SHORT: Partial<Record<Category, string>> = { 征收腾地: "征收", 土地污染: "污染", 其他: "" };

/** What people typed of a problem, without amounts where money is not shown. */
export const saidWords = (words: string, hasMoney: boolean, most = 120): string =>
  typed(hasMoney ? words : hideAmounts(words), most);

/** The level it is shown at: as raised by hand or, while it is open, by being overdue, whichever is higher. */
export const shownLevel = (problem: Problem, now: number): Level =>
  isOpen(problem) ? higher(problem.level, levelOf(problem.due, now)) : problem.level;

export const levelName = (level: Level): string => LEVELS[level];

/** `9月30日（还有10天）`, `9月10日（逾期10天）`; of one that is closed the day alone. */
export function dueWords(problem: Pick<Problem, "due" | "state">, now: number): string {
  const { due } = problem;
  if (!due) return "未定";
  const today = dayOf(now);
  const day = formatDay(due, today);
  if (!isOpen(problem)) return day;
  const left = daysBetween(today, due);
  if (left < 0) return `${day}（**逾期${-left}天**）`;
  return `${day}（${left === 0 ? "今天到期" : `还有${left}天`}）`;
}

/** 牵头、配合、责任人, as far as they are known. */
export function peopleWords({ lead, support = [], person }: Problem): string {
  return [
    `牵头 ${lead ? typed(lead, 40) : "未定"}`,
    support.length > 0 ? `配合 ${typed(support.join("、"), 80)}` : "",
    person ? `责任人 ${typed(person, 20)}` : "",
  ]
    .filter(Boolean)
    .join("　");
}

/** `#12征收 区房屋征收中心解决`: one that was closed, and who was in charge of it. */
export function solvedWords({ number, category, lead }: Problem): string {
  const name = SHORT[category] ?? category;
  return lead ? `#${number}${name} ${typed(lead, 40)}解决` : `#${number}${name}已解决`;
}

/** `卡点#12征收 区建设管理委 9/30到期`: one problem among a project's reasons in a digest. */
export function obstacleWords(problem: Problem, today: Day): string {
  const { number, category, lead, due } = problem;
  const late = due ? daysBetween(due, today) : 0;
  const until = due ? (late > 0 ? `逾期${late}天` : `${shortDay(due)}到期`) : "";
  const name = SHORT[category] ?? category;
  const asked = problem.state === "resolve-asked" ? "申请销号" : until;
  return [`卡点#${number}${name}`, lead ?? "", asked].filter(Boolean).join(" ");
}

function shortDay(day: Day): string {
  const [, month, date] = day.split("-");
  return `${Number(month)}/${Number(date)}`;
}
