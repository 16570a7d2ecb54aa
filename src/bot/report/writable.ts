import { dayOf, formatDay } from "../../domain/day.js";
import type { Project } from "../../domain/project.js";
import { type Ended, endedWord } from "../../domain/project-details.js";
import { refusedToWrite } from "../permissions.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { quoted } from "./question.js";
import type { RefusedSection } from "./sections.js";
import type { Figure } from "./to-draft.js";

/**
 * The project of that name, where the speaker may write it; else why not, kept in the log of refusals.
 *
 * @param hasProblem a problem of it is to be entered as well
 */
export async function writable(
  turn: Turn,
  name: string,
  figures: readonly Figure[],
  hasProblem = false,
): Promise<Project | RefusedSection> {
  const project = await turn.tx.projects.byName(name);
  if (!project) return { is: "refused", sentence: `没有找到项目“${name}”，没有记账。` };
  const refusal =
    (await refusedToWrite(turn, project)) ??
    (hasProblem ? await refusedToWrite(turn, project, "problem.raise") : null);
  if (!refusal && project.ended)
    return { is: "refused", sentence: endedSentence(turn, project, project.ended) };
  if (!refusal) return project;
  await logRefusal(turn, refusal, `写 ${project.code}`);
  // That refusal leaves the project's name out: the words as typed say which one is meant.
  const which = refusal.code === "not-here" ? quoted(figures[0]?.text) : "";
  return { is: "refused", sentence: `${which}${refusal.sentence}` };
}

/** Who reports on goes on talking about something that is over: said, and what to do if it is not. */
function endedSentence({ now }: Turn, { name }: Project, ended: Ended): string {
  const since = formatDay(ended.on, dayOf(now));
  return `${name}${since}${endedWord(ended)}，没有记账。还要继续报的，请推进办先发“恢复 ${name}”。`;
}
