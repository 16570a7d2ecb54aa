import { addDays } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import type { AskItem, MilestoneItem } from "../items.js";
import { MILESTONES, NO_MILESTONE } from "../rules/milestones.js";
import { firstPart } from "../rules/parts.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";

interface Word {
  name: string;
  start: number;
  end: number;
}

const FUTURE =
  /计划|拟|预计|力争|争取|确保|将(?!军)|准备|打算|目标|预期|有望|待|(?<![功性智节新])能(?!源|耗)|应(?!急)|须|必须|安排|定于|原定|推迟[到至]|延[期后]?[到至]|调整?[到至]|改[到至为]|提前[到至]|(?<!需|主|重|纪)要(?!求|点)|快|马上|即将|可以|可望|可于|可在/;
const PAST = /(?<!不|除|为)了|已|成功|顺利|(?<=[工顶约批收])过/;
const RESULT = /取得|获得|获批|拿到|通过|完成|领取|领到|办出|办结|批下来|实现|核发|下达|做完|办好|全部结束/;
const NEGATED = /未|没|尚|无法|不能|暂缓|取消/;
const ONGOING = /正在|办理|编制|在办|准备|筹备|申报|申请|报审|送审|推进|开展|研究|等待|待|中$|前期|争取|抓紧|加快|落实/;

/** The milestones of a segment, each with the date that belongs to it. */
export function readMilestones(scene: Scene, segment: Segment, before: readonly Word[]): Found[] {
  const { body, dates } = segment;
  const found = wordsIn(segment);
  const known = found.length > 0 ? found : partAsMilestone(segment, before);
  const free = [...dates];
  const items: Found[] = [];
  for (const word of known) {
    const date = takeDate(free, word, known) ?? (known.length === 1 ? usableLead(segment) : undefined);
    const around = body.slice(clauseStart(known, word), clauseEnd(known, word, body));
    const item = read(scene, segment, word, date, around);
    for (const subject of item ? segment.subjects : []) {
      if (item) items.push({ at: segment.start + word.start, item: owned(item, subject.name, words(scene, segment)) });
    }
  }
  return items;
}

/** The milestones' words in a segment, by position. */
export function wordsIn({ body, bodyStart, explicit }: Segment): Word[] {
  const taken: Word[] = [];
  for (const { name, words: pattern } of MILESTONES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(body); match; match = pattern.exec(body)) {
      const start = match.index;
      const end = start + match[0].length;
      if (match[0] === "" || NO_MILESTONE.test(body.slice(end))) continue;
      if (taken.some((word) => start < word.end && word.start < end)) continue;
      taken.push({ name, start, end });
    }
  }
  void bodyStart;
  void explicit;
  return renamedByPart(body, taken.sort((a, b) => a.start - b.start));
}

/** 沥青10月底完工: the milestone is the asphalt's, not the project's. */
function renamedByPart(body: string, found: Word[]): Word[] {
  return found.map((word, index) => {
    if (word.name !== "完工" && word.name !== "投用") return word;
    const part = firstPart(body.slice(found[index - 1]?.end ?? 0, word.start));
    return part ? { ...word, name: part } : word;
  });
}

/** 路基10月底完成: a part with a day is a milestone by the part's name. */
function partAsMilestone(segment: Segment, before: readonly Word[]): Word[] {
  const { body, dates, quantities } = segment;
  if (dates.length === 0 || quantities.some(({ kind }) => kind !== "other" && kind !== "bare")) return [];
  const verb = /完成|做完|结束|贯通|到位|取得|拿到|获得|办结|办好|办出/.exec(body);
  if (!verb) return [];
  const last = before.at(-1);
  if (/取得|拿到|获得|办/.test(verb[0])) return last ? [{ ...last, start: verb.index, end: verb.index + verb[0].length }] : [];
  const bare = dates.reduceRight((text, { start, end }) => `${text.slice(0, start)} ${text.slice(end)}`, body);
  const part = firstPart(bare);
  const place = { start: verb.index, end: verb.index + verb[0].length };
  if (part) return [{ name: part, ...place }];
  const object = /(?:完成|做完)([\u4e00-\u9fa5]{2,8}?)(?:工作|工程|施工|任务)?[\s。)]*$/.exec(bare)?.[1];
  if (object && !/协调|解决|[了的吧]$/.test(object)) return [{ name: object, ...place }];
  return segment.explicit && /^[\s\ue000【】:：将计划拟力争预计确保争取在于可能够要]*(?:完成|结束)[\s了吧]*$/.test(bare) ? [{ name: "完工", ...place }] : [];
}

