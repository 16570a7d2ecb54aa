import { isCourtesy } from "../../language/courtesy.js";
import type { Item } from "../../language/items.js";
import { facesRepliedTo } from "../replied-to.js";
import { isReportModel } from "../report/sections.js";
import type { Turn } from "../turn.js";
import { saidFields } from "./said-fields.js";
import { readOf } from "./which-problem.js";

/** What a card about one problem is kept as. */
export interface ProblemModel {
  number: number;
  /** the project's code */
  code: string;
}

/** 回复: the one problem that the card replied to is about; null where it is about none or several. */
export async function problemRepliedTo(turn: Turn): Promise<number | null> {
  const numbers = (await facesRepliedTo(turn)).flatMap(({ model }) => numbersIn(model));
  const [number, ...others] = new Set(numbers);
  return number !== undefined && others.length === 0 ? number : null;
}

function numbersIn(model: unknown): number[] {
  if (isReportModel(model))
    return model.sections.flatMap((section) =>
      section.is === "problem" && section.undone !== "gone" ? [section.problem.number] : [],
    );
  const number = model !== null && typeof model === "object" && "number" in model ? model.number : null;
  return typeof number === "number" ? [number] : [];
}

/** characters from which words that are nothing else are news of the problem */
const LONG = 6;

/**
 * 解决了, 延到10月底, 这个让绿容局牵头, said of a problem's card: the same words said of its number. Null where
 * they are about something else, or about nothing.
 */
export async function ofProblem(
  turn: Turn,
  said: string,
  items: readonly Item[],
): Promise<readonly Item[] | null> {
  const isOpen = items.every((item) => mayBeOfProblem(item, said));
  if (!isOpen || isCourtesy(said)) return null;
  const number = await problemRepliedTo(turn);
  if (number === null) return null;
  const own = readOf(turn, number, said.replace(/^[\s,，]*(?:这个|这条|这件事|此问题|该问题)(?:问题)?/, ""));
  const isNothing = items.every(({ intent }) => intent === "none");
  const isPlain = own.every((item) => item.intent === "problem" && item.action === "update" && !item.due);
  const sets = Object.keys(saidFields(said, turn.names)).length > 0;
  if (own.length === 0 || (isNothing && isPlain && !sets && [...said.trim()].length < LONG)) return null;
  return own;
}

/** A reading that names no other thing to do: what the reply is about is then the problem. */
function mayBeOfProblem(item: Item, said: string): boolean {
  switch (item.intent) {
    case "none":
    case "ask":
      return true;
    case "problem":
      return item.number === undefined;
    case "query":
      return (
        item.number === undefined &&
        /^(?:status|problems|history|owner)$/.test(item.about) &&
        said.length <= 12
      );
    case "report":
      return item.measure === "note";
    case "milestone":
      return /延|推迟|顺延|期限/.test(said);
    default:
      return false;
  }
}
