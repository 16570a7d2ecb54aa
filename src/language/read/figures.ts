import type { AskItem, Item, Measured, ReportItem } from "../items.js";
import type { NamedProject } from "../names.js";
import type { Quantity } from "../numbers/quantities.js";
import { partIn } from "../rules/parts.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { namesUnknown } from "../text/subjects.js";
import { readBare } from "./bare-figures.js";
import { ofNow } from "./beside.js";
import {
  closed,
  labelBefore,
  partBesideWhole,
  partSpokenOf,
  partUnderWay,
  settledLater,
  sharedPart,
} from "./labels.js";
import { ofNow as asOfNow, optionsFor } from "./options.js";
import { isFormer, isOld, isRise } from "./percent.js";
import { pointsAlone, readPercent } from "./percent-figures.js";
import { isShareDone, OF_PLAN, shareOfSomePlan } from "./plan-shares.js";
import { type Reading, type Said, withApprox } from "./reading.js";
import { settled } from "./settled.js";
import { knownLabel } from "./strange-labels.js";
import { readArea, readMoney } from "./sum-figures.js";

/** Reads all figures of a segment that has a subject. */
export function readFigures(scene: Scene, segment: Segment, said: Said): Found[] {
  const figures = segment.quantities.filter(({ kind }) => kind !== "other");
  if (figures.length === 0) return [];
  const readings = figures.map((figure, index) => ({
    figure,
    reading: knownLabel(
      segment,
      figures[index - 1],
      figure,
      settled(scene, segment, figure, readOne(scene, segment, figures, index, said), said),
    ),
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
    if (reading.why) item.why = reading.why;
    const options = optionsFor(project.name, reading.options ?? [], text, scene.today);
    if (options.length === 0) return item;
    return { ...item, options: reading.ask === "which-date" ? asOfNow(options) : options };
  }
  return report(project.name, reading.measured, text, reading.approx);
}

/** A report item of one measure. */
export function report(project: string, measured: Measured, text: string, approx?: true): ReportItem {
  return { intent: "report", project, ...measured, ...(approx ? { approx } : {}), text } as ReportItem;
}

/** Between a sum and its share. */
const OF_THAT_SUM = /^\s?元?\s?(?:的|(?:已经?)?完成了?)\s?$/;

function isFormerInBrackets({ body, dates }: Segment, left: string): boolean {
  if (!/^\s?元?\s?\(/.test(left)) return false;
  const rest = dates.reduceRight((text, { start, end }) => text.replace(body.slice(start, end), ""), left);
  return rest !== left && /^\s?元?\s?\(\s*[:：为是]?\s*$/.test(rest);
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
  const right = closed(segment.body.slice(figure.end, next?.start ?? segment.body.length), next);
  if (before && namesUnknown(left)) return { ask: "which-project" };
  switch (figure.kind) {
    case "percent":
      said.percentsAhead--;
      if (said.percentsAhead > 0 && (isOld(left) || settledLater(segment, scene, figure, left)))
        return undefined;
      if (isShareDone(figure, left, said))
        return withApprox(figure, { measure: "completion", value: Math.round(figure.value * 100) / 100 });
      // 1.02亿(31.9%): of the plan, of the whole, or the works?
      if (before?.kind === "money" && /^\s?元?\s?\(\s?$/.test(left) && !isShareDone(figure, left, said))
        return shareOfSomePlan(figure);
      // 占年度计划20亿元的84%, 年度计划3.2亿元已完成43%
      if (before?.kind === "money" && OF_THAT_SUM.test(left)) {
        const ofPlan = /计划|目标|任务/.test(labelBefore(segment, figures[index - 2], before));
        if (ofPlan)
          return withApprox(figure, { measure: "completion", value: Math.round(figure.value * 100) / 100 });
        if (left.includes("的")) return shareOfSomePlan(figure);
      }
      if (before?.kind === "percent" && /^\s?\(/.test(left) && isOld(left)) return undefined;
      if (OF_PLAN.test(left) && said.done === undefined) return shareOfSomePlan(figure);
      return ofNow(
        scene,
        segment,
        figure,
        { left: before ? segment.body.slice(before.end, figure.start) : left, right },
        said,
        readPercent(
          segment,
          figure,
          sharedPart(scene, segment, left),
          right,
          next?.kind === "percent" ? right : undefined,
          before,
          segment.explicit || before
            ? undefined
            : left.includes("形象")
              ? partBesideWhole(scene, segment, left)
              : partUnderWay(scene, segment),
          before ? undefined : partSpokenOf(scene, segment, left),
        ),
      );
    case "points":
      return !said.percent && pointsAlone(segment, figures, left) ? { ask: "how-much" } : undefined;
    case "money":
      said.sumsAhead--;
      // 累计1.35亿（8月底1.02亿）: what it was before.
      if (before?.kind === "money" && isFormerInBrackets(segment, left)) return undefined;
      if (next?.kind === "money" && isFormer(left, right) && (isRise(right) || /由|从/.test(left)))
        return undefined;
      return readMoney(scene, segment, figure, { left, right }, said);
    case "area":
      return readArea(segment, figure, left);
    default:
      return readBare(scene, segment, figure, left, right, said);
  }
}
