import { addDays } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import type { AskItem, MilestoneItem } from "../items.js";
import { CONDITION, DOUBTED_BEHIND, FORMER_PLAN, GUESS, NO_LONGER, UNDECIDED, WISH } from "../rules/doubt.js";
import { SECTION } from "../rules/parts.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { sentenceBehind } from "./labels.js";
import {
  datesOfEach,
  isDoubtfulDay,
  isMoved,
  isOver,
  leadDate,
  movedOn,
  takeDate,
  withoutFigureDates,
  withoutHeadingDates,
} from "./milestone-days.js";
import { groupsOf, partsWithDay, type Word, type WordGroup, wordsIn } from "./milestone-words.js";
import { reasonOfMove } from "./moved-for.js";
import { isOfAnother, isPartly, isShare, isSpentOn, offered } from "./not-the-whole.js";

const FUTURE =
  /计划|拟|预计|力争|争取|确保|将(?!军)|准备|打算|目标|预期|有望|待|(?<![功性智节新])能(?!源|耗)|应(?!急)|须|必须|安排|定于|原定|推迟?[到至]|延[期后]?[到至]|调整?[到至]|改[到至为]|提前[到至]|(?<!需|主|重|纪)要(?!求|点)|快|马上|即将|可以|可望|可于|可在/;
const PAST = /刚(?!性|好)|(?<!不|除|为)了|已|成功|顺利|(?<=[工顶约批收])过/;
const RESULT = /取得|获得|获批|拿到|通过|完成|领取|领到|办出|办结|批下来|实现|核发|下达|做完|办好|全部结束/;
const NEGATED =
  /退件|退回|被退|驳回|打回|不予|补正|过期|失效|吊销|作废|[工顶收场成用地]不[了成]|未(?!来)|没|尚|无法|不能|不会|不可能|不再|不打算|暂缓|取消/;
const ONGOING =
  /正在|办理|编制|在办|准备|筹备|申报|申请|报审|送审|推进|开展|研究|等待|待|中$|前期|争取|抓紧|加快|落实/;
/** 初设上报了: handed in is not granted. */
const HANDED_IN =
  /^[\s的]*(?:文件|材料|报告|方案)?(?:已经?|正在?)?(?:上报|报送|送审|报审|申报|公示|编制|报批|报建|报规|报(?:$|了|上去))/;
/** 下周上报工可 */
const TO_BE_HANDED_IN = /(?:上报|报送|送审|报审|申报|报批|提交|递交|编制)\s*$/;
/** 开工延期: until when? */
const PUT_OFF = /延期|推迟|延后|顺延|延迟/;
/** 投用时间定了: and which day is it? */
const DAY_SETTLED = /(?:时间|日期|日子|节点)[^，,。]{0,4}[定排明]/;
/** Before a milestone said without a verb: nothing, or one building or phase. */
const BARE_LABEL = new RegExp(`^[\\s:：,，】的]*(?:${SECTION.source})?$`);
/** 接近完工: how near? */
const NEARLY = /(?:接近|临近|将近|差不多)(?:全面|全部|要)?\s*$/;
/** 已经开工一个月了: how long ago, but which day? */
const FOR_SOME_TIME =
  /^(?:了|已经?|快|有|将近)*\s?(?:\d+|[一二两三四五六七八九十半几]+)个?(?:多)?(?:天|周|星期|月|年|季度)/;

/** The milestones of a segment, each with the date that belongs to it. */
export function readMilestones(scene: Scene, segment: Segment, before: readonly Word[]): Found[] {
  const { body } = segment;
  const dates = withoutHeadingDates(segment);
  const why = reasonOfMove(segment);
  // 施工许可证因施工图未批延期到10月20日: what the reason names is not what is moved.
  const found = wordsIn(body).filter(({ start, end }) => !why || end <= why.start || start >= why.end);
  const groups = found.length > 0 ? groupsOf(body, found) : partsWithDay({ ...segment, dates }, before);
  const [group, ...more] = groups;
  if (group && more.length === 0 && segment.subjects.length > 1 && datesOfEach(segment).length > 1)
    return oneDayEach(scene, segment, group);
  const free = [...dates];
  const items: Found[] = [];
  for (const [index, group] of groups.entries()) {
    const from = groups[index - 1]?.end ?? 0;
    const to = groups[index + 1]?.start ?? body.length;
    const date =
      (index === groups.length - 1 ? movedOn(scene, segment) : undefined) ??
      takeDate(body, free, withoutFigureDates(free, segment, group), group, from, to) ??
      (groups.length === 1 ? leadDate(segment) : undefined);
    // 月底封顶没问题 denies nothing.
    const said = why
      ? `${body.slice(from, Math.max(from, why.start))}${body.slice(Math.max(from, why.end), to)}`
      : body.slice(from, to);
    const around = said.replace(/没(?:有|什么|啥)?(?:大)?问题/, "");
    if (HANDED_IN.test(withoutDates(segment, group.end)) || TO_BE_HANDED_IN.test(body.slice(0, group.start)))
      continue;
    if (isPartly(body.slice(group.end, to)) || isShare(segment, group) || isSpentOn(segment, group)) continue;
    const ofAnother = !why && found.length > 0 && isOfAnother(segment, groups[index - 1]?.end ?? 0, group);
    // 样板间通过验收: a part was inspected, and that is no milestone.
    if (ofAnother && body.slice(group.start, group.end) === "验收") continue;
    for (const word of group.words) {
      const meant = read(scene, segment, word, date, around);
      const item = meant?.intent === "milestone" && ofAnother ? offered(meant, word) : meant;
      if (item) items.push(...forSubjects(scene, segment, word, item));
    }
  }
  return items;
}

