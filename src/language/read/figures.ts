import type { AskItem, Item, Measured, ReportItem } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Quantity } from "../numbers/quantities.js";
import { partIn } from "../rules/parts.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { namesUnknown } from "../text/subjects.js";
import { optionsFor } from "./options.js";
import { type Around, meaningOfMoney } from "./money.js";
import { isFormer, isOld, isRise, meaningOfPercent } from "./percent.js";

/** Beyond this no project of a district goes; 9999亿 is a slip. */
const MOST_YUAN = 1e11;
const LEAST_YUAN = 10_000;
const MOST_MU = 100_000;

/** What one figure is worth: a value to report, a question, or nothing. */
type Reading = { measured: Measured; approx?: true } | { ask: AskItem["reason"]; options?: Measured[] } | undefined;

type Unit = NonNullable<Segment["given"]["unit"]>;

/** What earlier figures of the same project in this message have said. */
export interface Said {
  plan: boolean;
  /** a percentage stands somewhere in the message, so that a mere difference beside it is no question */
  percent: boolean;
  /** how many percentages are still to come */
  percentsAhead: number;
}

/** Reads all figures of a segment that has a subject. */
export function readFigures(scene: Scene, segment: Segment, said: Said): Found[] {
  const figures = segment.quantities.filter(({ kind }) => kind !== "other");
  if (figures.length === 0) return [];
  const readings = figures.map((figure, index) => ({ figure, reading: readOne(scene, segment, figures, index, said) }));
  const kept = readings.filter(({ reading }) => reading !== undefined);
  shareParts(segment, kept);
  const shared = distribute(segment, kept.length);
  if (shared === "unclear") {
    const candidates = segment.subjects.map(({ name }) => name);
    return [{ at: segment.start, item: { intent: "ask", reason: "which-project", candidates, text: words(scene, segment) } }];
  }
  const found: Found[] = [];
  let unitAsked = false;
  for (const [index, { figure, reading }] of kept.entries()) {
    if (!reading) continue;
    // 本月3200 累计10200: one question settles the unit of both.
    if ("ask" in reading && reading.ask === "which-unit") {
      if (unitAsked) continue;
      unitAsked = true;
    }
    const at = segment.start + figure.start;
    for (const project of shared(index)) found.push({ at, item: itemOf(scene, segment, project, reading) });
  }
  return found;
}

/** 桩基、土建分别完成100%、30%: one part each. */
function shareParts({ body, bodyStart }: Segment, kept: readonly { reading: Reading }[]): void {
  const list = /^([^\d]*)(?:分别|依次)/.exec(body.slice(bodyStart))?.[1];
  const parts = list?.split(/[、和及与,]/).map((label) => partIn(label)) ?? [];
  if (parts.length !== kept.length || parts.length < 2) return;
  for (const [index, { reading }] of kept.entries()) {
    const part = parts[index];
    if (part && reading && "measured" in reading && reading.measured.measure === "percent") reading.measured.part = part;
  }
}

/** Which projects the n-th figure is for: 分别 gives one each, 均 gives all to all. */
function distribute(segment: Segment, figures: number): "unclear" | ((index: number) => readonly NamedProject[]) {
  const { subjects, body } = segment;
  if (subjects.length <= 1) return () => subjects;
  if (/分别|依次|各自/.test(body) || (figures === subjects.length && !/均|都|各/.test(body))) {
    if (figures % subjects.length !== 0) return "unclear";
    // 累计1亿和2亿、进度50%和60%: the figures go round once for each measure.
    return (index) => subjects.slice(index % subjects.length, (index % subjects.length) + 1);
  }
  return /均|都|各|全部/.test(body) ? () => subjects : figures === 0 ? () => [] : "unclear";
}

function itemOf(scene: Scene, segment: Segment, project: NamedProject, reading: NonNullable<Reading>): Item {
  const text = words(scene, segment);
  if ("ask" in reading) {
    if (reading.ask === "which-project") return { intent: "ask", reason: reading.ask, text };
    const item: AskItem = { intent: "ask", reason: reading.ask, project: project.name, text };
    const options = optionsFor(project.name, reading.options ?? [], text);
    return options.length > 0 ? { ...item, options } : item;
  }
  return report(project.name, reading.measured, text, reading.approx);
}

/** A report item of one measure. */
export function report(project: string, measured: Measured, text: string, approx?: true): ReportItem {
  return { intent: "report", project, ...measured, ...(approx ? { approx } : {}), text } as ReportItem;
}

