import type { CorrectItem, Item } from "../../language/items.js";
import { findQuantities } from "../../language/numbers/quantities.js";
import { normalise } from "../../language/text/normalise.js";
import { understand } from "../../language/understand.js";
import type { Turn } from "../turn.js";

/** 刚才说错了，大概26%: the figure that is right is 约. */
export function isRough(asked: CorrectItem): boolean {
  return figuresLike(asked, asked.text ?? "").some(({ approx }) => approx);
}

/** Still about the correction, or a courtesy. */
const NO_NEWS = /不是|不对|有误|错|作废|不算|更正|抱歉|不好意思|对不起|谢|辛苦|麻烦/;

/**
 * 刚才说错了，是65%。现场正常施工: what stands behind the figure is no correction but news of the same project,
 * and is read as if it had been said of it by itself. Further figures are not taken: whether they correct
 * something too is unclear.
 */
export function saidBeside(turn: Turn, asked: CorrectItem, project: string): Item[] {
  const clauses = (asked.text ?? "").split(/(?<=[，,。；;！!\n])/);
  const at = clauses.findLastIndex((clause) => figuresLike(asked, clause).length > 0);
  const rest = at < 0 ? [] : clauses.slice(at + 1).filter((clause) => !NO_NEWS.test(clause));
  if (rest.length === 0) return [];
  const { items } = understand(`${project} ${rest.join("")}`, {
    now: turn.saidAt,
    names: turn.names,
    closedMonth: turn.closedMonth,
  });
  return items.filter((item) => isNews(item) && "project" in item && item.project === project);
}

const isNews = (item: Item): boolean =>
  item.intent === "milestone" ||
  item.intent === "problem" ||
  (item.intent === "report" && item.measure === "note");

function figuresLike({ value, yuan }: CorrectItem, words: string) {
  const meant = value ?? yuan;
  return findQuantities(normalise(words).text, () => undefined).filter((figure) => figure.value === meant);
}