/** What stands behind a position, without its dates: 工规证下周报建 */
function withoutDates({ body, dates }: Segment, from: number): string {
  return dates
    .filter(({ start }) => start >= from)
    .reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), body)
    .slice(from);
}

/** One day for each project, in their order; as many as there are projects, or it has to be asked. */
function oneDayEach(scene: Scene, segment: Segment, { words: named }: WordGroup): Found[] {
  const dates = datesOfEach(segment);
  return named.flatMap((word) =>
    segment.subjects.flatMap((project, index) => {
      const date = dates.length === segment.subjects.length ? dates[index] : undefined;
      const item = date
        ? read(scene, segment, word, date, segment.body)
        : ({ intent: "ask", reason: "which-date" } as const);
      return item ? forSubjects(scene, { ...segment, subjects: [project] }, word, item) : [];
    }),
  );
}

function forSubjects(scene: Scene, segment: Segment, word: Word, item: Read): Found[] {
  const text = words(scene, segment);
  const at = segment.start + word.start;
  return segment.subjects.map(({ name }) => ({ at, item: owned(item, name, text) }));
}

type Read = Omit<MilestoneItem, "project"> | AskItem;

function read(
  scene: Scene,
  segment: Segment,
  word: Word,
  date: DateSpan | undefined,
  around: string,
): Read | undefined {
  if (NEGATED.test(around) || NO_LONGER.test(around) || WISH.test(segment.body)) return undefined;
  const done = PAST.test(around.replace(/了解/g, ""));
  const planned = FUTURE.test(around.replace(/可研|工可/g, ""));
  const result = RESULT.test(around) || /批复|获批|合格/.test(segment.body.slice(word.start, word.end));
  const ask: AskItem = { intent: "ask", reason: "which-date" };
  if (!date && NEARLY.test(segment.body.slice(0, word.start))) return { ...ask, reason: "how-much" };
  if (!date && FOR_SOME_TIME.test(segment.body.slice(word.end))) return ask;
  if (UNDECIDED.test(segment.body) && !date) return undefined;
  const behind = sentenceBehind(scene, segment.start + word.end);
  if (
    DOUBTED_BEHIND.test(behind) ||
    DOUBTED_BEHIND.test(around) ||
    [CONDITION, GUESS, UNDECIDED].some((doubt) => doubt.test(segment.body)) ||
    /[了过]吧\s*$/.test(segment.body)
  )
    return date ? withDates(scene, word, ask, date) : ask;
  // 取得施工许可证后开工: after something that has not been said to be done.
  if (!date && /后(?:即可?|再|才|方可?|就|立即|马上)?\s*$/.test(segment.body.slice(0, word.start)))
    return ask;
  if (!date && (PUT_OFF.test(around) || DAY_SETTLED.test(around))) return ask;
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
      BARE_LABEL.test(segment.body.slice(segment.bodyStart, word.start)) &&
      /^[\s。.!！、，]*$/.test(segment.body.slice(word.end));
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
  if (FORMER_PLAN.test(segment.body.slice(0, date.start)) && !isMoved(segment, date)) {
    // 本来月底封顶，现在来不及了: the next clause tells what has become of it.
    return segment.clause.closing === "，" ? undefined : withDates(scene, word, ask, date);
  }
  if (isDoubtfulDay(segment, date)) return withDates(scene, word, ask, date);
  // 去年国庆前开工的, 中旬前就封顶了: by a day that is over.
  const overBefore = date.before && (done || /的\s*$/.test(segment.body)) && !planned;
  const isPlan =
    (date.before && !overBefore) ||
    (date.fixed === "future" && !overBefore) ||
    (planned && date.fixed !== "past" && !/已(?!计划)/.test(around));
  const isDone = !isPlan && (done || overBefore === true || date.fixed === "past");
  const resolved = date.resolve(isDone ? "past" : "future");
  if (!resolved) return ask;
  if (!isDone && resolved.other) {
    const over = resolved.other < scene.today ? resolved.other : undefined;
    if (over && result && !isPlan) return milestone(word.name, "done", over, date);
    return withDates(scene, word, ask, date);
  }
  // 8月底完成移交: last month's, or next year's?
  if (!isDone && result && !planned && !date.fixed && isRecent(scene, date))
    return withDates(scene, word, ask, date);
  const status = isDone || (!isPlan && isOver(scene, segment, resolved.day, date)) ? "done" : "planned";
  // 这个月开工了: the month is not over yet.
  const day = status === "done" && resolved.day > scene.today ? scene.today : resolved.day;
  return milestone(word.name, status, day, date);
}

const RECENT_DAYS = 62;

function isRecent({ today }: Scene, date: DateSpan): boolean {
  const past = date.precision === "day" ? undefined : date.resolve("past")?.day;
  return past !== undefined && past < today && past > addDays(today, -RECENT_DAYS);
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

function withDates(scene: Scene, word: Word, ask: AskItem, date: DateSpan): AskItem {
  const days = new Set<string>();
  // A month that is long over is no likely answer; a day with its month may be.
  const recent = date.precision === "day" ? scene.today.slice(0, 4) : addDays(scene.today, -40);
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
