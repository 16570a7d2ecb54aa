import type { DateSpan } from "../dates/span.js";
import type { Day } from "../items.js";
import type { Scene, Segment } from "../scene.js";
import { type WordGroup, wordsIn } from "./milestone-words.js";

/** The days that are said for several projects at once: 分别于9月、10月开工 */
export function datesOfEach({ dates }: Segment): DateSpan[] {
  return dates.filter(({ weak, until }) => !weak && !until);
}

/** 由9月底推迟到10月底: the day that follows is the one that holds. */
const MOVED_TO = /(?:推迟|推|延期|延后|延|顺延|提前|调整?|改|变更|移)(?:到|至|为)了?\s*$/;

const HEADING =
  /^的?(?:主要|重点)?(?:工作|工程|施工|项目)?(?:进展|进度|工作|情况|动态|小结|完成情况)(?:情况)?\s*[:：]/;

/** 本周进展：… says when the report is of, not when its matters happen. */
export function withoutHeadingDates({ body, dates }: Segment): readonly DateSpan[] {
  return dates.filter(({ end }) => !HEADING.test(body.slice(end, end + 14)));
}

const FARTHEST = 8;

/** 8月420万 施工证已拿: a date just before a figure is the figure's. */
export function withoutFigureDates(
  dates: readonly DateSpan[],
  { quantities }: Segment,
  { start }: WordGroup,
): DateSpan[] {
  return dates.filter(
    (date) =>
      !quantities.some(
        (figure) =>
          (figure.kind === "money" || figure.kind === "percent") &&
          figure.start >= date.end &&
          figure.start <= date.end + FARTHEST &&
          figure.end <= start,
      ),
  );
}

/** Whether a date is the day to which something was moved, here or in the clause behind. */
export function isMoved({ body }: Segment, { start }: DateSpan): boolean {
  return start >= body.length || MOVED_TO.test(body.slice(0, start));
}

/** The day to which it was moved, else the nearest date before the word, else one behind it. */
export function takeDate(
  body: string,
  free: DateSpan[],
  open: readonly DateSpan[],
  group: WordGroup,
  from: number,
  to: number,
): DateSpan | undefined {
  const chosen =
    open.find(({ start }) => start >= from && start < to && MOVED_TO.test(body.slice(from, start))) ??
    open.findLast(({ start, end }) => end <= group.start && start >= from) ??
    open.find(({ start }) => start >= group.end && start < to) ??
    open.findLast(({ end }) => end <= group.start);
  if (chosen) free.splice(free.indexOf(chosen), 1);
  return chosen;
}

/** A clause that only says to which day the milestone before it was moved. */
const MOVED_ON =
  /^\s*(?:现在?|目前|后来?|又|已经?|计划|拟|但)*(?:因[^，]{1,12})?(?:推迟|推|延期|延后|延|顺延|提前|调整?|改|变更)(?:到|至|为)/;

/** 原定9月底开工，现在推到10月15号: the day of the clause behind is the one that holds. */
export function movedOn(scene: Scene, { clause, start, end }: Segment): DateSpan | undefined {
  if (clause.closing !== "，" || end !== clause.end) return undefined;
  const behind = /^[^，。；;\n!！?？]*/.exec(scene.masked.slice(end + 1, end + 60))?.[0] ?? "";
  if (!MOVED_ON.test(behind) || wordsIn(behind).length > 0) return undefined;
  const dates = scene.dates(scene.masked.slice(start, end + 1 + behind.length));
  return dates.find((date) => !date.weak && start + date.start > end);
}

export function leadDate({ given }: Segment): DateSpan | undefined {
  return given.date?.until ? undefined : given.date;
}

/** 今天完成桩基 is news; 今晚 and 本月 are still to come. */
export function isOver(
  { today }: Scene,
  { body }: Segment,
  day: Day,
  { precision, start, end }: DateSpan,
): boolean {
  return day < today || (day === today && precision === "day" && !/晚/.test(body.slice(start, end)));
}

/** Whether a day is named in a way that leaves open which one is meant. */
export function isDoubtfulDay(segment: Segment, date: DateSpan): boolean {
  return (
    date.after === true ||
    atTheEarliest(segment, date) ||
    nameLikeDay(segment, date) ||
    eitherOr(segment, date)
  );
}

/** 14号线14号验收: the number may be the day or the name said twice. */
function nameLikeDay({ subjects }: Segment, { bareDay }: DateSpan): boolean {
  return bareDay !== undefined && subjects.some(({ name }) => new RegExp(`(?<!\\d)${bareDay}号`).test(name));
}

/** 最快10月, 不早于10月: says when not, but not when. */
function atTheEarliest({ body }: Segment, { start }: DateSpan): boolean {
  return /(?:不早于|不会早于|最快|最早)(?:也?要|得|在|到)?\s*$/.test(body.slice(0, start));
}

/** 10月底或11月初 */
function eitherOr({ body, dates }: Segment, date: DateSpan): boolean {
  const before = dates[dates.indexOf(date) - 1];
  return before !== undefined && /^\s*(?:或者?|还是)\s*$/.test(body.slice(before.end, date.start));
}
