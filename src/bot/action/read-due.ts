import { addDays, type Day } from "../../domain/day.js";
import { findDates } from "../../language/dates/dates.js";
import type { DateSpan } from "../../language/dates/span.js";
import { findMentions, mask } from "../../language/names/mentions.js";
import type { NameIndex } from "../../language/names.js";
import { normalise } from "../../language/text/normalise.js";

/** The day by which something is to be done, as words say it. */
export interface DueRead {
  due?: Day;
  /** a day that is over, and so was hardly meant */
  past?: Day;
  /** 10月前: with or without October */
  either?: [Day, Day];
  /** where it stands in the normal text */
  span?: { start: number; end: number };
}

/** A day without its year that would be so far ahead lies behind: 9/10 said on 9/20. */
const TOO_FAR = 300;

export function dueIn(words: string, names: NameIndex, today: Day): DueRead {
  const { text } = normalise(words);
  return dueInNormal(mask(text, findMentions(text, names)), today);
}

/** The same of a normal text whose names are covered: positions stay. */
export function dueInNormal(masked: string, today: Day): DueRead {
  const spans = findDates(masked, today).filter(({ after }) => !after);
  const span = spans.find(({ before }) => before) ?? (spans.length === 1 ? spans[0] : firstStrong(spans));
  const resolved = span?.resolve("future");
  if (!span || !resolved) return {};
  const { start, end } = span;
  const { day, other } = resolved;
  const earlier = span.resolve("past")?.day;
  const isBehind = day < today || (earlier && earlier < today && day > addDays(today, TOO_FAR));
  if (isBehind) return { past: day < today ? day : (earlier ?? day), span: { start, end } };
  if (other && other !== day) return { either: [day, other], span: { start, end } };
  return { due: day, span: { start, end } };
}

const firstStrong = (spans: readonly DateSpan[]): DateSpan | undefined => {
  const strong = spans.filter(({ weak }) => !weak);
  return strong.length === 1 ? strong[0] : undefined;
};
