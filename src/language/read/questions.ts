import { kindIn } from "../../domain/filter-kind.js";
import { stageIn } from "../../domain/filter-stage.js";
import { addDays, dayFrom, endOfMonth, partsOf, weekdayOf } from "../dates/calendar.js";
import type { DateSpan } from "../dates/span.js";
import type { Day, QueryItem } from "../items.js";
import { UNDECIDED } from "../rules/doubt.js";
import { NO_PROBLEM } from "../rules/problems.js";
import { ASKING, BARE_STATUS, LAMPS, QUESTIONS, type QuestionRule } from "../rules/questions.js";
import { LEAD_IN, UNCHANGED } from "../rules/words.js";
import type { Found, Scene, Segment } from "../scene.js";
import { unitIn, words } from "../scene.js";

/** How people shorten the classes' names. */
const CLASS_WORDS: readonly { words: RegExp; name: RegExp }[] = [
  { words: /市属|市重大|市级重大/, name: /市属/ },
  { words: /预备/, name: /预备/ },
  { words: /区属|区重大|区级重大/, name: /区属重大|区属/ },
  { words: /土地出让|出让/, name: /出让/ },
  { words: /土地收储|收储/, name: /收储/ },
];

const CLASS_NAME =
  /(?:市属|区属|市级|区级)(?:重大|重点)?(?:预备)?(?:项目)?的?|重点预备(?:项目)?的?|土地出让的?(?!金)/;

/** What earlier clauses of the same sentence have named: 区属63个，完成多少了 */
export interface Topic {
  class?: string;
  unit?: string;
}

/** 建管委牵头的项目进展 */
const LED_BY = /^(?:牵头|负责|承担|主管|名下|这边|那边|管)?的?(?=项目)/;

/** How a segment may ask beyond its own words. */
export interface Asks {
  /** the message began with 查 or 历史 */
  wanted?: "query" | "history" | undefined;
  /** no further clause goes on about the same subject, so that a mere name asks for its state */
  alone: boolean;
}

/** The question in a segment, if it asks. */
export function readQuestion(scene: Scene, segment: Segment, topic: Topic, asks: Asks): Found | undefined {
  const { body, clause } = segment;
  const { wanted, alone } = asks;
  const asked = `${body}${/[?？]/.test(clause.closing) ? "?" : ""}`
    .replace(/[\ue000\ue001]+/g, "")
    .replace(CLASS_NAME, "")
    .replace(LEAD_IN, "")
    .trim();
  const project = segment.subjects[0]?.name;
  const named = segment.explicit || wanted !== undefined ? project : undefined;
  const asking = ASKING.test(asked) || wanted !== undefined;
  const about =
    wanted === "history" && project ? "history" : aboutOf(segment, asked, asking, project, scene.today);
  const bare =
    segment.explicit &&
    alone &&
    BARE_STATUS.test(withoutDates(segment, asked)) &&
    segment.quantities.length === 0;
  // 市属重大情况, 建管委怎么样: a group's state is an overview.
  const group =
    !project &&
    BARE_STATUS.test(
      withoutDates(segment, asked)
        .replace(/(?:怎么样|咋样|如何|怎样)了?/, "")
        .replace(LED_BY, ""),
    ) &&
    groupNamed(scene, segment) &&
    asked !== "";
  if (!about && !bare && !group) return undefined;
  const past = segment.dates.some((date) => isPast(date, scene.today));
  const item: QueryItem = {
    intent: "query",
    about: about ?? (group ? (/完成情况/.test(asked) ? "totals" : "overview") : past ? "as-of" : "status"),
  };
  addSubject(item, scene, segment, topic, asking && item.about !== "overview" ? project : named);
  addFilters(item, scene, segment);
  if (!project && SORTED.has(item.about)) addSorts(item, scene, segment);
  item.text = words(scene, segment);
  return { at: segment.start, item };
}

/** What is asked of several projects at once may be asked of a sort of them. */
const SORTED: ReadonlySet<QueryItem["about"]> = new Set<QueryItem["about"]>([
  "lagging",
  "unreported",
  "totals",
  "overview",
  "compare",
  "milestones",
  "as-of",
  "shortfall",
]);

const CLASS_SAID = /土地|出让|收储|(?:市|区)[属级]|重大|重点预备|预备/g;

/** 道路类, 前期阶段: the sort and the stage of projects that are meant. */
function addSorts(item: QueryItem, { names }: Scene, { body }: Segment): void {
  const left = item.class ? body.replace(CLASS_SAID, " ") : body;
  const { projects } = names.naming;
  const kind = kindIn(left, new Set(projects.flatMap((project) => project.kind ?? [])));
  if (kind) item.kind = kind.say;
  // 哪些还没开工 asks for a node.
  const stage = item.about === "milestones" ? undefined : stageIn(left, []);
  if (stage) item.stage = stage.say;
}

function groupNamed(scene: Scene, { body, start, end }: Segment): boolean {
  return classIn(scene, body) !== undefined || unitIn(scene, start, end) !== undefined;
}

