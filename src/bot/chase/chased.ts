import { typed } from "../../cards/typed.js";
import { monthOf, type Period } from "../../domain/period.js";
import { monthAsked, withoutMonth } from "../../language/month-asked.js";
import { findMentions } from "../../language/names/mentions.js";
import { normalise } from "../../language/text/normalise.js";
import type { Turn } from "../turn.js";

/** Whom 催报 is to ask. */
export interface Chased {
  /** full names of units; empty: everybody whose report is missing */
  units: readonly string[];
  /** the month that is named */
  month?: Period;
}

/** What 催报 is said of beside names: 催一下还没报的单位 asks everybody. */
const ALL =
  /催|提醒|一下|帮我|帮忙|请|麻烦|以后|再|你|那些|这些|还|没有?|未|填|上|报|数据?|进度|各|单位|各家|项目|几家|联络员|同事|大家|他们|人|快|点|的|了|吧|啦|哦|一|[\s,，、。.！!]/g;

/** The units and the month in `区建管委`, `催一下区建管委`, `8月`; a sentence where words are left that were not read. */
export function chasedIn(
  { names, now }: Pick<Turn, "names" | "now">,
  rest: string,
): Chased | { unread: string } {
  const { text } = normalise(rest);
  const mentions = findMentions(text, names);
  const units = mentions.flatMap(({ unit }) => unit ?? []);
  let left = text;
  for (const { start, end, unit } of [...mentions].reverse())
    if (unit !== undefined) left = left.slice(0, start) + left.slice(end);
  const month = monthAsked({}, left, monthOf(now));
  const unread = withoutMonth(left).replace(ALL, "");
  if (unread !== "")
    return {
      unread: `没看懂“${typed(rest, 30)}”，没有发给任何人。催所有没报的请发“催报”，只催一家请写单位，如“催报 区建管委”。`,
    };
  return { units: [...new Set(units)], ...(month ? { month } : {}) };
}
