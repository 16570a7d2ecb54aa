import type { Item } from "../../language/items.js";

/** From so many projects on a message is a report of the week, put together from several sources. */
const MANY_PROJECTS = 5;
/** characters of a paragraph that nobody types in a chat; with fewer projects it is pasted all the same */
const LONG = 300;
/** projects of one message; a card of more nobody looks through */
export const MOST_PROJECTS = 60;

/** Whether a message is a pasted report: it is shown first, and written when its sender has looked at it. */
export function isPasted(words: string, items: readonly Item[]): boolean {
  const projects = projectsIn(items);
  return projects >= MANY_PROJECTS || (projects > 1 && words.length >= LONG);
}

/** How many projects a message reports on. */
export function projectsIn(items: readonly Item[]): number {
  return new Set(items.flatMap((item) => ("project" in item && item.project) || [])).size;
}
