import type { Day } from "../items.js";
import type { DateReading, Direction, Precision } from "./span.js";

/** What the named groups of a date pattern caught. */
export type Groups = Record<string, string | undefined>;

/** A number of at most two digits, in either writing. */
export function count(text: string | undefined): number {
  if (text === undefined) return Number.NaN;
  if (/^\d+$/.test(text)) return Number(text);
  const digits = "零一二三四五六七八九";
  const [tens, ones] = text.includes("十") ? text.split("十") : ["", text];
  if (!text.includes("十")) return digits.indexOf(text === "两" ? "二" : text);
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

export function always(day: Day, precision: Precision, today: Day): DateReading {
  return { precision, resolve: () => ({ day }), ...fixedBy(day, today) };
}

function fixedBy(day: Day, today: Day): { fixed: Direction } | Record<string, never> {
  return day < today ? { fixed: "past" } : day > today ? { fixed: "future" } : {};
}
