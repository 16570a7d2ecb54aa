import { partsOf } from "../dates/calendar.js";
import { yearSaid } from "../dates/years.js";
import type { AskItem, Item, Measured, ReportItem } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Quantity } from "../numbers/quantities.js";
import { firstPart, partIn } from "../rules/parts.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { namesUnknown } from "../text/subjects.js";
import { readBare } from "./bare-figures.js";
import { optionsFor } from "./options.js";
import { isFormer, isOld, isRise, meaningOfPercent } from "./percent.js";
import { pointsAlone, readPercent } from "./percent-figures.js";
import { type Reading, type Said, withApprox } from "./reading.js";
import { readArea, readMoney } from "./sum-figures.js";

/** Reads all figures of a segment that has a subject. */
export function readFigures(scene: Scene, segment: Segment, said: Said): Found[] {
  const figures = segment.quantities.filter(({ kind }) => kind !== "other");
  if (figures.length === 0) return [];
  const readings = figures.map((figure, index) => ({
    figure,
    reading: settled(scene, segment, figure, readOne(scene, segment, figures, index, said)),
  }));
  const kept = readings.filter(({ reading }) => reading !== undefined);
  shareParts(segment, kept);
  const shared = distribute(segment, kept.length);
  if (shared === "unclear") {
    const candidates = segment.subjects.map(({ name }) => name);
    return [
      {
        at: segment.start,
        item: { intent: "ask", reason: "which-project", candidates, text: words(scene, segment) },
      },
    ];
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

const UNSURE = /如果|假如|假设|倘若|要是|若(?!干|非)|一旦|听说|据说|据传|听闻|传闻|听人说/;

/** 如果资金到位，完成85%; 听说65%了: what is not known for a fact is asked for. */
function settled(scene: Scene, segment: Segment, figure: Quantity, reading: Reading): Reading {
  if (!reading || "ask" in reading) return reading;
  return UNSURE.test(sentenceBefore(scene, segment.start + figure.start)) ? { ask: "how-much" } : reading;
}

const FARTHEST = 60;

/** What its sentence says before a figure. */
function sentenceBefore({ masked }: Scene, at: number): string {
  return (
    masked
      .slice(Math.max(0, at - FARTHEST), at)
      .split(/[\n。；;！!？?]/)
      .at(-1) ?? ""
  );
}

/** 桩基、土建分别完成100%、30%: one part each. */
function shareParts({ body, bodyStart }: Segment, kept: readonly { reading: Reading }[]): void {
  const list = /^([^\d]*)(?:分别|依次)/.exec(body.slice(bodyStart))?.[1];
  const parts = list?.split(/[、和及与,]/).map((label) => partIn(label)) ?? [];
  if (parts.length !== kept.length || parts.length < 2) return;
  for (const [index, { reading }] of kept.entries()) {
    const part = parts[index];
    if (part && reading && "measured" in reading && reading.measured.measure === "percent")
      reading.measured.part = part;
  }
}

/** Which projects the n-th figure is for: 分别 gives one each, 均 gives all to all. */
function distribute(
  segment: Segment,
  figures: number,
): "unclear" | ((index: number) => readonly NamedProject[]) {
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

function readOne(
  scene: Scene,
  segment: Segment,
  figures: readonly Quantity[],
  index: number,
  said: Said,
): Reading {
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
      if (said.percentsAhead > 0 && (isOld(left) || settledLater(segment, figure, left))) return undefined;
      if (isShareDone(figure, left, said))
        return withApprox(figure, { measure: "completion", value: Math.round(figure.value * 100) / 100 });
      return ofThisYear(
        scene,
        before ? segment.body.slice(before.end, figure.start) : left,
        readPercent(
          segment,
          figure,
          sharedPart(scene, segment, left),
          right,
          next?.kind === "percent" ? right : undefined,
          before,
        ),
      );
    case "points":
      return !said.percent && pointsAlone(segment, figures, left) ? { ask: "how-much" } : undefined;
    case "money":
      if (next?.kind === "money" && isFormer(left, right) && (isRise(right) || /由|从/.test(left)))
        return undefined;
      return readMoney(scene, segment, figure, { left, right }, said);
    case "area":
      return readArea(segment, figure, left);
    default:
      return readBare(scene, segment, figure, left, right, said);
  }
}

/** 年度计划3.2亿 完成1.02亿 31.9%: the percentage is the share of the plan that is done. */
function isShareDone({ value }: Quantity, left: string, { plan, done }: Said): boolean {
  if (!plan || done === undefined || !/^[\s(,:]*占?\s*$/.test(left)) return false;
  return Math.abs((done / plan) * 100 - value) <= 0.5;
}

/** 去年完成65%: not where the works are now. */
function ofThisYear({ today }: Scene, left: string, reading: Reading): Reading {
  const year = yearSaid(left, today) ?? partsOf(today).year;
  return reading && "measured" in reading && year !== partsOf(today).year ? { ask: "which-date" } : reading;
}

/** 桩基完成120根，占65%: a share is of the part that was spoken of just before. */
function sharedPart(scene: Scene, segment: Segment, left: string): string {
  if (!/占\s?$/.test(left)) return left;
  const clauseBefore =
    sentenceBefore(scene, segment.start - 1)
      .split("，")
      .at(-1) ?? "";
  return `${firstPart(left) ?? (segment.explicit ? "" : firstPart(clauseBefore)) ?? ""}占`;
}

/** 进度过半，55%; 提升5%，达到65%: the figure that follows says what this one leaves open. */
function settledLater({ body }: Segment, figure: Quantity, left: string): boolean {
  const inWords = figure.vague === true && !/\d/.test(body.slice(figure.start, figure.end));
  return inWords || meaningOfPercent(left, "", "").is === "change";
}

/** What stands between the figure before and this one; 分别 carries the first label on to all. */
function labelBefore(segment: Segment, before: Quantity | undefined, figure: Quantity): string {
  const { body, bodyStart } = segment;
  const lead = body.slice(0, bodyStart).replace(/[\ue000\ue001]+/g, " ");
  const own = body.slice(before?.end ?? bodyStart, figure.start);
  if (!before) return figure.start < bodyStart ? body.slice(0, figure.start) : `${lead}${own}`;
  const carriesOn =
    /^\s?[、和及与,，/]\s?$/.test(own) ||
    (isRise(own) && !(figure.kind === "money" && /完成|累计|实际/.test(own)));
  // 桩基由60%提升至65%: the part stands before the old value.
  if (figure.kind === "percent" && isRise(own)) return `${own} ${body.slice(bodyStart, before.start)}`;
  return carriesOn ? body.slice(bodyStart, figure.start).replace(/[\d.%亿万元、和及与]+$/, "") : own;
}
