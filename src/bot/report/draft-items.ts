import { itemWords } from "../../cards/item-words.js";
import type { Item, ProblemItem } from "../../language/items.js";
import { weigh } from "../book.js";
import { heldAtGates } from "../land/hold-at-gates.js";
import { withPlotSteps } from "../land/plot-items.js";
import { maySee } from "../permissions.js";
import { isNew, isStep, withNumbers } from "../problem/problem-items.js";
import type { Turn } from "../turn.js";
import { byProject, type Told } from "./by-project.js";
import { withDaySaid } from "./done-days.js";
import { heldAsOdd } from "./hold-odd.js";
import { withReasons } from "./move-reason.js";
import { question } from "./question.js";
import { questionsOn } from "./questions-on.js";
import type { Section } from "./sections.js";
import { withoutStrangers } from "./strangers.js";
import { toDraft } from "./to-draft.js";
import { writable } from "./writable.js";

/** What a pasted report would write, project by project; nothing is written before the person says yes. */
export async function draftItems(turn: Turn, items: readonly Item[]): Promise<Section[]> {
  const { own, strangers } = withoutStrangers(
    turn,
    withReasons(await withPlotSteps(turn, items), turn.words).map((item) => withDaySaid(item, turn.saidAt)),
  );
  const numbered = await withNumbers(turn, own);
  const sure = await heldAsOdd(turn, numbered.items);
  const { items: said, asked: held } = await heldAtGates(turn, sure.items);
  const asked = [...numbered.asked, ...sure.asked, ...held];
  const sections: Section[] = [];
  for (const [name, told] of byProject(said)) sections.push(...(await draftProject(turn, name, told)));
  for (const item of said) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (isStep(item)) sections.push(await draftStep(turn, item));
  }
  return [...sections, ...asked, ...strangers];
}

async function draftProject(turn: Turn, name: string, told: readonly Told[]): Promise<Section[]> {
  const figures = told.map(({ figure }) => figure);
  const hasProblem = told.some(({ item }) => isNew(item));
  const project = await writable(turn, name, figures, hasProblem);
  if ("is" in project) return [project];
  const { entered, after } = await weigh(
    turn,
    project,
    figures.map((figure) => toDraft(figure, undefined)),
  );
  const questions = questionsOn(turn, project, entered, figures, after);
  const clear = told.filter((_, index) => entered[index]?.kind === "written").map(({ item }) => item);
  if (clear.length === 0) return questions;
  const changes = entered.flatMap((one) => (one.kind === "asked" ? [] : one.changes));
  const count = clear.filter(isNew).length;
  const also = count > 0 ? { also: [`登记${count}个问题`] } : {};
  return [{ is: "draft", project: project.name, items: clear, changes, ...also }, ...questions];
}

/** A problem of the register; who may not change it, hears so when it is written. */
async function draftStep(turn: Turn, item: ProblemItem & { number: number }): Promise<Section> {
  const problem = await turn.tx.problems.find(item.number);
  const project = problem && maySee(turn, problem.code) ? await turn.tx.projects.byCode(problem.code) : null;
  if (!project) return { is: "refused", sentence: `没有#${item.number}这个问题，没有记。` };
  const { project: _, ...bare } = item;
  return { is: "draft", project: project.name, items: [item], changes: [], also: [itemWords(bare)] };
}
