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
  /** 10月前: with or without October; or several days that are named */
  either?: Day[];
  /** where it stands in the normal text */
  span?: { start: number; end: number };
}

/** A day without its year that would be so far ahead lies behind: 9/10 said on 9/20. */
const TOO_FAR = 300;

export function dueIn(words: string, names: NameIndex, today: Day): DueRead {
  const { text } = normalise(words);
  return dueInNormal(mask(text, findMentions(text, names)), today);
}

/** The same of a normal text whose names are covered: positions stay. Of several days none is taken for the due day. */
export function dueInNormal(masked: string, today: Day): DueRead {
  const spans = findDates(masked, today).filter((span) => !span.after && !isFigure(masked, span));
  const before = spans.filter((one) => one.before);
  const span = before.length === 1 ? before[0] : spans.length === 1 ? spans[0] : undefined;
  if (!span) {
    const days = spans.flatMap((one) => one.resolve("future")?.day ?? []).filter((day) => day >= today);
    return days.length > 0 ? { either: [...new Set(days)] } : {};
  }
  const { start, end } = span;
  const resolved = span.resolve("future");
  // 2月30日 is no day, and not a part of what is to be done either.
  if (!resolved) return { span: { start, end } };
  const { day, other } = resolved;
  const earlier = span.resolve("past")?.day;
  const isBehind = day < today || (earlier && earlier < today && day > addDays(today, TOO_FAR));
  if (isBehind) return { past: day < today ? day : (earlier ?? day), span: { start, end } };
  if (other && other !== day) return { either: [day, other], span: { start, end } };
  return { due: day, span: { start, end } };
}

/** 3.5亿: what may be a day is a figure. */
const isFigure = (text: string, { weak, end }: DateSpan): boolean =>
  weak === true && /^\s*[万亿元%米亩公平个项]/.test(text.slice(end));