/** 去年底14号线进度: the day aside, it is a name and 进度. */
function withoutDates({ body, dates }: Segment, asked: string): string {
  return dates.reduce((text, { start, end }) => text.replace(body.slice(start, end), ""), asked);
}

function aboutOf(segment: Segment, asked: string, asking: boolean, project: string | undefined, today: Day) {
  const figures = segment.quantities.some(
    ({ kind }) => kind === "percent" || kind === "money" || kind === "points",
  );
  const past = segment.dates.some((date) => isPast(date, today));
  const fits = (rule: QuestionRule) => {
    if (rule.project === true && !project) return false;
    // 因燃气管迁改滞后 goes on about the project before it.
    if (rule.project === false && project && (segment.explicit || !asking)) return false;
    if (rule.past && !past) return false;
    if (!asking && (!rule.plain || figures)) return false;
    return rule.words.test(asked);
  };
  if (!asking && /[了过]|已|正在|计划|预计|问题[:：]/.test(asked) && !/了没|了吗/.test(asked))
    return undefined;
  // 开工节点推迟到11月底, 节点：10月底开工 tell a day.
  if (!asking && /节点\s?[:：]|推迟|延期|延后|提前|顺延|调整?[到至]|改[到至为]/.test(asked)) return undefined;
  if (UNDECIDED.test(asked) && !/[?？]|[吗么呢]$/.test(asked)) return undefined;
  if (NO_PROBLEM.test(asked) && !/[?？]|吗|有没有/.test(asked)) return undefined;
  if (!asking && UNCHANGED.test(asked)) return undefined;
  // A pure statement with figures is none, whatever words of comparison it holds.
  if (!asking && figures) return undefined;
  return QUESTIONS.find(fits)?.about;
}

function addSubject(
  item: QueryItem,
  scene: Scene,
  segment: Segment,
  topic: Topic,
  project: string | undefined,
): void {
  if (project && item.about !== "ranking") item.project = project;
  const unit = unitIn(scene, segment.start, segment.end) ?? topic.unit;
  if (unit && !project) item.unit = unit;
  const found = classIn(scene, segment.body) ?? topic.class;
  if (found && !project) item.class = found;
}

/** The class named in a text. */
export function classIn(scene: Scene, text: string): string | undefined {
  const { classes } = scene.names.naming;
  const exact = classes.filter((name) => text.includes(name)).sort((a, b) => b.length - a.length)[0];
  if (exact) return exact;
  for (const { words: pattern, name } of CLASS_WORDS) {
    if (!pattern.test(text)) continue;
    const found = classes.find((known) => name.test(known));
    if (found) return found;
  }
  return undefined;
}

function addFilters(item: QueryItem, scene: Scene, segment: Segment): void {
  const { body } = segment;
  if (item.about === "lagging") {
    const lamp = LAMPS.find((known) => known.words.test(body))?.lamp;
    if (lamp) item.lamp = lamp;
  }
  if (
    item.about === "problems" &&
    /(?:未|没|还没|没有|尚未)(?:销号|解决|办结|关闭|处理)|待(?:解决|销号)|开放|未结|遗留|还有(?:什么|啥|哪些|几个|多少)/.test(
      body,
    )
  )
    item.open = true;
  const date = segment.dates.find(({ weak }) => !weak);
  if (item.about === "as-of" && date) {
    const day = date.resolve("past")?.day;
    if (day) item.date = day;
  }
  if (item.about === "milestones" && date) {
    const range = rangeOf(segment.body, date, scene.today);
    if (range) Object.assign(item, range);
  }
}

function isPast(date: DateSpan, today: Day): boolean {
  if (date.weak || date.after || date.before) return false;
  if (date.precision === "year" && date.fixed !== "past") return false;
  const day = date.resolve("past")?.day;
  return day !== undefined && day < today;
}

/** The stretch of days that a question about milestones means. */
function rangeOf(body: string, date: DateSpan, today: Day): { from: Day; to: Day } | undefined {
  const said = body.slice(date.start, date.end);
  const direction = date.fixed ?? (/[了过]/.test(body) ? "past" : "future");
  const resolved = date.resolve(direction);
  if (!resolved) return undefined;
  const to = resolved.day;
  const { year, month } = partsOf(to);
  if (date.before || /内|底|末/.test(said))
    return direction === "past" ? { from: dayFrom(year, month, 1), to } : { from: today, to };
  switch (date.precision) {
    case "month":
      return { from: dayFrom(year, month, 1), to: endOfMonth(year, month) };
    case "quarter":
      return { from: dayFrom(year, month - 2, 1), to };
    case "half-year":
      return { from: dayFrom(year, month - 5, 1), to };
    case "year":
      return { from: dayFrom(year, 1, 1), to };
    case "ten-day":
      if (/周|星期|礼拜/.test(said)) return { from: addDays(to, 1 - weekdayOf(to)), to };
      return { from: addDays(to, -9), to };
    default:
      return { from: to, to };
  }
}
