import type { AskItem, Item, ProblemItem } from "../items.js";
import type { NamedProject } from "../names.js";
import { LEDGER, PROGRESS } from "../rules/words.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { cutSegments, settle } from "../text/segments.js";
import { subjectWord } from "../text/subjects.js";
import type { Tracer } from "../trace.js";
import { readFigures, type Said } from "./figures.js";
import { readMilestones, wordsIn } from "./milestones.js";
import { isAside, readNote, readUnchanged } from "./notes.js";
import { projectOptions } from "./options.js";
import { continueProblem, readNumbered, readProblem } from "./problems.js";
import { classIn, readQuestion, type Topic } from "./questions.js";

/** What the clauses read so far leave to the ones that follow. */
interface Thread {
  wanted: "report" | "query" | "history" | undefined;
  /** the problem that further clauses may go on about */
  problem: ProblemItem | undefined;
  topic: Topic;
  sentence: number;
  said: Map<string, Said>;
  /** milestones named in the sentence: 正在办理施工许可证，预计10月底取得 */
  milestones: ReturnType<typeof wordsIn>;
}

/** Reads a message of sentences: clause by clause, each with what the ones before it settled. */
export function readStatements(scene: Scene, wanted: Thread["wanted"], tracer: Tracer): Item[] {
  const segments = settle(scene, cutSegments(scene));
  tracer.add("clauses", () => segments.map((segment) => describe(scene, segment)).join("\n"));
  const thread: Thread = { wanted, problem: undefined, topic: {}, sentence: -1, said: new Map(), milestones: [] };
  for (const segment of segments) {
    const percents = segment.quantities.filter(({ kind }) => kind === "percent").length;
    if (percents === 0) continue;
    const said = saidOf(thread, segment);
    said.percent = true;
    said.percentsAhead += percents;
  }
  const found: Found[] = [];
  let skipUntil = 0;
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
    found.push(...readSegment(scene, segment, thread, next === undefined || next.explicit));
  }
  return mergedNotes(found.sort((a, b) => a.at - b.at)).map(({ item }) => item);
}

const NUMBERED_START = /#\s?\d|^\s*(?:第)?\d{1,5}号(?:问题|卡点)|问题\s?#?\d/;

function endOfSentence(segments: readonly Segment[], index: number): number {
  const sentence = segments[index]?.clause.sentence;
  let end = segments[index]?.end ?? 0;
  for (const segment of segments.slice(index)) {
    if (segment.clause.sentence !== sentence) break;
    end = segment.end;
  }
  return end;
}

function readSegment(scene: Scene, segment: Segment, thread: Thread, alone: boolean): Found[] {
  if (segment.shared) return askWhich(scene, segment, segment.shared.map(({ name }) => name));
  const wanted = thread.wanted === "report" ? undefined : thread.wanted;
  const question = thread.wanted === "report" ? undefined : readQuestion(scene, segment, thread.topic, { wanted, alone });
  if (question && !isAsideQuestion(segment)) return segment.unknown ? askWhich(scene, segment, []) : [question];
  noteTopic(scene, segment, thread);
  if (thread.problem && continueProblem(scene, segment, thread.problem)) return [];
  thread.problem = undefined;
  if (segment.subjects.length === 0) return readUnowned(scene, segment);
  return readOwned(scene, segment, thread);
}

/** What the message has said so far of the segment's subjects. */
function saidOf(thread: Thread, { subjects }: Segment): Said {
  const key = subjects.map(({ name }) => name).join();
  const said = thread.said.get(key) ?? { plan: false, percent: false, percentsAhead: 0 };
  thread.said.set(key, said);
  return said;
}

function isAsideQuestion(segment: Segment): boolean {
  return segment.subjects.length === 0 ? false : isAside(segment) && !/进度|投资|完成|负责|节点/.test(segment.body);
}

function noteTopic(scene: Scene, segment: Segment, thread: Thread): void {
  const named = classIn(scene, segment.body);
  if (named) thread.topic.class = named;
  const unit = scene.mentions.find((mention) => mention.unit && mention.start >= segment.start && mention.end <= segment.end)?.unit;
  if (unit) thread.topic.unit = unit;
}

