import { standLine } from "../../cards/stand-line.js";
import type { Measured } from "../../domain/ledger-entry.js";
import type { Figures } from "../../domain/ledger-figures.js";
import { forecast } from "../../domain/pace.js";
import { yearOf } from "../../domain/period.js";
import { assess } from "../../domain/portfolio.js";
import type { Project } from "../../domain/project.js";
import type { Item, MilestoneItem, ProblemItem, ReportItem } from "../../language/items.js";
import { type Draft, enter } from "../book.js";
import { refusedToWrite } from "../permissions.js";
import { assessedOne, viewpointOf } from "../portfolio.js";
import { logRefusal } from "../refuse.js";
import type { Turn } from "../turn.js";
import { question } from "./question.js";
import type { Section } from "./sections.js";
import { warningQuestion } from "./warning-question.js";

type Figure = ReportItem | MilestoneItem;

/**
 * Works off what a message reports: good lines are saved although others fail, each failure is said, and
 * what is unclear becomes a question.
 *
 * @param corrects id of the entry in whose place the figures come
 */
export async function writeItems(turn: Turn, items: readonly Item[], corrects?: number): Promise<Section[]> {
  const sections: Section[] = [];
  for (const [name, figures] of byProject(items)) {
    const drafts = figures.map((figure) => toDraft(figure, corrects));
    sections.push(...(await writeProject(turn, name, figures, drafts)));
  }
  for (const item of items) {
    if (item.intent === "ask") sections.push(await question(turn, item));
    if (item.intent === "problem" && !isNoted(item)) sections.push(problemHint(item));
  }
  return sections;
}

function byProject(items: readonly Item[]): Map<string, Figure[]> {
  const groups = new Map<string, Figure[]>();
  const add = (project: string, figure: Figure) =>
    groups.set(project, [...(groups.get(project) ?? []), figure]);
  for (const item of items) {
    if (item.intent === "report" || item.intent === "milestone") add(item.project, item);
    if (item.intent === "problem" && isNoted(item)) add(item.project, problemNote(item));
  }
  return groups;
}

async function writeProject(
  turn: Turn,
  name: string,
  figures: Figure[],
  drafts: Draft[],
): Promise<Section[]> {
  const project = await turn.tx.projects.byName(name);
  if (!project) return [{ is: "refused", sentence: `没有找到项目“${name}”，没有记账。` }];
  const refusal = await refusedToWrite(turn, project);
  if (refusal) {
    await logRefusal(turn, refusal, `写 ${project.code}`);
    return [{ is: "refused", sentence: refusal.sentence }];
  }
  const { entered, before, after } = await enter(turn, project, drafts);
  const changes = entered.flatMap((one) => (one.kind === "written" ? one.changes : []));
  const questions = entered.flatMap((one, index) => {
    const figure = figures[index];
    return one.kind === "asked" && figure?.intent === "report"
      ? [warningQuestion(one.warning, figure, turn.saidAt, turn.sight.money)]
      : [];
  });
  if (!entered.some((one) => one.kind === "written")) return questions;
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

function toDraft(item: Figure, corrects: number | undefined): Draft {
  const approx = "approx" in item && item.approx ? { approx: item.approx } : {};
  const isConfirmed = "confirmed" in item && item.confirmed ? { isConfirmed: item.confirmed } : {};
  return {
    measured: measured(item),
    ...approx,
    ...isConfirmed,
    ...(corrects === undefined ? {} : { corrects }),
  };
}

function measured(item: Figure): Measured {
  if (item.intent === "milestone")
    return { measure: "milestone", milestone: item.milestone, status: item.status, date: item.date };
  switch (item.measure) {
    case "percent":
      return { measure: "percent", value: item.value, ...(item.part ? { part: item.part } : {}) };
    case "investment":
      return {
        measure: "investment",
        scope: item.scope,
        yuan: item.yuan,
        ...(item.period ? { period: item.period } : {}),
      };
    case "completion":
      return { measure: "completion", value: item.value };
    case "area":
      return { measure: "area", mu: item.mu };
    case "funds":
      return { measure: "funds", yuan: item.yuan };
    case "plan":
      return { measure: "plan", yuan: item.yuan };
    case "note":
      return { measure: "note", note: item.note };
    case "unchanged":
      return { measure: "unchanged" };
  }
}

/** What hinders a project is kept in words; numbers and due dates of problems are not kept here. */
function isNoted(item: ProblemItem): item is ProblemItem & { project: string } {
  return item.action === "open" && item.project !== undefined;
}

function problemNote(item: ProblemItem & { project: string }): ReportItem {
  const note = `卡点：${item.what ?? item.text ?? ""}`;
  return {
    intent: "report",
    project: item.project,
    measure: "note",
    note,
    ...(item.text ? { text: item.text } : {}),
  };
}

function problemHint(item: ProblemItem): Section {
  const about = item.number === undefined ? "这个问题" : `#${item.number}`;
  return {
    is: "refused",
    sentence: `${about} 没有记：问题编号和销号还不能在这里办。进展请带上项目名再说一次，会记成文字进展。`,
  };
}
