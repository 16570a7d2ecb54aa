import type { Item } from "../../language/items.js";
import { isNoted, noteOf } from "./problem-notes.js";
import type { Figure } from "./to-draft.js";

/** What a message reports, project by project, in the order of the text. */
export function byProject(items: readonly Item[]): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  const add = (project: string, figure: Figure) => {
    const known = groups.get(project);
    if (known) known.push(figure);
    else groups.set(project, [figure]);
  };
  for (const item of items) {
    if (item.intent === "report" || item.intent === "milestone") add(item.project, item);
    if (item.intent === "problem" && isNoted(item)) add(item.project, noteOf(item));
  }
  return groups;
}
