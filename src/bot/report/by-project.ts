import type { Item } from "../../language/items.js";
import { isNoted, noteOf } from "./problem-notes.js";
import type { Figure } from "./to-draft.js";

/** A figure, and the item of the message that it is of. */
export interface Told {
  figure: Figure;
  item: Item;
}

/** What a message reports, project by project, in the order of the text. */
export function byProject(items: readonly Item[]): Map<string, Told[]> {
  const groups = new Map<string, Told[]>();
  const add = (project: string, figure: Figure, item: Item) => {
    const known = groups.get(project);
    if (known) known.push({ figure, item });
    else groups.set(project, [{ figure, item }]);
  };
  for (const item of items) {
    if (item.intent === "report" || item.intent === "milestone") add(item.project, item, item);
    if (item.intent === "problem" && isNoted(item)) add(item.project, noteOf(item), item);
  }
  return groups;
}
