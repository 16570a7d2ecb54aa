import { restatedLine } from "../../cards/months/restated-line.js";
import { silenceHint } from "../../cards/silence-line.js";
import { newSilence } from "../../domain/silence.js";
import type { Item } from "../../language/items.js";
import { enter, hold } from "../book.js";
import { heldAtGates } from "../land/hold-at-gates.js";
import { withPlotSteps } from "../land/plot-items.js";
import { showsMoney } from "../permissions.js";
import { isNew, isStep, withNumbers } from "../problem/problem-items.js";
import { openProblem, stepProblem } from "../problem/write-problem.js";
import type { Turn } from "../turn.js";
import { byProject, type Told } from "./by-project.js";
import { withDaySaid } from "./done-days.js";
import { heldAsOdd } from "./hold-odd.js";
import { withReasons } from "./move-reason.js";
import { hintOn } from "./problem-notes.js";
import { question } from "./question.js";
import { questionsOn } from "./questions-on.js";
import type { AskedSection, ProblemSection, Section } from "./sections.js";
import { standOf } from "./stand-of.js";
import { withoutStrangers } from "./strangers.js";
import { toDraft } from "./to-draft.js";
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
    withReasons(await withPlotSteps(turn, items), turn.words).map((item) => withDaySaid(item, turn.saidAt)),
  );
  const numbered = await withNumbers(turn, own);
  // What corrects a figure has been thought over.
  const sure =
    corrects === undefined ? await heldAsOdd(turn, numbered.items) : { items: numbered.items, asked: [] };
  const { items: said, asked: held } = await heldAtGates(turn, sure.items);
  const asked = [...numbered.asked, ...sure.asked, ...held];
  const sections: Section[] = [];
  const byName = byProject(said);
  await hold(turn, byName.keys());
  for (const [name, told] of byName) {
    const hint = hintOn(said, name);
    for (const section of await writeProject(turn, name, told, corrects))
      sections.push(section.is === "written" && hint ? { ...section, hint } : section);
  }
  for (const item of said) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (isStep(item)) sections.push(await stepProblem(turn, item));
  }
  return [...sections, ...asked, ...strangers];
}

async function writeProject(
  turn: Turn,
  name: string,
  told: readonly Told[],
  corrects: number | undefined,
): Promise<Section[]> {
  const figures = told.map(({ figure }) => figure);
  const hasProblem = told.some(({ item }) => isNew(item));
  const project = await writable(turn, name, figures, hasProblem);
  if ("is" in project) return [project];
  const drafts = figures.map((figure) => toDraft(figure, corrects));
  const { entered, before, after, restated } = await enter(turn, project, drafts);
  const opened: ProblemSection[] = [];
  for (const { item } of told) if (isNew(item)) opened.push(await openProblem(turn, project, item));
  // What a problem's own lines tell is not told once more as a note.
  const own = entered.filter((_, index) => !told[index] || !isNew(told[index].item));
  const changes = own.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  const questions = questionsOn(turn, project, entered, figures, after).map((asked) =>
    inPlaceOf(corrects, asked),
  );
  if (!entered.some((one) => one.kind === "written")) {
    const known: Section[] = changes.length > 0 ? [{ is: "known", project: project.name, changes }] : [];
    return [...known, ...opened, ...questions];
  }
  const silence = newSilence(before.told, after.told);
  const stand = [
    restatedLine(restated),
    await standOf(turn, project, before, after),
    silence ? silenceHint(silence, showsMoney(turn, project)) : "",
  ]
    .filter(Boolean)
    .join("\n");
  const stands = stand ? { stand } : {};
  if (own.length === 0) return [...opened.map((section) => ({ ...section, ...stands })), ...questions];
  const written: Section = {
    is: "written",
    project: project.name,
    changes,
    writeId: turn.writeId,
    ...stands,
  };
  return [written, ...opened, ...questions];
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
