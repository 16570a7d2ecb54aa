import { typed } from "../../cards/typed.js";
import type { Turn } from "../turn.js";

interface Found {
  codes: string[];
  units: string[];
}

/** What the words name, projects before units; or why nothing is to be bound. */
export async function namedToBind(
  { tx, chat }: Turn,
  words: readonly string[],
): Promise<Found | { sentence: string }> {
  const [projects, allUnits] = [await tx.projects.all(), await tx.projects.units()];
  const found: Found = { codes: [], units: [] };
  const missing: string[] = [];
  for (const word of words) {
    const isIt = ({ name, aliases }: { name: string; aliases: readonly string[] }) =>
      name === word || aliases.includes(word);
    const [project, unit] = [projects.find(isIt), allUnits.find(isIt)];
    if (project) found.codes.push(project.code);
    else if (unit) found.units.push(unit.name);
    else missing.push(word);
  }
  if (missing.length > 0)
    return {
      sentence: `${missing.map((word) => `没有找到“${typed(word, 30)}”。`).join("")}请写项目名或单位名，如“绑定 武宁路”。`,
    };
  // What a unit takes on later would be seen by its partners at once.
  if (chat.external && found.units.length > 0)
    return { sentence: "外部群只能绑定项目，不能绑定整个单位。请写项目名，如“绑定 武宁路”。" };
  return found;
}
