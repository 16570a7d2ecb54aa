import type { Project } from "../domain/project.js";
import { findMentions } from "../language/names/mentions.js";
import { normalise } from "../language/text/normalise.js";
import { talk } from "./conversation.js";
import { projectRepliedTo } from "./replied-to.js";
import type { Turn } from "./turn.js";

/** The projects that stand behind a command's word: by an exact name, else all that are named in it. */
export async function projectsNamed(turn: Turn, said: string): Promise<Project[]> {
  const all = await turn.tx.projects.all();
  const exact = all.find(({ name, aliases }) => name === said || aliases.includes(said));
  if (exact) return [exact];
  const mentions = findMentions(normalise(said).text, turn.names);
  const names = new Set(mentions.flatMap(({ projects }) => projects.map(({ name }) => name)));
  return all.filter(({ name }) => names.has(name));
}

/** A command without a name means the project it replies to, or the one its speaker has just spoken of. */
export async function projectMeant(turn: Turn): Promise<Project | null> {
  const name = (await projectRepliedTo(turn)) ?? (await talk(turn).project());
  return name === null ? null : turn.tx.projects.byName(name);
}
