import type { Item, ProblemItem } from "../items.js";
import type { NamedProject } from "../names.js";
import { PROGRESS } from "../rules/words.js";
import { type Found, type Scene, type Segment, words } from "../scene.js";
import { cutSegments } from "../text/segments.js";
import { settle } from "../text/settle.js";
import type { Tracer } from "../trace.js";
import { withoutContradictions } from "./contradictions.js";
import { withoutImpossibleMonth } from "./impossible-month.js";
import { topicIn } from "./labels.js";
import { askNearProjects } from "./near-questions.js";
import { isAside } from "./notes.js";
import { readOwned } from "./owned.js";
import { continueProblem, readNumbered } from "./problems.js";
import { classIn, readQuestion } from "./questions.js";
import { newThread, saidOf, type Thread } from "./thread.js";
import { askWhich, readUnowned } from "./unowned.js";

type NoteItem = Extract<Item, { measure: "note" }>;

/** Reads a message of sentences: clause by clause, each with what the ones before it settled. */
export function readStatements(scene: Scene, wanted: Thread["wanted"], tracer: Tracer): Item[] {
  const segments = withoutListed(settle(scene, cutSegments(scene)));
  tracer.add("clauses", () => segments.map((segment) => describe(scene, segment)).join("\n"));
  const thread = newThread(wanted);
  for (const segment of segments) {
    const said = saidOf(thread, segment);
    for (const { kind } of segment.quantities) {
      if (kind === "money") said.sumsAhead++;
      if (kind !== "percent") continue;
      said.percent = true;
      said.percentsAhead++;
    }
  }
  const found: Found[] = [];
  let skipUntil = 0;
  let topic: Segment | undefined;
  for (const [index, segment] of segments.entries()) {
    if (segment.start < skipUntil) continue;
    if (segment.clause.sentence !== thread.sentence) {
      thread.sentence = segment.clause.sentence;
      thread.problem = undefined;
      thread.topic = {};
      thread.milestones = [];
    }
    if (NUMBERED_START.test(segment.body)) {
      const end = endOfSentence(segments, index);
      const numbered = readNumbered(scene, scene.masked, segment.start, end);
      if (numbered.length > 0) {
        found.push(...numbered);
        skipUntil = end;
        continue;
      }
    }
    const next = segments[index + 1];
    if (next && isBroken(segment, next)) {
      found.push(...askFigure(scene, segment, next));
      skipUntil = next.end;
      continue;
    }
    if (isTopic(segments, index)) {
      topic = segment;
      continue;
    }
    const read = readSegment(scene, segment, thread, next === undefined || next.explicit);
    const isLeft = topic?.clause.sentence === segment.clause.sentence && STILL_LEFT.test(segment.body);
    found.push(...withoutImpossibleMonth(segment.body, isLeft ? read.map(asNote) : read));
  }
  return withoutContradictions(mergedNotes(found.sort((a, b) => a.at - b.at)), scene.today);
}

/** 能源站还有加油站啊，…: the names of what is going to be told, each told by itself behind it. */
const ONLY_NAMES =
  /^[\s\ue000、，,:：和及与跟以还有啊呢嘛吧哦嗯呃是这那几两三个条块项目地工程都就先说报一下]*$/;

function withoutListed(segments: readonly Segment[]): readonly Segment[] {
  const told = new Set<NamedProject>();
  const kept: Segment[] = [];
  for (const segment of segments.toReversed()) {
    const { subjects, explicit } = segment;
    if (explicit && onlyNames(segment) && subjects.every((project) => told.has(project))) continue;
    kept.push(segment);
    const [only, ...more] = subjects;
    if (explicit && only && more.length === 0 && tells(segment)) told.add(only);
  }
  return kept.reverse();
}

function onlyNames({ body, clause, quantities, shared }: Segment): boolean {
  if (shared || quantities.length > 0 || /[?？]/.test(clause.closing)) return false;
  return ONLY_NAMES.test(body);
}

function tells({ quantities, dates, body }: Segment): boolean {
  return quantities.some(({ kind }) => kind !== "other") || dates.length > 0 || PROGRESS.test(body);
}

