import { dayOf } from "../../domain/day.js";
import { isLand } from "../../domain/land-gates.js";
import type { Item, MilestoneItem, ReportItem } from "../../language/items.js";
import { findMentions, mask } from "../../language/names/mentions.js";
import { plotStepNamed, readPlotStep } from "../../language/read/plot-steps.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";

type Note = ReportItem & { measure: "note" };

/** Words that a plot's step may be told by; what has none of them is not looked at. */
const OF_LAND = /控[制详]?|双认定|净地|腾[地退]|征收|污染|土壤|地下水/;

/**
 * 控规已批复, 双认定批复拿到: what a message tells of a plot in words is a step of the plot's way, with its day, and
 * no note. Of other projects it stays as it was read.
 */
export async function withPlotSteps(turn: Turn, items: readonly Item[]): Promise<Item[]> {
  const read: Item[] = [];
  for (const item of items) {
    const isTelling = item.intent === "milestone" || (item.intent === "report" && item.measure === "note");
    const words = item.intent === "report" && item.measure === "note" ? item.note : item.text;
    const project =
      isTelling && OF_LAND.test(words ?? "") ? await turn.tx.projects.byName(item.project) : null;
    if (!project || !isLand(project)) read.push(item);
    else if (item.intent === "milestone") read.push(renamed(item));
    else read.push(...stepsOf(turn, item as Note));
  }
  return read;
}

/** What the usual names do not tell apart: 净地移交 is not the 交地 to a buyer, nor 治理 the 治理 of the water alone. */
const INEXACT = new Set(["交地", "治理", "修复", "整治", "土壤修复", "污染调查", "污染治理"]);

function renamed(item: MilestoneItem): MilestoneItem {
  const named = INEXACT.has(item.milestone) ? plotStepNamed(item.text ?? "") : undefined;
  return named === undefined ? item : { ...item, milestone: named };
}

function stepsOf(turn: Turn, item: Note): Item[] {
  const steps: MilestoneItem[] = [];
  const left: string[] = [];
  for (const clause of clausesOf(item.note)) {
    const step = plotStepIn(turn, clause);
    if (step) steps.push({ intent: "milestone", project: item.project, ...step, text: clause });
    else left.push(clause);
  }
  if (steps.length === 0) return [item];
  const note = left.join("，");
  return note === "" ? steps : [...steps, { ...item, note }];
}

const clausesOf = (words: string): string[] =>
  words
    .split(/[，,；;。\n]+/)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== "");

/** The step that a clause tells of, its names left out of account. */
export function plotStepIn({ names, saidAt }: Pick<Turn, "names" | "saidAt">, clause: string) {
  const { text } = normalise(clause);
  return readPlotStep(mask(text, findMentions(text, names)), dayOf(saidAt));
}