function takeDate(free: DateSpan[], word: Word, all: readonly Word[]): DateSpan | undefined {
  const index = all.indexOf(word);
  const from = all[index - 1]?.end ?? 0;
  const to = all[index + 1]?.start ?? Number.POSITIVE_INFINITY;
  const before = free.filter(({ start, end }) => end <= word.start && start >= from).at(-1);
  const chosen = before ?? free.find(({ start }) => start >= word.end && start < to) ?? free.filter(({ end }) => end <= word.start).at(-1);
  if (chosen) free.splice(free.indexOf(chosen), 1);
  return chosen;
}

function usableLead({ given, clause }: Segment): DateSpan | undefined {
  void clause;
  return given.date?.until ? undefined : given.date;
}

function clauseStart(all: readonly Word[], word: Word): number {
  return all[all.indexOf(word) - 1]?.end ?? 0;
}

function clauseEnd(all: readonly Word[], word: Word, body: string): number {
  return all[all.indexOf(word) + 1]?.start ?? body.length;
}

type Read = Omit<MilestoneItem, "project"> | AskItem;

function read(scene: Scene, segment: Segment, word: Word, date: DateSpan | undefined, around: string): Read | undefined {
  if (NEGATED.test(around)) return undefined;
  const done = PAST.test(around.replace(/了解/g, ""));
  const planned = FUTURE.test(around.replace(/可研|工可/g, ""));
  const result = RESULT.test(around) || /批复|获批|合格/.test(segment.body.slice(word.start, word.end));
  const ask: AskItem = { intent: "ask", reason: "which-date" };
  if (!date) {
    if (planned && !/已/.test(around)) return undefined;
    if (done || (RESULT.test(around) && !ONGOING.test(around))) {
      return { intent: "milestone", milestone: word.name, status: "done", date: scene.today, precision: "day" };
    }
    // 603封顶: has it happened, or will it?
    const bare = segment.explicit && /^[\s:：,，】的]*$/.test(segment.body.slice(segment.bodyStart, word.start)) && /^[\s。.!！]*$/.test(segment.body.slice(word.end));
    if (!bare) return undefined;
    const today: MilestoneItem = { intent: "milestone", project: "", milestone: word.name, status: "done", date: scene.today, precision: "day" };
    return { ...ask, options: [{ label: `今天 ${word.name}（已完成）`, items: [today] }] };
  }
  if (date.weak && !/^\d/.test(segment.body.slice(date.start))) return undefined;
  if (date.after || nameLikeDay(segment, date)) return withDates(scene, word, ask, date);
  const isPlan = date.before || date.fixed === "future" || (planned && date.fixed !== "past" && !/已(?!计划)/.test(around));
  const isDone = !isPlan && (done || date.fixed === "past");
  const resolved = date.resolve(isDone ? "past" : "future");
  if (!resolved) return ask;
  if (!isDone && resolved.other) {
    const over = resolved.other < scene.today ? resolved.other : undefined;
    if (over && result && !isPlan) return milestone(word.name, "done", over, date);
    return withDates(scene, word, ask, date);
  }
  const status = isDone || (!isPlan && resolved.day < scene.today) ? "done" : "planned";
  return milestone(word.name, status, resolved.day, date);
}

function owned(item: Read, project: string, text: string): MilestoneItem | AskItem {
  if (item.intent === "milestone") return { ...item, project, text };
  const options = item.options?.map(({ label, items }) => ({ label, items: items.map((one) => ({ ...one, project, text }) as MilestoneItem) }));
  return { ...item, project, text, ...(options ? { options } : {}) };
}

function milestone(name: string, status: "planned" | "done", date: string, { precision }: DateSpan): Omit<MilestoneItem, "project"> {
  return { intent: "milestone", milestone: name, status, date, precision };
}

/** 14号线14号验收: the number may be the day or the name said twice. */
function nameLikeDay({ subjects }: Segment, { bareDay }: DateSpan): boolean {
  return bareDay !== undefined && subjects.some(({ name }) => new RegExp(`(?<!\\d)${bareDay}号`).test(name));
}

function withDates(scene: Scene, word: Word, ask: AskItem, date: DateSpan): AskItem {
  const days = new Set<string>();
  const recent = addDays(scene.today, -40);
  for (const direction of ["past", "future"] as const) {
    const resolved = date.resolve(direction);
    if (resolved && resolved.day >= recent) days.add(resolved.day);
    if (resolved?.other && resolved.other >= recent) days.add(resolved.other);
  }
  const options = [...days].sort().map((day) => {
    const status = day <= scene.today ? ("done" as const) : ("planned" as const);
    const item: MilestoneItem = { ...milestone(word.name, status, day, date), project: "" };
    return { label: `${day} ${word.name}${status === "done" ? "（已完成）" : "（计划）"}`, items: [item] };
  });
  return { ...ask, options };
}
