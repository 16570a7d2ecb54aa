import type { Project } from "../domain/project.js";
import { findMentions } from "../language/names/mentions.js";
import { normalise, typed } from "../language/text/normalise.js";
import type { Turn } from "./turn.js";

interface SubjectInFront {
  /** the project that is named first; several where they share the name */
  projects: Project[];
  /** the unit that is named beside it */
  unit: string | null;
  /** what is said of them, as typed */
  words: string;
}

/**
 * `武宁路 提前20天完成管线搬迁`, `区建管委 武宁路 三天协调完管线`: whom something is said of stands in front; names
 * behind the first other word belong to what is said. Without `withUnit` a unit's name is such a word.
 */
export async function subjectInFront(turn: Turn, said: string, withUnit: boolean): Promise<SubjectInFront> {
  const all = await turn.tx.projects.all();
  const normal = normalise(said);
  let at = 0;
  let unit: string | null = null;
  let projects: Project[] = [];
  for (const mention of findMentions(normal.text, turn.names)) {
    if (/[^\s,，:：、的]/.test(normal.text.slice(at, mention.start))) break;
    if (mention.unit !== undefined && unit === null && withUnit) unit = mention.unit;
    else if (mention.unit === undefined && projects.length === 0) {
      const named = new Set(mention.projects.map(({ name }) => name));
      projects = all.filter(({ name }) => named.has(name));
    } else break;
    at = mention.end;
  }
  const words = typed(normal, at, normal.text.length).replace(/^[\s,，:：、]+/, "");
  return { projects, unit, words: words.trim() };
}
