import { clip } from "../../cards/typed.js";
import type { AskItem, Item } from "../../language/items.js";
import { findQuantities } from "../../language/numbers/quantities.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";
import type { RefusedSection } from "./sections.js";

/** Works that the message names by a word which is no project here, such as 北横通道. */
const NAMED_WORKS =
  /^\s*([\u4e00-\u9fa5]{2,10}?(?:通道|高架|快速路|枢纽|大楼|文化宫|体育馆|图书馆|博物馆|水厂|变电站))(?=\s|[\d一二三四五六七八九十]|完成|累计|形象|进度|本[月年]|今年|已|目前|又|达到|到)/;
/** 地下通道, 主线高架: parts of the works, which a project may well have. */
const PART =
  /^(?:本|该|主|地下|地面|地铁|人行|过街|疏散|消防|施工|应急|联络|出入|连接|换乘|车行|行人|综合|配套|新建|其中|[东南西北]侧|[一二三四五六七八九十]号)/;

/**
 * What a message says of works that are not in the ledger must not go to the project named before them. What
 * is said of the project itself stays.
 */
export function withoutStrangers(
  turn: Turn,
  items: readonly Item[],
): { own: Item[]; strangers: RefusedSection[] } {
  const clauses = new Set<string>();
  const own = items.flatMap((item): Item[] => {
    if (item.intent === "ask") return answered(turn, item, clauses);
    const { text } = item;
    if (item.intent !== "report" || !text || !isStranger(turn, text, item.project)) return [item];
    clauses.add(text);
    return [];
  });
  const strangers = [...clauses].map(
    (clause): RefusedSection => ({
      is: "refused",
      sentence: `“${clip(clause.trim(), 40)}”：${strangerIn(clause)}不在账上，没有记。说的是别的项目，请带上它的名字再发一次。`,
    }),
  );
  return { own, strangers };
}

/** Nothing is asked of other works. Two figures for one project are asked about; where one of them is of other works, the other one is clear. */
function answered(turn: Turn, item: AskItem, clauses: Set<string>): Item[] {
  const { project, text = "", options = [] } = item;
  if (project !== undefined && isStranger(turn, text, project)) {
    clauses.add(text);
    return [];
  }
  if (item.reason !== "how-much" || project === undefined || options.length < 2) return [item];
  const others = options.flatMap((option) => {
    const clause = clauseOf(turn.words, option.items[0]);
    return clause !== undefined && isStranger(turn, clause, project) ? [{ option, clause }] : [];
  });
  if (others.length === 0) return [item];
  for (const { clause } of others) clauses.add(clause);
  const left = options.filter((option) => others.every((other) => other.option !== option));
  const [only] = left;
  return left.length === 1 && only ? only.items : [{ ...item, options: left }];
}

/** The clause of the message that holds the item's figure. */
function clauseOf(words: string, item: Item | undefined): string | undefined {
  const figure = item && ("value" in item ? item.value : "yuan" in item ? item.yuan : undefined);
  return words
    .split(/[，,。；;！!\n]/)
    .find((clause) =>
      findQuantities(normalise(clause).text, () => undefined).some(({ value }) => value === figure),
    );
}

function isStranger({ names }: Turn, clause: string, project: string): boolean {
  const word = strangerIn(clause);
  if (word === "" || PART.test(word)) return false;
  const known = names.project.get(project);
  const isOwn = [project, ...(known?.aliases ?? [])].some(
    (name) => name.includes(word) || word.includes(name),
  );
  return !isOwn && !names.near.find(word).includes(project);
}

const strangerIn = (clause: string): string => NAMED_WORKS.exec(clause)?.[1] ?? "";
