import type { Item, ProblemItem } from "../../language/items.js";
import type { Section } from "../report/sections.js";
import type { Turn } from "../turn.js";
import { settleProblem } from "./which-problem.js";

/** A problem that is to be entered. */
export const isNew = (item: Item): item is ProblemItem & { project: string } =>
  item.intent === "problem" &&
  item.action === "open" &&
  item.project !== undefined &&
  item.number === undefined;

/** Something said of a registered problem. */
export const isStep = (item: Item): item is ProblemItem & { number: number } =>
  item.intent === "problem" && item.number !== undefined;

/**
 * Finds the numbers of the problems that are spoken of by their project. What is said of none stays as it
 * is: it becomes a note; where several may be meant, it is asked.
 */
export async function withNumbers(
  turn: Turn,
  items: readonly Item[],
): Promise<{ items: Item[]; asked: Section[] }> {
  const known: Item[] = [];
  const asked: Section[] = [];
  for (const item of items) {
    if (item.intent !== "problem" || isNew(item) || isStep(item) || item.project === undefined) {
      known.push(item);
      continue;
    }
    const settled = await settleProblem(turn, { ...item, project: item.project });
    if (settled.is === "asked") asked.push(settled.section);
    else known.push(settled.is === "item" ? settled.item : item);
  }
  return { items: known, asked };
}