/** A segment that speaks of a known project. */
function readOwned(scene: Scene, segment: Segment, thread: Thread): Found[] {
  const said = saidOf(thread, segment);
  const figures = [...gluedFigure(scene, segment), ...readFigures(scene, segment, said)];
  const telling = figures.some(({ item }) => item.intent !== "ask");
  if (isAside(segment) && !telling) return LEDGER.test(segment.body) && !/[请会约]/.test(segment.body) ? figures : [];
  const problems = readProblem(scene, segment);
  const opened = problems.find(({ item }) => item.intent === "problem" && item.action === "open");
  if (opened?.item.intent === "problem") thread.problem = opened.item;
  if (problems.length > 0) return [...figures, ...problems];
  const milestones = readMilestones(scene, segment, thread.milestones);
  thread.milestones = [...thread.milestones, ...wordsIn(segment)];
  const items = [...figures, ...milestones.filter(({ item }) => !coveredByFigure(item, figures))];
  if (items.length > 0) return items;
  const unchanged = readUnchanged(scene, segment);
  if (unchanged.length > 0) return unchanged;
  if (/^[\s\ue000]*(?:全部|都|已经?|全)*(?:完成|完了|做完|干完|结束)了?[。!！\s]*$/.test(segment.body) && segment.explicit) return allDone(scene, segment);
  return readNote(scene, segment);
}

/** 新金环88%: the longest name takes the digits, and the unit behind it is left without a figure. */
function gluedFigure(scene: Scene, segment: Segment): Found[] {
  const [project] = segment.subjects;
  const last = scene.masked.charAt(segment.start + segment.bodyStart - 1) === "\ue000" ? scene.normal.text.charAt(segment.start + segment.bodyStart - 1) : "";
  if (!project || !/\d/.test(last) || !/^(?:%|[万亿]|个亿|成(?!交|果))/.test(segment.body.slice(segment.bodyStart))) return [];
  return [{ at: segment.start, item: { intent: "ask", reason: "how-much", project: project.name, text: words(scene, segment) } }];
}

/** 桩基10月底完成80%: the figure already says it. */
function coveredByFigure(item: Item, figures: readonly Found[]): boolean {
  return item.intent === "ask" && figures.length > 0;
}

function allDone(scene: Scene, segment: Segment): Found[] {
  const text = words(scene, segment);
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: {
      intent: "ask",
      reason: "which-measure",
      project: name,
      text,
      options: [
        { label: "形象进度 100%", items: [{ intent: "report", project: name, measure: "percent", value: 100, text }] },
        {
          label: "完工",
          items: [{ intent: "milestone", project: name, milestone: "完工", status: "done", date: scene.today, precision: "day", text }],
        },
      ],
    },
  }));
}

/** A segment whose project is not named, or named by a word that is no name. */
function readUnowned(scene: Scene, segment: Segment): Found[] {
  if (isAside(segment)) return [];
  if (segment.unknown === "") return /(?:所有|全部|各个?|每个)项目/.test(segment.body) && segment.quantities.length > 0 ? askWhich(scene, segment, []) : [];
  const party = partyOf(scene, segment);
  if (party) return askWhich(scene, segment, party);
  const problems = readProblem(scene, segment);
  if (problems.some(({ item }) => item.intent === "ask" && item.reason === "which-problem")) return problems;
  const word = segment.unknown ?? subjectWord(segment);
  const speaks = ledgerWords(scene, segment);
  const candidates = word.length >= 2 && word.length <= 16 ? scene.names.near.find(word) : [];
  const figure = segment.quantities.some(({ kind }) => kind === "percent" || kind === "money" || kind === "area");
  if (candidates.length > 0 && (speaks || figure || PROGRESS.test(segment.body.replace(word, "")))) return askWhich(scene, segment, candidates);
  if (segment.unknown && speaks) return askWhich(scene, segment, []);
  return speaks || problems.length > 0 || nameAndFigure(segment) ? askWhich(scene, segment, candidates) : [];
}

