import { standLine } from "../../cards/stand-line.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { forecast } from "../../domain/pace.js";
import { yearOf } from "../../domain/period.js";
import { assess } from "../../domain/portfolio.js";
import type { Project } from "../../domain/project.js";
import type { Item } from "../../language/items.js";
import { enter } from "../book.js";
import { assessedOne, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";
import { byProject } from "./by-project.js";
import { withDaySaid } from "./done-days.js";
import { hintOn, isNoted, notNoted } from "./problem-notes.js";
import { question } from "./question.js";
import { questionsOn } from "./questions-on.js";
import type { AskedSection, Section } from "./sections.js";
import { withoutStrangers } from "./strangers.js";
import { type Figure, toDraft } from "./to-draft.js";
import { writable } from "./writable.js";

/**
 * Works off what a message reports: good lines are saved although others fail, each failure is said, and
 * what is unclear becomes a question.
 *
 * @param corrects id of the entry in whose place the figures come
 */
export async function writeItems(turn: Turn, items: readonly Item[], corrects?: number): Promise<Section[]> {
  const { own, strangers } = withoutStrangers(
    turn,
    items.map((item) => withDaySaid(item, turn.saidAt)),
  );
  const sections: Section[] = [];
  for (const [name, figures] of byProject(own)) {
    const hint = hintOn(items, name);
    for (const section of await writeProject(turn, name, figures, corrects))
      sections.push(section.is === "written" && hint ? { ...section, hint } : section);
  }
  for (const item of own) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (item.intent === "problem" && !isNoted(item)) sections.push(notNoted(item));
  }
  return [...sections, ...strangers];
}

async function writeProject(
  turn: Turn,
  name: string,
  figures: Figure[],
  corrects: number | undefined,
): Promise<Section[]> {
  const project = await writable(turn, name, figures);
  if ("is" in project) return [project];
  const drafts = figures.map((figure) => toDraft(figure, corrects));
  const { entered, before, after } = await enter(turn, project, drafts);
  const changes = entered.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  const questions = questionsOn(turn, entered, figures, after).map((asked) => inPlaceOf(corrects, asked));
  if (!entered.some((one) => one.kind === "written"))
    return changes.length > 0 ? [{ is: "known", project: project.name, changes }, ...questions] : questions;
  const stand = await standOf(turn, project, before, after);
  const written: Section = {
    is: "written",
    project: project.name,
    changes,
    writeId: turn.writeId,
    ...(stand ? { stand } : {}),
  };
  return [written, ...questions];
}

/**
 * What is chosen comes where the figure asked about would have come. Two figures have no room in the place of
 * one: such a reading is not offered.
 */
function inPlaceOf(corrects: number | undefined, asked: AskedSection): AskedSection {
  if (corrects === undefined) return asked;
  const options = asked.options.filter(({ items }) => items.length <= 1);
  return { ...asked, options: options.map((option) => ({ ...option, corrects })) };
}

/** What the report means for the project: its pace, and its lamp where that has changed. */
async function standOf(
  turn: Turn,
  { code }: Project,
  before: Figures,
  after: Figures,
): Promise<string | null> {
  const viewpoint = viewpointOf(turn);
  const is = await assessedOne(turn.tx, viewpoint, code);
  if (!is) return null;
  const was = assess({ ...is, figures: before }, viewpoint, is.earlier);
  const year = after.years[yearOf(viewpoint.month)];
  const { neededPerMonth } = turn.sight.money && year?.plan ? forecast(year.plan.yuan, year.ytd) : {};
  return standLine({ was: was.lamp, is: is.lamp, neededPerMonth });
}
