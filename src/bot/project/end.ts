import { plainCard } from "../../cards/project/change-card.js";
import { endForm, endPreview } from "../../cards/project/end-card.js";
import { dataMonthBy } from "../../domain/data-month.js";
import { at, dayOf, formatDay } from "../../domain/day.js";
import { addMonths, formatPeriod, monthOf, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import { type Ended, endedWord } from "../../domain/project-details.js";
import type { Gap } from "../../domain/report-gap.js";
import type { Answer } from "../command.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

/** What waits on a card of 关闭 or 退出. */
export interface EndModel {
  code: string;
  as: Ended["as"];
  reason: string;
}

const VERBS = { closed: "关闭", withdrawn: "退出" } as const;

/** What would follow from ending it, to be confirmed; 退出 asks for its reason first. */
export async function askEnd(turn: Turn, project: Project, as: Ended["as"], reason: string): Promise<Answer> {
  const already = endedAlready(project, turn.now);
  if (already) return already;
  const model: EndModel = { code: project.code, as, reason };
  if (as === "withdrawn" && reason === "") return { card: endForm(project.name), model };
  const figures = await turn.tx.ledger.figuresToShow(project.code);
  const problems = await turn.tx.problems.list({ codes: null, code: project.code });
  const done = figures.milestones.竣工验收?.done;
  const warnings = [
    ...(as === "closed" && done === undefined ? ["竣工验收还没有报完成"] : []),
    ...(as === "closed" && figures.percent && figures.percent.value < 100
      ? [`形象进度还在${figures.percent.value}%`]
      : []),
    ...(problems.length > 0
      ? [`还有${problems.length}个问题没有销号（${problems.map(({ number }) => `#${number}`).join("、")}）`]
      : []),
  ];
  const sumsWords = SUMS[as](await yearEnded(turn, project.code, as));
  return { card: endPreview({ name: project.name, verb: VERBS[as], reason, sumsWords, warnings }), model };
}

/** What has been built stays in the year's sums; what is given up leaves them. */
const SUMS = {
  closed: (year: number) => `${year}年的计划和完成数留在全年合计、月度快照和考核里。`,
  withdrawn: (year: number) => `${year}年的计划和完成数从此退出合计、月度快照和考核。`,
} as const;

/** What was confirmed as 竣工 of the old year, and is closed in the new one, belongs to the old. */
async function yearEnded({ tx, now }: Turn, code: string, as: Ended["as"]): Promise<number> {
  const year = yearOf(monthOf(now));
  const choice = as === "closed" ? (await tx.years.choices(year - 1)).get(code)?.choice : undefined;
  return choice === "finish" ? year - 1 : year;
}

function endedAlready({ name, ended }: Project, now: number): Answer | null {
  if (!ended) return null;
  const sentence = `${name}${formatDay(ended.on, dayOf(now))}${endedWord(ended)}。要恢复发“恢复 ${name}”。`;
  return { card: plainCard("没有改动", sentence) };
}

export async function end(turn: Turn, { code, as, reason }: EndModel): Promise<Answer | null> {
  const project = await turn.tx.projects.held(code);
  if (!project || project.ended) return null;
  const year = await yearEnded(turn, code, as);
  const ended: Ended = { as, on: dayOf(turn.now), year, reason };
  await turn.tx.projects.keepProject({ ...project, ended }, turn.now);
  await recordChanges(turn, {
    subject: "project",
    subjectId: code,
    what: VERBS[as],
    from: "在办",
    to: endedWord(ended),
    ...(reason ? { reason } : {}),
  });
  const because = reason ? `（原因：${reason}）` : "";
  const sentence = `${project.name}${endedWord(ended)}${because}。从现在起不列入清单、亮灯和催报，仍可以查；${SUMS[as](year)}弄错了发“恢复 ${project.name}”。`;
  return { card: plainCard(`${endedWord(ended)} ${project.name}`, sentence, "green") };
}

/** 恢复: counts again from now on; the months it was out are not missing, those before stay as they were. */
export async function restore(turn: Turn, { code, name }: Project): Promise<Answer> {
  const project = await turn.tx.projects.held(code);
  if (!project?.ended) return { card: plainCard("没有改动", `${name}在办，没有关闭，也没有退出。`) };
  const { ended, ...active } = project;
  const gap = gapOf(turn, ended);
  const next: Project = gap ? { ...active, gaps: [...(active.gaps ?? []), gap] } : active;
  await turn.tx.projects.keepProject(next, turn.now);
  await recordChanges(turn, {
    subject: "project",
    subjectId: project.code,
    what: "恢复",
    from: endedWord(ended),
    to: "在办",
  });
  const sentence = `${project.name} ${endedWord(ended)} → 在办，重新列入清单、亮灯和合计。${gap ? `${gapWords(gap)}不在办，不算漏报。` : ""}弄错了发“${VERBS[ended.as]} ${project.name} 原因…”。`;
  return { card: plainCard(`已恢复 ${project.name}`, sentence, "green") };
}

/** The months that were open while it was out; null where it was back before the first of them closed. */
function gapOf({ now, closes }: Turn, { on }: Ended): Gap | null {
  const from = dataMonthBy(at(on), closes);
  const to = addMonths(dataMonthBy(now, closes), -1);
  return from <= to ? { from, to } : null;
}

const gapWords = ({ from, to }: Gap): string =>
  from === to ? formatPeriod(from, to) : `${formatPeriod(from, to)}到${formatPeriod(to)}`;
