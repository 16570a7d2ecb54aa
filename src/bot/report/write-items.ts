import { standLine } from "../../cards/stand-line.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { forecast } from "../../domain/pace.js";
import { yearOf } from "../../domain/period.js";
import { assess } from "../../domain/portfolio.js";
import type { Project } from "../../domain/project.js";
import type { Item } from "../../language/items.js";
import { enter } from "../book.js";
import { refusedToWrite } from "../permissions.js";
import { assessedOne, viewpointOf } from "../portfolio.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { hintOn, isNoted, noteOf, notNoted } from "./problem-notes.js";
import { question, quoted } from "./question.js";
import type { AskedSection, Section } from "./sections.js";
import { type Figure, toDraft } from "./to-draft.js";
import { warningQuestion } from "./warning-question.js";

/**
 * Works off what a message reports: good lines are saved although others fail, each failure is said, and
 * what is unclear becomes a question.
 *
 * @param corrects id of the entry in whose place the figures come
 */
export async function writeItems(turn: Turn, items: readonly Item[], corrects?: number): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [name, figures] of byProject(items)) {
    const hint = hintOn(items, name);
    for (const section of await writeProject(turn, name, figures, corrects))
      sections.push(section.is === "written" && hint ? { ...section, hint } : section);
  }
  for (const item of items) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (item.intent === "problem" && !isNoted(item)) sections.push(notNoted(item));
  }
  return sections;
}

function byProject(items: readonly Item[]): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  const add = (project: string, figure: Figure) =>
    groups.set(project, [...(groups.get(project) ?? []), figure]);
  for (const item of items) {
    if (item.intent === "report" || item.intent === "milestone") add(item.project, item);
    if (item.intent === "problem" && isNoted(item)) add(item.project, noteOf(item));
  }
  return groups;
}

async function writeProject(
  turn: Turn,
  name: string,
  figures: Figure[],
  corrects: number | undefined,
): Promise<Section[]> {
  const project = await turn.tx.projects.byName(name);
  if (!project) return [{ is: "refused", sentence: `没有找到项目“${name}”，没有记账。` }];
  const refusal = await refusedToWrite(turn, project);
  if (refusal) {
    await logRefusal(turn, refusal, `写 ${project.code}`);
    // That refusal leaves the project's name out: the words as typed say which one is meant.
    const which = refusal.code === "not-here" ? quoted(figures[0]?.text) : "";
    return [{ is: "refused", sentence: `${which}${refusal.sentence}` }];
  }
  const drafts = figures.map((figure) => toDraft(figure, corrects));
  const { entered, before, after } = await enter(turn, project, drafts);
  const changes = entered.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  const questions = entered.flatMap((one, index) => {
    const figure = figures[index];
    return one.kind === "asked" && figure?.intent === "report"
      ? [inPlaceOf(corrects, warningQuestion(turn, one.warning, figure, after))]
      : [];
  });
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

/** What is chosen comes where the figure asked about would have come. */
function inPlaceOf(corrects: number | undefined, asked: AskedSection): AskedSection {
  if (corrects === undefined) return asked;
  return { ...asked, options: asked.options.map((option) => ({ ...option, corrects })) };
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