/** 累计1,3200万, 累计1。31亿: one figure with a slip of the finger in it, which only the speaker can mend. */
function isBroken({ body, end, clause }: Segment, next: Segment): boolean {
  if (next.explicit || next.start !== end + clause.closing.length || clause.closing.length !== 1)
    return false;
  if (!/(?:累计|完成|投资|计划|形象|进度)[^\d，。]{0,4}(?<!\d)\d{1,3}$/.test(body)) return false;
  return /[,，]/.test(clause.closing)
    ? /^\d{4}(?!\d)\s?[万亿元]/.test(next.body)
    : clause.closing === "。" && /^\d{1,4}\s?(?:[万亿]|%)/.test(next.body);
}

function askFigure(scene: Scene, segment: Segment, next: Segment): Found[] {
  const text = words(scene, { start: segment.start, end: next.end });
  const { start: at, subjects } = segment;
  if (subjects.length === 0) return [{ at, item: { intent: "ask", reason: "which-project", text } }];
  return subjects.map(({ name }) => ({
    at,
    item: { intent: "ask", reason: "how-much", project: name, text },
  }));
}

/** 敦煌南路的征收，还剩5户，进度95%: the clause only says what the figure behind it is of. */
function isTopic(segments: readonly Segment[], index: number): boolean {
  const segment = segments[index];
  if (!segment?.explicit || topicIn(segment.body) === undefined) return false;
  return segments
    .slice(index + 1)
    .some(
      ({ explicit, clause, quantities }) =>
        !explicit &&
        clause.sentence === segment.clause.sentence &&
        quantities.some(({ kind }) => kind === "percent"),
    );
}

/** Beside the part's own figure: how many are left, and no hindrance. */
const STILL_LEFT =
  /^\s*(?:目前|现在|现)?[还仅只]?有?[剩余]?[下余]?\s?[\d一二两三四五六七八九十]+[户家处]\s*$/;

function asNote({ at, item }: Found): Found {
  if (item.intent !== "problem" || item.action !== "open" || item.project === undefined) return { at, item };
  const { project, what: note = "", text = "" } = item;
  return { at, item: { intent: "report", project, measure: "note", note, text } };
}

const NUMBERED_START = /#\s?\d|^\s*(?:第)?\d{1,5}号(?:问题|卡点)|问题\s?#?\d/;

function endOfSentence(segments: readonly Segment[], index: number): number {
  const sentence = segments[index]?.clause.sentence;
  let end = segments[index]?.end ?? 0;
  for (let next = index; segments[next]?.clause.sentence === sentence; next++)
    end = segments[next]?.end ?? end;
  return end;
}

/** 张伟说70%，我看没有: a doubt, not the question that 没有 ends. */
const NOT_SO = /^\s*我(?:看|觉得|感觉)[是还也就]?(?:没有?|不止|不到|不是)[吧的\s]*$/;

function readSegment(scene: Scene, segment: Segment, thread: Thread, alone: boolean): Found[] {
  if (NOT_SO.test(segment.body)) return [];
  // 年度完成率：武宁路42.2%，泵站71.1%: what stands before the colon is said of all that follows.
  if (segment.clause.closing === ":" && !segment.explicit && segment.quantities.length === 0) return [];
  if (segment.shared)
    return askWhich(
      scene,
      segment,
      segment.shared.map(({ name }) => name),
    );
  const wanted = thread.wanted === "report" ? undefined : thread.wanted;
  const asks = { wanted, alone };
  const question =
    thread.wanted === "report"
      ? undefined
      : (askNearProjects(scene, segment, thread.topic, asks) ??
        readQuestion(scene, segment, thread.topic, asks));
  if (question && !isAsideQuestion(segment))
    return segment.unknown && question.item.intent !== "ask"
      ? askWhich(scene, segment, [])
      : ofEachSubject(segment, question);
  noteTopic(scene, segment, thread);
  if (thread.problem && continueProblem(scene, segment, thread.problem)) return [];
  thread.problem = undefined;
  if (segment.subjects.length === 0) return readUnowned(scene, segment);
  return readOwned(scene, segment, thread);
}

/** 武宁路和新金环怎么样: one question for each. */
function ofEachSubject({ subjects }: Segment, { at, item }: Found): Found[] {
  if (item.intent !== "query" || item.project === undefined || subjects.length < 2) return [{ at, item }];
  return subjects.map(({ name }) => ({ at, item: { ...item, project: name } }));
}

