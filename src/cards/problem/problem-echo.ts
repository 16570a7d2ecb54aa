import { dayOf, formatDay } from "../../domain/day.js";
import type { Problem } from "../../domain/problem.js";
import { typed } from "../typed.js";
import { dueWords, levelName, peopleWords, STATES, saidWords, shownLevel } from "./problem-words.js";

/** What was written of a problem: `#12　武宁路快速化`, its words, who and until when, and each thing old → new. */
export function problemEcho(
  project: string,
  was: Problem | null,
  is: Problem,
  { now, hasMoney }: { now: number; hasMoney: boolean },
): string {
  return [
    `**#${is.number}　${typed(project)}**　${is.category}${is.grade ? `　${is.grade}` : ""}`,
    saidWords(is.words, hasMoney),
    [peopleWords(is), `期限 ${dueWords(is, now)}`, levelName(shownLevel(is, now))].join("　"),
    `状态 ${arrow(was && STATES[was.state], STATES[is.state])}`,
    ...(was ? changed(was, is, { now, hasMoney }) : []),
  ].join("\n");
}

/** Words that say no more than the step itself. */
const BARE = /^(?:请|可以|同意|申请|已)*(?:销号|退回|上报|升级|解决)(?:了|吧)*$/;

function changed(was: Problem, is: Problem, shown: { now: number; hasMoney: boolean }): string[] {
  const { now, hasMoney } = shown;
  const today = dayOf(now);
  const day = (due: string | undefined) => (due ? formatDay(due, today) : "未定");
  const extension = is.extensions.length > was.extensions.length ? is.extensions.at(-1) : undefined;
  const measure = is.measures.length > was.measures.length ? is.measures.at(-1) : undefined;
  const lines = [
    was.lead === is.lead ? "" : `牵头 ${arrow(typed(was.lead ?? "未定"), typed(is.lead ?? "未定"))}`,
    was.due === is.due
      ? ""
      : `期限 ${arrow(day(was.due), day(is.due))}${extension ? `（原因：${saidWords(extension.reason, hasMoney, 60)}）` : ""}`,
    was.level === is.level ? "" : `级别 ${arrow(levelName(was.level), levelName(is.level))}`,
    is.isReported && !was.isReported ? "已列入上报清单" : "",
    was.person === is.person ? "" : `责任人 ${arrow(typed(was.person ?? "未定"), typed(is.person ?? ""))}`,
    measure ? `措施 ${saidWords(measure, hasMoney)}` : "",
    was.evidence === is.evidence ? "" : `佐证 ${was.evidence ?? 0} → **${is.evidence ?? 0}条消息**`,
  ].filter(Boolean);
  const isToldBy = lines.length > 0 || BARE.test(is.last.words) || is.last.words === was.last.words;
  return isToldBy ? lines : [`“${saidWords(is.last.words, hasMoney)}”`];
}

const arrow = (old: string | null, now: string): string =>
  old === null || old === now ? `**${now}**` : `${old} → **${now}**`;
