import { isCourtesy } from "../../language/courtesy.js";
import type { Item } from "../../language/items.js";
import { facesRepliedTo } from "../replied-to.js";
import type { Turn } from "../turn.js";

/** The command that takes steps with actions. */
const COMMAND = "议定事项";
/** 收到, of what one is to do, is more than courtesy. */
const KNOWS = /^\s*(?:已)?(?:知悉|知晓|收到|知道了|明白了)/;

/**
 * 完成了, 延到10月15日，因为…, said of the card of one action: the same words said of its number. Null where the
 * card is about none or several, or the words are about something else.
 */
export async function ofAction(
  turn: Turn,
  said: string,
  items: readonly Item[],
): Promise<readonly Item[] | null> {
  if ((isCourtesy(said) && !KNOWS.test(said)) || !items.every(mayBeOfAction)) return null;
  const [number, ...others] = new Set((await facesRepliedTo(turn)).flatMap(({ model }) => numbersIn(model)));
  if (number === undefined || others.length > 0) return null;
  return [{ intent: "command", name: COMMAND, rest: `议${number} ${said}`, text: said }];
}

function numbersIn(model: unknown): number[] {
  if (model === null || typeof model !== "object") return [];
  if ("action" in model && typeof model.action === "number") return [model.action];
  const written = "written" in model && "pending" in model ? model.written : null;
  return Array.isArray(written) ? written.filter((one): one is number => typeof one === "number") : [];
}

/** A reading that names no project's figure and nothing else to do. */
function mayBeOfAction(item: Item): boolean {
  switch (item.intent) {
    case "none":
    case "ask":
    case "undo":
      return true;
    case "problem":
      return item.number === undefined;
    case "report":
      return item.measure === "note";
    case "milestone":
      return /延|推迟|顺延|期限/.test(item.text ?? "");
    default:
      return false;
  }
}