/** 隧道 65%: a short word and a figure, as people report; it only needs a name. */
function nameAndFigure({ body, quantities }: Segment): boolean {
  const [figure, more] = quantities.filter(({ kind }) => kind !== "other");
  if (!figure || more || figure.kind === "bare" || figure.kind === "points") return false;
  return /^[\s\u4e00-\u9fa5a-z0-9\ue001-]{1,8}$/.test(body.slice(0, figure.start)) && /^[\s了。.!！]*$/.test(body.slice(figure.end));
}

/** Whether a segment without a project still speaks of the ledger's matters. */
function ledgerWords(scene: Scene, segment: Segment): boolean {
  const { body, quantities } = segment;
  const figure = quantities.some(({ kind }) => kind === "percent" || kind === "money" || kind === "area");
  if (figure && (LEDGER.test(body) || /^[\s\d.%亿万元亩]+$/.test(body) || segment.unknown)) return true;
  if (/^[\s]*(?:全|全部|都|已经?|全都|基本)+(?:完成|做完|干完|开工|竣工|结束|封顶)了?[\s。!！]*$/.test(body)) return true;
  if (/(?:做|干|修|挖|铺|打|建|推进|施工|掘进|浇)到/.test(body)) return true;
  const probe = { ...segment, subjects: [NOBODY] };
  return readMilestones(scene, probe, []).length > 0 || (segment.subjects.length === 0 && readUnchanged(scene, segment).length > 0);
}

const NOBODY: NamedProject = { name: "", aliases: [] };

/** 普实医疗签合同了: a company that stands for the projects known by it. */
function partyOf(scene: Scene, segment: Segment): readonly string[] | undefined {
  const mention = scene.mentions.find(({ unit, start, end }) => unit !== undefined && start >= segment.start && end <= segment.end);
  const projects = mention?.unit ? scene.names.parties.get(mention.unit) : undefined;
  if (!projects || !mention) return undefined;
  const figure = segment.quantities.some(({ kind }) => kind !== "other" && kind !== "bare");
  return figure || PROGRESS.test(segment.body) || ledgerWords(scene, segment) ? projects : undefined;
}

function askWhich(scene: Scene, segment: Segment, candidates: readonly string[]): Found[] {
  const item: AskItem = { intent: "ask", reason: "which-project", text: words(scene, segment) };
  if (candidates.length > 0) {
    item.candidates = [...candidates];
    item.options = projectOptions(candidates, (name) => readFor(scene, segment, name));
  }
  return [{ at: segment.start, item }];
}

function readFor(scene: Scene, segment: Segment, name: string): Item[] {
  const project = scene.names.project.get(name);
  if (!project) return [];
  const { shared, unknown, ...rest } = segment;
  const thread: Thread = { wanted: "report", problem: undefined, topic: {}, sentence: 0, said: new Map(), milestones: [] };
  return readOwned(scene, { ...rest, subjects: [project] }, thread).map(({ item }) => item);
}

/** Neighbouring notes on one project are one note. */
function mergedNotes(found: readonly Found[]): Found[] {
  const merged: Found[] = [];
  for (const next of found) {
    const last = merged.at(-1);
    if (last && isNote(last.item) && isNote(next.item) && last.item.project === next.item.project) {
      last.item = { ...last.item, note: `${last.item.note}，${next.item.note}`, text: `${last.item.text}，${next.item.text}` };
    } else merged.push({ ...next });
  }
  return merged;
}

function isNote(item: Item): item is Extract<Item, { measure: "note" }> {
  return item.intent === "report" && item.measure === "note";
}

function describe(scene: Scene, segment: Segment): string {
  const subjects = segment.unknown !== undefined ? `?${segment.unknown}` : segment.subjects.map(({ name }) => name).join("+");
  const figures = segment.quantities.map(({ kind, value }) => `${kind} ${value}`).join(", ");
  const dates = segment.dates.map(({ start, end }) => segment.body.slice(start, end)).join(", ");
  return `${words(scene, segment)} | ${subjects} | ${figures} | ${dates}`;
}
