import type { ClickAnswer } from "../../src/bot/command.js";
import { mayOfAll, maySee, notHere } from "../../src/bot/permissions.js";
import type { ProblemModel } from "../../src/bot/problem/replied-to.js";
import { standingTo } from "../../src/bot/problem/standing.js";
import { refusedClick } from "../../src/bot/refuse.js";
import type { Turn } from "../../src/bot/turn.js";
import type { CardView } from "../../src/cards/card.js";
import { problemButtons } from "../../src/cards/problem/problem-buttons.js";
import { problemCard } from "../../src/cards/problem/problem-card.js";
import type { Problem } from "../../src/domain/problem.js";
import { verdictOn } from "../../src/domain/problem-role.js";

/** One problem with its history; in private with the buttons of whoever asks, in a group with everybody's. */
export async function problemView(turn: Turn, problem: Problem): Promise<CardView> {
  const { tx, now, sight, chat } = turn;
  const project = await tx.projects.byCode(problem.code);
  const events = await tx.problems.events(problem.number);
  const who = await standingTo(turn, problem);
  const offered =
    chat.type === "group"
      ? {
          work: !chat.external || who.isWriter || who.isLead || mayOfAll(turn, "problem.handle"),
          close: true,
        }
      : {
          work: verdictOn("update", "open", who) === "yes",
          close: verdictOn("close", problem.state, who) === "yes",
        };
  const view = { problem, project: project?.name ?? problem.code, events, now, hasMoney: sight.money };
  return problemCard(view, problemButtons(problem, offered));
}

/** 看: a line of a list becomes the problem's own card. */
export async function shownProblem(turn: Turn, number: number): Promise<ClickAnswer> {
  const problem = await turn.tx.problems.find(number);
  if (!problem) return { toast: "这个问题已经撤销了", tone: "info" };
  if (!maySee(turn, problem.code)) return refusedClick(turn, await notHere(turn), `问题 #${number}`);
  const model: ProblemModel = { number, code: problem.code };
  return { toast: "好的", card: await problemView(turn, problem), model, becomes: "问题" };
}

/** The names of all projects, by code. */
export async function projectNames({ tx }: Turn): Promise<Map<string, string>> {
  return new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
}
