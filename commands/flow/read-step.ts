import { type Day, daysBetween } from "../../src/domain/day.js";
import type { StageTemplate } from "../../src/domain/stages.js";
import { findDates } from "../../src/language/dates/dates.js";
import type { DateSpan } from "../../src/language/dates/span.js";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import type { NameIndex } from "../../src/language/names.js";
import { wordsIn } from "../../src/language/read/milestone-words.js";
import { normalise } from "../../src/language/text/normalise.js";

/** What stands behind a command's word: `606 工规证 10月15日补`. */
interface StepSaid {
  /** by the ledger's name for it */
  milestone?: string;
  day?: Day;
  status: "planned" | "done";
}

const PLANNED = /计划|拟|预计|力争|争取|将|目标|改到|推迟|延期|提前/;
const DONE = /完成|办结|取得|拿到|办出|通过|批复|已|了/;

/** The step and the day that the words name. A day without a year and without a verb is the nearest one. */
export function readStep(said: string, names: NameIndex, template: StageTemplate, today: Day): StepSaid {
  const normal = normalise(said).text;
  const masked = mask(normal, findMentions(normal, names));
  const date = dateIn(masked, today);
  const isPlanned = PLANNED.test(masked);
  const isDone = !isPlanned && DONE.test(masked);
  const day = date && (isPlanned ? next(date) : isDone ? last(date) : nearest(date, today));
  const milestone = milestoneIn(masked, template);
  return {
    ...(milestone !== undefined && { milestone }),
    ...(day !== undefined && { day }),
    status: isDone || (!isPlanned && day !== undefined && day <= today) ? "done" : "planned",
  };
}

/** `606 工规证、施工图 10月15日补`: what is to be made up, and by which day. */
interface DueSaid {
  milestones: string[];
  day?: Day;
  /** words that are neither step nor day: a name that is not known, perhaps */
  hasMore: boolean;
}

const AROUND = /容缺|办理|受理|手续|补齐|补办|补上|补交|先|到|前|之|内|底|[补再和及与的\s:：,，、。.]/g;

export function readDue(said: string, names: NameIndex, template: StageTemplate, today: Day): DueSaid {
  const normal = normalise(said).text;
  const masked = mask(normal, findMentions(normal, names));
  const date = dateIn(masked, today);
  // 9月15日, said on 20 September, is a day that is over, and not next year's.
  const day = date && nearest(date, today);
  const undated = date ? `${masked.slice(0, date.start)} ${masked.slice(date.end)}` : masked;
  const words = wordsIn(undated);
  const own = words.length === 0 ? ownWord(undated, template) : undefined;
  const milestones = own ? [own.milestone] : words.map(({ name }) => name);
  const left = own
    ? undated.replace(own.word.toLowerCase(), "")
    : words.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), undated);
  return {
    milestones: [...new Set(milestones)],
    ...(day !== undefined && { day }),
    hasMore: left.replace(/[\ue000\ue001]/g, "").replace(AROUND, "") !== "",
  };
}

/** By the usual words for milestones; 双认定 and 收储方案, which have none, by the template's. */
function milestoneIn(masked: string, template: StageTemplate): string | undefined {
  const usual = wordsIn(masked).map(({ name }) => name);
  const known = usual.find((name) => template.steps.some(({ tells }) => tells.includes(name)));
  return known ?? ownWord(masked, template)?.milestone ?? usual[0];
}

function ownWord(masked: string, { steps }: StageTemplate): { word: string; milestone: string } | undefined {
  const [own] = steps
    .flatMap(({ name, tells }) => [name, ...name.split("·"), ...tells].map((word) => ({ word, tells })))
    .filter(({ word }) => masked.includes(word.toLowerCase()))
    .sort((a, b) => b.word.length - a.word.length);
  if (own === undefined) return undefined;
  const { word, tells } = own;
  return { word, milestone: tells.includes(word) ? word : (tells[0] ?? word) };
}

/** 10/15 may be a figure elsewhere; behind a command's word it is a day. */
function dateIn(masked: string, today: Day): DateSpan | undefined {
  const dates = findDates(masked, today);
  return dates.find(({ weak }) => !weak) ?? dates.find(({ precision }) => precision === "day");
}

const next = (date: DateSpan): Day | undefined => date.resolve("future")?.day;
const last = (date: DateSpan): Day | undefined => date.resolve("past")?.day;

function nearest(date: DateSpan, today: Day): Day | undefined {
  const [past, future] = [last(date), next(date)];
  if (past === undefined || future === undefined) return past ?? future;
  return daysBetween(past, today) < daysBetween(today, future) ? past : future;
}
