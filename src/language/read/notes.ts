import { ASKED, CONDITION, GUESS, INTENDED, WISH } from "../rules/doubt.js";
import { CHATTER, FRAME, LEAD_IN, PROGRESS, UNCHANGED } from "../rules/words.js";
import type { Found, Scene, Segment } from "../scene.js";
import { words } from "../scene.js";
import { report } from "./figures.js";

/** Whether a segment is small talk, an arrangement or a frame around a report. */
export function isAside(segment: Segment): boolean {
  return CHATTER.test(segment.body) || FRAME.test(segment.body);
}

/** 无进展 */
export function readUnchanged(scene: Scene, segment: Segment): Found[] {
  if (!UNCHANGED.test(segment.body.trim().replace(/[了吧啊的。！!\s]+$/, ""))) return [];
  const text = words(scene, segment);
  if (segment.subjects.length === 0)
    return [{ at: segment.start, item: { intent: "ask", reason: "which-project", text } }];
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: report(name, { measure: "unchanged" }, text),
  }));
}

/** 预计年底完成80%; 要是能开工就好了: what may come is not what was done. */
function isNoFact(said: string): boolean {
  return (
    WISH.test(said) ||
    CONDITION.test(said) ||
    GUESS.test(said) ||
    INTENDED.test(said) ||
    ASKED.test(said) ||
    /[了过]吧$/.test(said)
  );
}

/** Money that changes hands says nothing of the works. */
const PAID = /(?:进度款|工程款|预付款)(?:申请|报批|审批|办理)?|完成支付/g;

/** What is left meaningful about a project when no figure was read. */
export function readNote(scene: Scene, segment: Segment): Found[] {
  const said = segment.body
    .slice(segment.bodyStart)
    .replace(LEAD_IN, "")
    .replace(/[\ue000\s。，,！!]+$/, "");
  const chinese = said.replace(/[^\u4e00-\u9fa5]/g, "");
  if (chinese.length < 2 || segment.subjects.length === 0) return [];
  // A label that has lost its figure is no news.
  if (said.replace(/累计|完成|投资|形象|进度|提升|提高|增加|过半|本年|[本上]月|[\d.%\s:：,，]/g, "") === "")
    return [];
  if (!PROGRESS.test(said.replace(PAID, "")) || isNoFact(said)) return [];
  const note = words(scene, { start: segment.start + segment.bodyStart, end: segment.end }).replace(
    /^\s*(?:\d{1,2}[、.)）])?[\s:：,，、】)）;；\-—的]*/,
    "",
  );
  return segment.subjects.map(({ name }) => ({
    at: segment.start,
    item: report(name, { measure: "note", note }, words(scene, segment)),
  }));
}