function readOne(scene: Scene, segment: Segment, figures: readonly Quantity[], index: number, said: Said): Reading {
  const figure = figures[index];
  if (!figure) return undefined;
  const before = figures[index - 1];
  const next = figures[index + 1];
  const left = labelBefore(segment, before, figure);
  const right = segment.body.slice(figure.end, next?.start ?? segment.body.length);
  if (before && namesUnknown(left)) return { ask: "which-project" };
  switch (figure.kind) {
    case "percent":
      said.percentsAhead--;
      if (said.percentsAhead > 0 && isOld(left)) return undefined;
      return readPercent(segment, figure, left, right, next?.kind === "percent" ? right : undefined, before);
    case "points":
      return !said.percent && pointsAlone(segment, figures, left) ? { ask: "how-much" } : undefined;
    case "money":
      if (next?.kind === "money" && isFormer(left, right) && (isRise(right) || /由|从/.test(left))) return undefined;
      return readMoney(scene, segment, figure, { left, right }, said);
    case "area":
      return readArea(segment, figure, left);
    default:
      return readBare(scene, segment, figure, left, right, said);
  }
}

/** What stands between the figure before and this one; 分别 carries the first label on to all. */
function labelBefore(segment: Segment, before: Quantity | undefined, figure: Quantity): string {
  const { body, bodyStart } = segment;
  const lead = body.slice(0, bodyStart).replace(/[\ue000\ue001]+/g, " ");
  const own = body.slice(before?.end ?? bodyStart, figure.start);
  if (!before) return figure.start < bodyStart ? body.slice(0, figure.start) : `${lead}${own}`;
  const carriesOn = /^\s?[、和及与,，/]\s?$/.test(own) || isRise(own);
  return carriesOn ? body.slice(bodyStart, figure.start).replace(/[\d.%亿万元、和及与]+$/, "") : own;
}

function readPercent(
  segment: Segment,
  figure: Quantity,
  left: string,
  right: string,
  between: string | undefined,
  before: Quantity | undefined,
): Reading {
  if (isFormer(left, between)) return undefined;
  const tail = before ? left.replace(/^[^→>]{0,2}(?:→|-+>|=+>)/, "") : left;
  const meaning = meaningOfPercent(tail, right, segment.given.label);
  const { value } = figure;
  if (meaning.is === "nothing") return undefined;
  if (meaning.is === "change") return before?.kind === "percent" || pointsBeside(segment) ? undefined : { ask: "how-much" };
  if (figure.vague || value < 0 || !Number.isFinite(value)) return { ask: "how-much" };
  const rounded = Math.round(value * 100) / 100;
  if (meaning.is === "unclear") {
    const done = Math.round((100 - rounded) * 100) / 100;
    const remaining = /剩|差|还有|尚|缺/.test(left) || /没|未|待/.test(right.slice(0, 6));
    const worth = remaining ? done : rounded;
    return { ask: "which-measure", options: [{ measure: "percent", value: worth }, { measure: "completion", value: worth }] };
  }
  if (meaning.is === "completion") {
    return value > 1000 ? { ask: "how-much" } : withApprox(figure, { measure: "completion", value: rounded });
  }
  if (value > 100) return { ask: "how-much" };
  return withApprox(figure, { measure: "percent", value: rounded, ...(meaning.part ? { part: meaning.part } : {}) });
}

function pointsBeside({ quantities }: Segment): boolean {
  return quantities.filter(({ kind }) => kind === "percent").length > 1;
}

/** 提高6个百分点 says how far, not where to. */
function pointsAlone({ body }: Segment, figures: readonly Quantity[], left: string): boolean {
  if (figures.some(({ kind }) => kind === "percent" || kind === "money")) return false;
  return (MERE_LABEL.test(left) || /提高|提升|增加|上升|推进|涨|新增/.test(left)) && !/较|比|同比|环比|时序|完成率/.test(body);
}

function withApprox(figure: Quantity, measured: Measured): Reading {
  return figure.approx ? { measured, approx: true } : { measured };
}

function readMoney(scene: Scene, segment: Segment, figure: Quantity, around: Around, said: Said): Reading {
  const date = lastDate(segment, figure, around);
  const meaning = meaningOfMoney(date ? { ...around, date } : around, segment, scene, said.plan);
  if (meaning.is === "nothing") return undefined;
  const yuan = figure.value;
  const small = yuan > 0 && yuan < LEAST_YUAN;
  if (figure.vague || yuan < 0 || small || !(yuan <= MOST_YUAN) || doubtfulComma(segment, figure)) return { ask: "how-much" };
  if (meaning.is === "plan") {
    said.plan = true;
    return withApprox(figure, { measure: "plan", yuan });
  }
  if (meaning.is === "funds") return withApprox(figure, { measure: "funds", yuan });
  if (meaning.is === "unclear") return { ask: "which-scope", options: scopes(scene, yuan) };
  const { scope, period } = meaning;
  return withApprox(figure, { measure: "investment", scope, yuan, ...(period ? { period } : {}) });
}

/** 1，200万: one figure written with the wrong comma, or two clauses? */
function doubtfulComma({ clause, quantities, body }: Segment, figure: Quantity): boolean {
  void clause;
  return quantities.indexOf(figure) === 0 && /^\d{3}(?!\d)/.test(body.slice(figure.start)) && figure.start === 0;
}

