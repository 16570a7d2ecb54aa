import { hideAmounts } from "../../cards/hide-money.js";
import { type Day, dayOf } from "../../domain/day.js";
import type { Figures } from "../../domain/ledger-figures.js";
import type { Project } from "../../domain/project.js";
import type { Item, MilestoneItem, ReportItem } from "../../language/items.js";
import { refusedToWrite, showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import { doneTooEarly, mayBeTooEarly } from "./done-too-early.js";
import { isOverYet, notOverYet } from "./month-not-over.js";
import { mayBeMovedBack, movedBack } from "./moved-back.js";
import { isOfTwoYears, ofTwoYears } from "./new-year.js";
import type { AskedSection } from "./sections.js";

/** What a doubt about an item is judged by. */
export interface Beside {
  turn: Turn;
  /** the day on which it was said */
  today: Day;
  project: Project;
  figures: Figures;
  /** what else the message says */
  said: readonly Item[];
}

type Told = ReportItem | MilestoneItem;

/**
 * What may not be so by the time it is told of: not written but asked about, with what may be meant; the rest of the
 * message stays. Only what sounds odd by its words alone is looked up in the ledger.
 */
export async function heldAsOdd(
  turn: Turn,
  items: readonly Item[],
): Promise<{ items: Item[]; asked: AskedSection[] }> {
  const left: Item[] = [];
  const asked: AskedSection[] = [];
  for (const item of items) {
    const question = mayBeOdd(turn, item) ? await questionOn(turn, item, items) : null;
    if (question) asked.push(question);
    else left.push(item);
  }
  return { items: withoutReasons(left, asked), asked };
}

function mayBeOdd(turn: Turn, item: Item): item is Told {
  if (item.intent !== "report" && item.intent !== "milestone") return false;
  if (item.settled || ("confirmed" in item && item.confirmed)) return false;
  if (item.intent === "milestone") return mayBeTooEarly(item, turn) || mayBeMovedBack(item, turn);
  return !isOverYet(turn, item) || isOfTwoYears(turn, item);
}

async function questionOn(turn: Turn, item: Told, said: readonly Item[]): Promise<AskedSection | null> {
  const project = await turn.tx.projects.byName(item.project);
  if (!project || project.ended || (await refusedToWrite(turn, project))) return null;
  const figures = await turn.tx.ledger.figuresToShow(project.code);
  const beside: Beside = { turn, today: dayOf(turn.saidAt), project, figures, said };
  const asked =
    item.intent === "milestone"
      ? (doneTooEarly(item, beside) ?? movedBack(item, beside))
      : (notOverYet(item, beside) ?? ofTwoYears(item, beside));
  // The buttons keep the sums of the speaker's own words, as they do under every question.
  return asked && !showsMoney(turn, project) ? { ...asked, question: hideAmounts(asked.question) } : asked;
}

const ONLY_WHY = /^[\s，,]*(?:主要)?(?:原因(?:是|为|[:：])?|因为|由于)/;

/** 因为征收没完, behind a day that is asked about: why it moves, and no news by itself. */
function withoutReasons(items: Item[], asked: readonly AskedSection[]): Item[] {
  if (!items.some(isOnlyWhy)) return items;
  const names = new Set<string | undefined>(asked.map(({ project }) => project));
  for (const item of items)
    if (item.intent === "ask" && item.reason === "which-date") names.add(item.project);
  return items.filter((item) => !(isOnlyWhy(item) && names.has(item.project)));
}

const isOnlyWhy = (item: Item): item is ReportItem =>
  item.intent === "report" && item.measure === "note" && ONLY_WHY.test(item.text ?? "");
