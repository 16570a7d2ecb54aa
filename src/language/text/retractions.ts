import { findDates } from "../dates/dates.js";
import type { Day } from "../items.js";
import { PROJECT_MARK } from "../names/mentions.js";
import { findQuantities } from "../numbers/quantities.js";
import { type Edit, edited } from "./edit.js";
import type { Normal } from "./normalise.js";

/** Words that take back what was just said: 65%，不对，是60%; 65%……哦不，60%. */
const RETRACTION =
  /(?:[\s，,。.…；;！!]*[，,。.…；;！!][\s，,。.…；;！!]*(?:(?:哦|噢|啊|呃|额|唉|哎呀?)[\s，,]*)?(?:(?:这个)?(?:数据?|数字)?(?:不对(?!称)|(?:又|是)?[说写打报填发弄搞输记看讲]?错了?)|[口笔手]误|更正(?:一下)?|纠正(?:一下)?|不是不是|不(?=[\s，,]))|[\s，,.…]*[哦噢啊呃]不(?!是|对)(?:对)?)(?:了|啊|哦|[\s，,。.…:：!！])*(?:(?:应该?|实际|而)?(?:是|为)|改[为成])?[\s，,:：]*/g;
/** What may stand between a figure and the words that take it back. */
const BEHIND_FIGURE = /^\s?(?:元|了|吧|啊|左右|上下|吗)*\s?$/;
/** Between a date and those words: what happens on it. */
const BEHIND_DATE = /^[^，,。；;\n\ue000]{0,12}$/;
const NOTHING_MORE = /^[\s。.!！了吧啊]*$/;
const WINDOW = 40;
const MOST = 8;

interface Stretch {
  start: number;
  end: number;
}

/** A figure or a date of a text. */
interface Told extends Stretch {
  kind: string;
}

/**
 * The message as the speaker meant it in the end: with the figures, dates and names that were taken
 * back replaced by the ones that followed in the same breath. Nothing when all of it stands.
 */
export function withoutRetracted(normal: Normal, masked: string, today: Day): Normal | undefined {
  const edits: Edit[] = [];
  for (const found of [...masked.matchAll(RETRACTION)].slice(0, MOST)) {
    const mark = { start: found.index, end: found.index + found[0].length };
    edits.push(...editsAt(normal.text, masked, mark, today));
  }
  return edits.length > 0 ? edited(normal, edits) : undefined;
}

function editsAt(text: string, masked: string, mark: Stretch, today: Day): Edit[] {
  const from = Math.max(masked.lastIndexOf("\n", mark.start - 1) + 1, mark.start - WINDOW);
  const line = masked.indexOf("\n", mark.end);
  const to = Math.min(line < 0 ? masked.length : line, mark.end + WINDOW);
  const before = toldIn(masked, from, mark.start, today);
  const behind = toldIn(masked, mark.end, to, today);
  const old = before.at(-1);
  const figure = behind.find(({ kind }) => kind !== "date");
  if (masked.charAt(mark.end) === PROJECT_MARK) return otherProject(text, masked, from, mark, figure);
  const label = figure ? masked.slice(mark.end, figure.start) : undefined;
  if (!figure || label === undefined || /[，。；;\n\ue000]/.test(label)) {
    const [date] = behind;
    return date?.kind === "date" ? otherDate(text, masked, before, mark, date) : [];
  }
  if (!old || old.kind === "date" || !BEHIND_FIGURE.test(masked.slice(old.end, mark.start))) return [];
  // 累计700万，不对，是本月750万: the label was wrong too.
  const labelToo = /[\u4e00-\u9fa5]/.test(label) || (figure.kind !== old.kind && figure.kind !== "bare");
  return [{ start: labelToo ? labelStart(masked, from, old) : old.start, end: mark.end }];
}

/** 603 65%，哦不，606: the name was wrong; with a figure of its own behind it, all of the statement was. */
function otherProject(
  text: string,
  masked: string,
  from: number,
  mark: Stretch,
  figure: Told | undefined,
): Edit[] {
  const end = masked.slice(0, mark.start).lastIndexOf(PROJECT_MARK) + 1;
  if (end <= from) return [];
  let start = end - 1;
  while (start > from && masked.charAt(start - 1) === PROJECT_MARK) start--;
  const name = /^\ue000+/.exec(masked.slice(mark.end))?.[0] ?? "";
  const stop = mark.end + name.length;
  if (figure && /^[^，,。；;\n]*$/.test(masked.slice(stop, figure.start))) {
    // 武宁路65%，新金环70%，不对，武宁路60%: what follows is not about the name just before.
    const elsewhere = text.slice(0, start).includes(text.slice(mark.end, stop));
    return elsewhere ? [] : [{ start, end: mark.end }];
  }
  if (!NOTHING_MORE.test(masked.slice(stop))) return [];
  return [
    { start, end, text: text.slice(mark.end, stop) },
    { start: mark.start, end: masked.length },
  ];
}

/** 10月底开工，不对，是11月底 */
function otherDate(text: string, masked: string, before: readonly Told[], mark: Stretch, date: Told): Edit[] {
  const old = before.findLast(({ kind }) => kind === "date");
  if (!old || !BEHIND_DATE.test(masked.slice(old.end, mark.start))) return [];
  if (!NOTHING_MORE.test(masked.slice(date.end).split("\n")[0] ?? "")) return [];
  return [
    { ...old, text: text.slice(date.start, date.end) },
    { start: mark.start, end: date.end },
  ];
}

const STOPS = ["，", "。", "；", ";", "\n", PROJECT_MARK, "%", "万", "亿"];

/** Where the words begin that say what a figure is. */
function labelStart(masked: string, from: number, { start }: Stretch): number {
  const before = masked.slice(from, start);
  return from + Math.max(...STOPS.map((stop) => before.lastIndexOf(stop) + 1));
}

/** The figures and dates of a stretch, from left to right. */
function toldIn(masked: string, from: number, to: number, today: Day): Told[] {
  const text = masked.slice(from, to);
  const dates = findDates(text, today).filter(({ weak }) => !weak);
  const figures = findQuantities(text, (at) => {
    if (text.charAt(at) === PROJECT_MARK) return at + 1;
    return dates.find(({ start, end }) => at >= start && at < end)?.end;
  }).filter(({ kind }) => kind !== "other");
  return [...dates.map(({ start, end }) => ({ kind: "date", start, end })), ...figures]
    .map(({ kind, start, end }) => ({ kind, start: start + from, end: end + from }))
    .sort((a, b) => a.start - b.start);
}