/** The readings of a sum of which only the amount was said. */
export function scopes(scene: Scene, yuan: number): Measured[] {
  const month = scene.today.slice(0, 7);
  return [
    { measure: "investment", scope: "month", yuan, period: month },
    { measure: "investment", scope: "month", yuan, period: scene.closedMonth },
    { measure: "investment", scope: "ytd", yuan },
    { measure: "investment", scope: "increment", yuan },
  ];
}

/** The date that the figure's own label names, or one in brackets behind it. */
function lastDate({ dates, body }: Segment, figure: Quantity, { left, right }: Around) {
  const from = figure.start - left.length;
  const before = dates.filter(({ start, end, weak }) => end <= figure.start && start >= from && !weak).at(-1);
  const closed = /^\s?元?\s?\([^()]*\)/.test(right) || (/^\s?元?\s?\(/.test(right) && figure.end + right.length === body.length);
  const inBrackets = closed
    ? dates.find(({ start }) => start >= figure.end && start <= figure.end + 10 && body.slice(figure.end, start).includes("("))
    : undefined;
  return inBrackets ?? before;
}

function readArea(segment: Segment, figure: Quantity, left: string): Reading {
  const storing = segment.subjects.some((project) => project.class === "土地收储");
  if (!storing && !/收储|征收|移交|腾地|储备|供地/.test(left)) return undefined;
  if (/计划|目标|任务|预计|力争|还剩|剩余|还差|总共要/.test(left)) return undefined;
  if (figure.vague || figure.value < 0 || figure.value > MOST_MU) return { ask: "how-much" };
  if (/又|再|新增|增加(?!到|至)/.test(left)) return { ask: "how-much", options: [{ measure: "area", mu: figure.value }] };
  return withApprox(figure, { measure: "area", mu: figure.value });
}

const MERE_LABEL =
  /^(?:[\s:：,，()（）"“”\-【】、\ue000\ue001]|形象进度|形象|进度|累计|完成|投资|投入|达到|达|到|至|了|是|为|约|大概|大约|已经|已|现在|目前|本年|本月|上个?月|今年|年度|完成率|今天|应该|差不多|总体|报一下|报|更新|干|做|\d{1,2}月份?|桩基|土建|万元|亿元|单位|元|%|的|吧|额|提升|提高|[又再])*$/;

/** A figure without a unit: only a question, unless the heading gives the unit. */
function readBare(scene: Scene, segment: Segment, figure: Quantity, left: string, right: string, said: Said): Reading {
  const figures = segment.quantities.filter(({ kind }) => kind !== "other").length;
  const unitHere = /[(（]\s?(?:单位:?)?(万|亿|元|%|亩)元?\s?[)）]/.exec(segment.body)?.[1] as Unit | undefined;
  const unit = unitHere ?? segment.given.unit;
  if (!MERE_LABEL.test(left) || (!(/^[\s了吧啊呢。.!)]*$/.test(right) || ((unit || figures > 1) && MERE_LABEL.test(right))))) return undefined;
  if (beginsThousands(scene, segment, figure)) return undefined;
  const { value } = figure;
  if (unit === "%") return readPercent(segment, { ...figure, kind: "percent" }, left, right, undefined, undefined);
  if (unit === "亩") return readArea(segment, { ...figure, kind: "area" }, left);
  if (unit) {
    const yuan = Math.round(value * { 万: 1e4, 亿: 1e8, 元: 1 }[unit]);
    return readMoney(scene, segment, { ...figure, kind: "money", value: yuan }, { left, right }, said);
  }
  if (figure.start < segment.bodyStart) return undefined;
  if (!Number.isFinite(value) || value < 0) return { ask: "how-much" };
  const written = segment.body.slice(figure.start, figure.end);
  if (/^[零一二两三四五六七八九几数]$/.test(written)) return undefined;
  return { ask: "which-unit", options: unitReadings(scene, value, left) };
}

/** The 1 of 1，200万: the question is asked at what follows. */
function beginsThousands({ masked }: Scene, { start, clause }: Segment, figure: Quantity): boolean {
  const end = start + figure.end;
  return end === clause.end && clause.closing === "，" && /^，\d{3}(?!\d)/.test(masked.slice(end, end + 5));
}

function unitReadings(scene: Scene, value: number, left: string): Measured[] {
  const readings: Measured[] = [];
  if (value <= 1 && value > 0) readings.push({ measure: "percent", value: Math.round(value * 10_000) / 100 });
  if (value > 1 && value <= 100) readings.push({ measure: "percent", value });
  const scope = /累计|本年|今年/.test(left) ? ("ytd" as const) : undefined;
  for (const factor of [1e4, 1e8]) {
    const yuan = Math.round(value * factor);
    if (yuan < 100_000 || yuan > 2e10) continue;
    if (scope) readings.push({ measure: "investment", scope, yuan });
    else readings.push({ measure: "investment", scope: "month", yuan, period: scene.today.slice(0, 7) }, { measure: "investment", scope: "ytd", yuan });
  }
  return readings.slice(0, 5);
}
