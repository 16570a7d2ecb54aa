import type { Item } from "../../language/items.js";
import { weigh } from "../book.js";
import type { Turn } from "../turn.js";
import { byProject } from "./by-project.js";
import { withDaySaid } from "./done-days.js";
import { isNoted, notNoted } from "./problem-notes.js";
import { question } from "./question.js";
import { questionsOn } from "./questions-on.js";
import type { Section } from "./sections.js";
import { withoutStrangers } from "./strangers.js";
import { type Figure, toDraft } from "./to-draft.js";
import { writable } from "./writable.js";

/** What a pasted report would write, project by project; nothing is written before the person says yes. */
export async function draftItems(turn: Turn, items: readonly Item[]): Promise<Section[]> {
  const { own, strangers } = withoutStrangers(
    turn,
    items.map((item) => withDaySaid(item, turn.saidAt)),
  );
  const sections: Section[] = [];
  for (const [name, figures] of byProject(own)) sections.push(...(await draftProject(turn, name, figures)));
  for (const item of own) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (item.intent === "problem" && !isNoted(item)) sections.push(notNoted(item));
  }
  return [...sections, ...strangers];
}

async function draftProject(turn: Turn, name: string, figures: Figure[]): Promise<Section[]> {
  const project = await writable(turn, name, figures);
  if ("is" in project) return [project];
  const { entered, after } = await weigh(
    turn,
    project,
    figures.map((figure) => toDraft(figure, undefined)),
  );
  const questions = questionsOn(turn, entered, figures, after);
  const clear = figures.filter((_, index) => entered[index]?.kind === "written");
  if (clear.length === 0) return questions;
  const changes = entered.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  return [{ is: "draft", project: project.name, items: clear, changes }, ...questions];
}
