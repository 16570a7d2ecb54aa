import { isCourtesy } from "../../language/courtesy.js";
import type { Item } from "../../language/items.js";
import { facesRepliedTo } from "../replied-to.js";
import type { Turn } from "../turn.js";

/** What a card about one request is kept as. */
export interface ServiceModel {
  /** its number */
  service: number;
}

/** 已答复：许可证已发, said of a request's card: the same words said of its number. Null where it is about none. */
export async function ofService(
  turn: Turn,
  said: string,
  items: readonly Item[],
): Promise<readonly Item[] | null> {
  if (isCourtesy(said) || !items.every(isOpen)) return null;
  const number = await serviceRepliedTo(turn);
  if (number === null) return null;
  return [{ intent: "command", name: "诉求", rest: `诉${number} ${said.trim()}`, text: said }];
}

/** 回复: the one request that the card replied to is about; null where it is about none or several. */
export async function serviceRepliedTo(turn: Turn): Promise<number | null> {
  const numbers = (await facesRepliedTo(turn)).flatMap(({ model }) =>
    isService(model) ? [model.service] : [],
  );
  const [number, ...others] = new Set(numbers);
  return number === undefined || others.length > 0 ? null : number;
}

/** A reading that names nothing else to do. */
const isOpen = (item: Item): boolean =>
  item.intent === "none" ||
  item.intent === "ask" ||
  (item.intent === "problem" && item.number === undefined && item.project === undefined) ||
  (item.intent === "report" && item.measure === "note");

const isService = (model: unknown): model is ServiceModel =>
  typeof model === "object" && model !== null && "service" in model && typeof model.service === "number";
