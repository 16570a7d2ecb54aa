import type { Item } from "../items.js";
import { NO_PROBLEM } from "../rules/problems.js";
import { LEDGER } from "../rules/words.js";
import { type Found, type Scene, type Segment, words } from "../scene.js";
import { readFigures } from "./figures.js";
import { wordsIn } from "./milestone-words.js";
import { readMilestones } from "./milestones.js";
import { reasonOfMove } from "./moved-for.js";
import { isAside, readNote, readUnchanged } from "./notes.js";
import { readProblem } from "./problems.js";
import type { Said } from "./reading.js";
import { saidOf, type Thread } from "./thread.js";

/** A segment that speaks of a known project. */
export function readOwned(scene: Scene, segment: Segment, thread: Thread): Found[] {
  const said = saidOf(thread, segment);
  const slip = miswritten(scene, segment);
  if (slip.length > 0) return slip;
  const figures = [...gluedFigure(scene, segment), ...readFigures(scene, segment, said)];
  const telling = figures.some(({ item }) => item.intent !== "ask");
  if (isAside(segment) && !telling)
    return (LEDGER.test(segment.body) || /听说/.test(segment.body)) && !/[请会约]/.test(segment.body)
      ? figures
      : [];
  const problems = reasonOfMove(segment) ? [] : readProblem(scene, segment);
  // …延到12月底，因为台风: the reason goes with the request, as it does with what hinders.
  const opened = problems.find(
    ({ item }) => item.intent === "problem" && (item.action === "open" || item.action === "extend"),
  );
  if (opened?.item.intent === "problem") thread.problem = opened.item;
  if (problems.length > 0) return [...figures, ...problems];
  const milestones = readMilestones(scene, segment, thread.milestones);
  // 下个月底封顶没问题 still names its day.
  if (figures.length === 0 && milestones.length === 0 && NO_PROBLEM.test(segment.body)) return [];
  thread.milestones = [...thread.milestones, ...wordsIn(segment.body)];
  const items = [...figures, ...milestones.filter(({ item }) => !coveredByFigure(item, segment, figures))];
  if (items.length > 0) return items;
  if (AS_ABOVE.test(segment.body.slice(segment.bodyStart)) && othersHaveFigures(thread, said))
    return askHowMuch(scene, segment);
  const unchanged = said.percent ? [] : readUnchanged(scene, segment);
  if (unchanged.length > 0) return unchanged;
  if (
    /^[\s\ue000]*(?:全部|都|已经?|全)*(?:完成|完了|做完|干完|结束)了?[。!！\s]*$/.test(segment.body) &&
    segment.explicit
  )
    return allDone(scene, segment);
  return readNote(scene, segment);
}

/** 603 65%，606同上: as the other project, or as last time? */
const AS_ABOVE = /^[\s:：，,]*(?:也|都)?(?:同上|一样|同样|也是|同前)[\s了吧。]*$/;

function othersHaveFigures({ said }: Thread, own: Said): boolean {
  return [...said.values()].some((other) => other !== own && other.percent);
}

function askHowMuch(scene: Scene, segment: Segment): Found[] {
  const text = words(scene, segment);
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: { intent: "ask", reason: "how-much", project: name, text },
  }));
}

/** 新金环88%: the longest name takes the digits, and the unit behind it is left without a figure. */
function gluedFigure(scene: Scene, segment: Segment): Found[] {
  const [project] = segment.subjects;
  const last =
    scene.masked.charAt(segment.start + segment.bodyStart - 1) === "\ue000"
      ? scene.normal.text.charAt(segment.start + segment.bodyStart - 1)
      : "";
  if (
    !project ||
    !/\d/.test(last) ||
    !/^(?:%|[万亿]|个亿|成(?!交|果))/.test(segment.body.slice(segment.bodyStart))
  )
    return [];
  return [
    {
      at: segment.start,
      item: { intent: "ask", reason: "how-much", project: project.name, text: words(scene, segment) },
    },
  ];
}

/** 1.1.2亿, 65..5%: a slip of the finger, and only the speaker knows the figure. */
const MISWRITTEN = /(?<![\d.])\d+(?:(?:\.\d+){2,}|\.{2,}\d+)\s?(?:%|[万亿])/;

function miswritten(scene: Scene, segment: Segment): Found[] {
  return MISWRITTEN.test(segment.body) ? askHowMuch(scene, segment) : [];
}

/** 桩基10月底完成80%: the figure already says it; a day behind the figures is of something more. */
function coveredByFigure(
  item: Item,
  { body, quantities, dates }: Segment,
  figures: readonly Found[],
): boolean {
  if (item.intent !== "ask" || figures.length === 0) return false;
  // 12号土建封顶 形象进度55: a milestone by its own name is no part's figure.
  if (item.reason === "which-date" && wordsIn(body).length > 0) return false;
  const last = quantities.findLast(({ kind }) => kind !== "other")?.end ?? 0;
  return !dates.some(({ start, weak }) => !weak && start >= last);
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
        {
          label: "形象进度 100%",
          items: [{ intent: "report", project: name, measure: "percent", value: 100, text }],
        },
        {
          label: "完工",
          items: [
            {
              intent: "milestone",
              project: name,
              milestone: "完工",
              status: "done",
              date: scene.today,
              precision: "day",
              text,
            },
          ],
        },
      ],
    },
  }));
}
