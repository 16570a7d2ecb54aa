import { whichProject } from "../../cards/which-project.js";
import type { Project } from "../../domain/project.js";
import { findMentions } from "../../language/names/mentions.js";
import { normalise, typed } from "../../language/text/normalise.js";
import type { Answer } from "../command.js";
import { nearProjects } from "../near-projects.js";
import { maySee, notHere } from "../permissions.js";
import { projectMeant } from "../projects-named.js";
import { refused } from "../run-command.js";
import type { Turn } from "../turn.js";

/** The one project that a command is about, and the words behind its name. */
export interface Ahead {
  project: Project;
  rest: string;
}

/** Looks for the project that is named first; without any name the one just spoken of is meant. */
export async function projectAhead(turn: Turn, command: string, said: string): Promise<Ahead | Answer> {
  const found = await firstNamed(turn, said);
  const [named, ...others] = found.projects;
  const project = named ?? (await spokenOf(turn, found.rest));
  if (!project) return { card: whichProject(command, said, await nearProjects(turn, said)) };
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `${command} ${project.code}`);
  if (others.length > 0) return { card: whichProject(command, said, found.projects.slice(0, 4)) };
  return { project, rest: found.rest };
}

export const isAhead = (found: Ahead | Answer): found is Ahead => "project" in found;

/** A name that is not known is not taken for the project just spoken of. */
const spokenOf = async (turn: Turn, rest: string): Promise<Project | null> =>
  rest.trim() === "" ? projectMeant(turn) : null;

async function firstNamed(turn: Turn, said: string): Promise<{ projects: Project[]; rest: string }> {
  const all = await turn.tx.projects.all();
  const [word = ""] = said.split(/[\s,，:：]+/);
  const exact = word ? all.find(({ name, aliases }) => name === word || aliases.includes(word)) : undefined;
  if (exact) return { projects: [exact], rest: said.slice(word.length).trim() };
  const normal = normalise(said);
  const [first] = findMentions(normal.text, turn.names).filter(({ projects }) => projects.length > 0);
  if (!first) return { projects: [], rest: said };
  const names = new Set(first.projects.map(({ name }) => name));
  const rest = typed(normal, first.end, normal.text.length);
  return { projects: all.filter(({ name }) => names.has(name)), rest };
}
