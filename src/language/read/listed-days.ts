import type { CommandItem } from "../items.js";
import type { Scene } from "../scene.js";
import { classIn } from "./questions.js";

/** Lists of what falls due, which may be asked for of a stretch of days. */
const LISTS: ReadonlySet<string> = new Set(["节点"]);
const NOTHING = /^[\s,，、的到期份内]*$/;
const LONGEST_CLASS = 10;

/**
 * 节点 10月, 节点 建管委 下月: a command's words that name days are the question about them, since a
 * command carries no days. With any other word in it (节点 火星 10月) it stays the command, which says
 * that it does not know the word.
 */
export function namesDays({ name }: CommandItem, rest: Scene): boolean {
  if (!LISTS.has(name)) return false;
  const days = rest.dates(rest.masked).filter(({ weak, after }) => !weak && !after);
  if (days.length !== 1) return false;
  const left = days
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), rest.masked)
    .replace(/[\ue000\ue001]+/g, "");
  return NOTHING.test(left) || (left.length <= LONGEST_CLASS && classIn(rest, left) !== undefined);
}
