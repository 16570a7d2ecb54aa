import { addDays } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import type { AskItem, MilestoneItem } from "../items.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { groupsOf, partsWithDay, type Word, type WordGroup, wordsIn } from "./milestone-words.js";

const FUTURE =
  /计划|拟|预计|力争|争取|确保|将(?!军)|准备|打算|目标|预期|有望|待|(?<![功性智节新])能(?!源|耗)|应(?!急)|须|必须|安排|定于|原定|推迟[到至]|延[期后]?[到至]|调整?[到至]|改[到至为]|提前[到至]|(?<!需|主|重|纪)要(?!求|点)|快|马上|即将|可以|可望|可于|可在/;
const PAST = /(?<!不|除|为)了|已|成功|顺利|(?<=[工顶约批收])过/;
const RESULT = /取得|获得|获批|拿到|通过|完成|领取|领到|办出|办结|批下来|实现|核发|下达|做完|办好|全部结束/;
const NEGATED = /未|没|尚|无法|不能|暂缓|取消/;
const ONGOING =
  /正在|办理|编制|在办|准备|筹备|申报|申请|报审|送审|推进|开展|研究|等待|待|中$|前期|争取|抓紧|加快|落实/;
/** 初设上报了: handed in is not granted. */
const HANDED_IN = /^(?:文件|材料|报告|方案)?(?:已经?|正在?)?(?:上报|报送|送审|报审|申报|公示|编制|报批)/;

/** The milestones of a segment, each with the date that belongs to it. */
export function readMilestones(scene: Scene, segment: Segment, before: readonly Word[]): Found[] {
  const { body, dates } = segment;
  const found = wordsIn(body);
  const groups = found.length > 0 ? groupsOf(body, found) : partsWithDay(segment, before);
  const free = [...dates];
  const items: Found[] = [];
  for (const [index, group] of groups.entries()) {
    const from = groups[index - 1]?.end ?? 0;
    const to = groups[index + 1]?.start ?? body.length;
    const date = takeDate(free, group, from, to) ?? (groups.length === 1 ? leadDate(segment) : undefined);
    const around = body.slice(from, to);
    if (HANDED_IN.test(body.slice(group.end))) continue;
    for (const word of group.words) {
      const item = read(scene, segment, word, date, around);
      if (item) items.push(...forSubjects(scene, segment, word, item));
    }
  }
  return items;
}

function forSubjects(scene: Scene, segment: Segment, word: Word, item: Read): Found[] {
  const text = words(scene, segment);
  const at = segment.start + word.start;
  return segment.subjects.map(({ name }) => ({ at, item: owned(item, name, text) }));
}

/** The nearest date before the word, else one behind it. */
function takeDate(free: DateSpan[], group: WordGroup, from: number, to: number): DateSpan | undefined {
  const chosen =
    free.findLast(({ start, end }) => end <= group.start && start >= from) ??
    free.find(({ start }) => start >= group.end && start < to) ??
    free.findLast(({ end }) => end <= group.start);
  if (chosen) free.splice(free.indexOf(chosen), 1);
  return chosen;
}

function leadDate({ given }: Segment): DateSpan | undefined {
  return given.date?.until ? undefined : given.date;
}

type Read = Omit<MilestoneItem, "project"> | AskItem;

function read(
  scene: Scene,
  segment: Segment,
  word: Word,
  date: DateSpan | undefined,
  around: string,
): Read | undefined {
  if (NEGATED.test(around)) return undefined;
  const done = PAST.test(around.replace(/了解/g, ""));
  const planned = FUTURE.test(around.replace(/可研|工可/g, ""));
  const result = RESULT.test(around) || /批复|获批|合格/.test(segment.body.slice(word.start, word.end));
  const ask: AskItem = { intent: "ask", reason: "which-date" };
  if (!date) {
    if (planned && !/已/.test(around)) return undefined;
    if (done || (RESULT.test(around) && !ONGOING.test(around))) {
      return {
        intent: "milestone",
        milestone: word.name,
        status: "done",
        date: scene.today,
        precision: "day",
      };
    }
    // 603封顶: has it happened, or will it?
    const bare =
      segment.explicit &&
      /^[\s:：,，】的]*$/.test(segment.body.slice(segment.bodyStart, word.start)) &&
      /^[\s。.!！]*$/.test(segment.body.slice(word.end));
    if (!bare) return undefined;
    const today: MilestoneItem = {
      intent: "milestone",
      project: "",
      milestone: word.name,
      status: "done",
      date: scene.today,
      precision: "day",
    };
    return { ...ask, options: [{ label: `今天 ${word.name}（已完成）`, items: [today] }] };
  }
  if (date.after || nameLikeDay(segment, date) || eitherOr(segment, date))
    return withDates(scene, word, ask, date);
  const isPlan =
    date.before ||
    date.fixed === "future" ||
    (planned && date.fixed !== "past" && !/已(?!计划)/.test(around));
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
  const options = item.options?.map(({ label, items }) => ({
    label,
    items: items.map((one) => ({ ...one, project, text }) as MilestoneItem),
  }));
  return { ...item, project, text, ...(options ? { options } : {}) };
}

function milestone(
  name: string,
  status: "planned" | "done",
  date: string,
  { precision }: DateSpan,
): Omit<MilestoneItem, "project"> {
  return { intent: "milestone", milestone: name, status, date, precision };
}

/** 14号线14号验收: the number may be the day or the name said twice. */
function nameLikeDay({ subjects }: Segment, { bareDay }: DateSpan): boolean {
  return bareDay !== undefined && subjects.some(({ name }) => new RegExp(`(?<!\\d)${bareDay}号`).test(name));
}

/** 10月底或11月初 */
function eitherOr({ body, dates }: Segment, date: DateSpan): boolean {
  const before = dates[dates.indexOf(date) - 1];
  return before !== undefined && /^\s*(?:或者?|还是)\s*$/.test(body.slice(before.end, date.start));
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