function isAsideQuestion(segment: Segment): boolean {
  return segment.subjects.length === 0
    ? false
    : isAside(segment) &&
        !/进度|投资|完成|负责|节点|[比较]上[^，。]*多少|^\s*(?:麻烦|请|帮我|给我)[^，。]{0,4}[看查]/.test(
          segment.body,
        );
}

function noteTopic(scene: Scene, segment: Segment, thread: Thread): void {
  const named = classIn(scene, segment.body);
  if (named) thread.topic.class = named;
  const unit = scene.mentions.find(
    (mention) => mention.unit && mention.start >= segment.start && mention.end <= segment.end,
  )?.unit;
  if (unit) thread.topic.unit = unit;
}

/** Neighbouring notes on one project are one note. */
function mergedNotes(found: readonly Found[]): Found[] {
  const merged: Found[] = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last && next.item.intent === "problem" && isCause(last.item, next.item)) {
      merged.pop();
      merged.push({
        at: last.at,
        item: { ...next.item, what: `${last.item.note}，${next.item.what ?? ""}` },
      });
      continue;
    }
    if (last && next.item.intent === "problem" && namesLead(last.item, next.item)) {
      last.item = { ...last.item, lead: next.item.lead ?? "" };
      continue;
    }
    // 停工三天，现已复工: it hinders no more.
    if (last && isNote(next.item) && isOver(last.item, next.item)) {
      merged.pop();
      merged.push({
        at: last.at,
        item: { ...next.item, note: `${last.item.what ?? ""}，${next.item.note}` },
      });
      continue;
    }
    if (last && isNote(last.item) && isNote(next.item) && last.item.project === next.item.project) {
      last.item = {
        ...last.item,
        note: `${last.item.note}，${next.item.note}`,
        text: `${last.item.text}，${next.item.text}`,
      };
    } else if (!(last && (sameQuestion(last.item, next.item) || isAgainUnchanged(last.item, next.item))))
      merged.push({ ...next });
  }
  return merged;
}

/** 污染还没治理完，需生态环境局支持: the note says what the request is about. */
function isCause(note: Item, problem: ProblemItem): note is NoteItem {
  if (!isNote(note) || problem.action !== "open" || note.project !== problem.project) return false;
  return (
    /未|没|不|难|慢|缺|滞后|紧|停|打架|冲突|矛盾|占压|重叠/.test(note.note) &&
    /^(?:需|请|望|希望|恳请|建议|盼|影响|导致|制约|造成)/.test(problem.what ?? "")
  );
}

function isOver(problem: Item, note: NoteItem): problem is ProblemItem {
  if (problem.intent !== "problem" || problem.action !== "open" || problem.project !== note.project)
    return false;
  return /^(?:现|目前|今天|昨天|但|后来|现在)?已?经?(?:全面)?(?:复工|恢复|修[好复]|抢[通修]好?)/.test(
    note.note,
  );
}

/** 需协调单位：区建管委: a line of a form that says who is to help with the problem above. */
function namesLead(above: Item, { action, lead, project, what = "" }: ProblemItem): above is ProblemItem {
  if (above.intent !== "problem" || above.action !== "open" || action !== "open") return false;
  if (lead === undefined || above.lead !== undefined || above.project !== project) return false;
  return /^(?:需要?)?协调(?:解决)?的?(?:单位|部门)/.test(what);
}

/** 没问题了，都解决了: asked once. */
function sameQuestion(one: Item, other: Item): boolean {
  if (one.intent !== "ask" || other.intent !== "ask" || one.reason !== other.reason) return false;
  return one.reason === "which-problem" && one.project === other.project;
}

/** 和上周一样，没变化: said twice, meant once. */
function isAgainUnchanged(one: Item, other: Item): boolean {
  if (one.intent !== "report" || other.intent !== "report") return false;
  return one.measure === "unchanged" && other.measure === "unchanged" && one.project === other.project;
}

function isNote(item: Item): item is NoteItem {
  return item.intent === "report" && item.measure === "note";
}

function describe(scene: Scene, segment: Segment): string {
  const subjects =
    segment.unknown !== undefined
      ? `?${segment.unknown}`
      : segment.subjects.map(({ name }) => name).join("+");
  const figures = segment.quantities.map(({ kind, value }) => `${kind} ${value}`).join(", ");
  const dates = segment.dates.map(({ start, end }) => segment.body.slice(start, end)).join(", ");
  return `${words(scene, segment)} | ${subjects} | ${figures} | ${dates}`;
}
