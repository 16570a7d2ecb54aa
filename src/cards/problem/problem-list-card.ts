import type { Problem } from "../../domain/problem.js";
import { daysLate } from "../../domain/problem-level.js";
import { type Block, buttons, type CardView, line, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { typed } from "../typed.js";
import { byUrgency } from "./by-urgency.js";
import { dueWords, levelName, STATES, saidWords, shownLevel } from "./problem-words.js";

const PAGE = 6;

export interface ProblemListView {
  title: string;
  problems: readonly Problem[];
  /** project's name by its code */
  names: ReadonlyMap<string, string>;
  /** what to do when there is none, or what the list leaves out */
  hint: string;
  page: number;
  now: number;
  hasMoney: boolean;
}

/** A list of problems, what is most overdue first; each can be opened. */
export function problemListCard(view: ProblemListView): CardView {
  const { title, problems, names, hint, now, hasMoney } = view;
  const pages = paged([...problems].sort(byUrgency(now)), view.page, PAGE);
  const turns = pageButtons(pages);
  const late = problems.filter((one) => one.state !== "closed" && daysLate(one.due, now) > 0).length;
  const asked = problems.filter(({ state }) => state === "resolve-asked").length;
  const counts = [late > 0 ? `逾期${late}个` : "", asked > 0 ? `等销号${asked}个` : ""].filter(Boolean);
  return {
    title: problems.length > 0 ? `${title}：${problems.length}个` : title,
    tone: late > 0 ? "red" : problems.length > 0 ? "orange" : "green",
    blocks: [
      ...(counts.length > 0 ? [text(counts.join("　"))] : []),
      ...(problems.length === 0 ? [text("没有这样的问题。")] : []),
      ...pages.shown.map((one) => problemLine(one, names.get(one.code) ?? one.code, now, hasMoney)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      note(pages.pages > 1 ? `第${pages.page}／${pages.pages}页　${hint}` : hint),
    ],
  };
}

function problemLine(problem: Problem, project: string, now: number, hasMoney: boolean): Block {
  const { number, category, words, lead, state } = problem;
  const head = `**#${number}　${typed(project, 40)}**　${category}`;
  const rest = [
    STATES[state],
    lead ? typed(lead, 40) : "牵头未定",
    problem.due ? dueWords(problem, now) : "期限未定",
  ];
  const level = shownLevel(problem, now);
  return line(
    `${head}\n${saidWords(words, hasMoney, 60)}\n${[...rest, level === "科" ? "" : levelName(level)].filter(Boolean).join("　")}`,
    { label: "看", does: "show", args: { number } },
  );
}
