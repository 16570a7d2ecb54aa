import { countLine } from "../../cards/count-line.js";
import { lagWords } from "../../cards/lag-line.js";
import { sumLines } from "../../cards/sum-line.js";
import { clip } from "../../cards/typed.js";
import type { Action } from "../../domain/action.js";
import { addDays, type Day, dayOf, daysBetween, formatDay } from "../../domain/day.js";
import { lampSign } from "../../domain/lamp.js";
import { dueOf } from "../../domain/ledger-figures.js";
import { type AgendaSection, sectionOf } from "../../domain/meeting-agenda.js";
import { addMonths, formatPeriod, monthNumber, type Period, periodOf } from "../../domain/period.js";
import { type Assessed, worstFirst } from "../../domain/portfolio.js";
import type { Problem } from "../../domain/problem.js";
import { daysLate, levelOf } from "../../domain/problem-level.js";
import { hasReported, owesReport } from "../../domain/reported.js";
import { judgedTotals } from "../../domain/totals.js";
import { assessed, viewpointOf } from "../portfolio.js";
import { type AgendaFor, carriedOver, type FactsTurn } from "./carried-over.js";

/** calendar days ahead within which a milestone is due */
const SOON = 31;

/** The draft of an agenda, from facts: what was decided, what is red, what needs deciding, what falls due. */
export async function draftAgenda(turn: FactsTurn, meeting: AgendaFor): Promise<AgendaSection[]> {
  const { tx, now, sight, closedMonth } = turn;
  const today = dayOf(now);
  const codes = meeting.code === null ? sight.codes : new Set([meeting.code]);
  const all = await assessed(tx, viewpointOf(turn), { codes });
  const counted = await assessed(tx, viewpointOf(turn), { codes, withFinished: true });
  const { head, lines } = await carriedOver(turn, meeting);
  const red = worstFirst(
    all.filter(({ lamp }) => lamp.lamp === "red"),
    closedMonth,
  );
  const shown = meeting.kind === "专题" ? all : red;
  const milestones = milestonesOf(all, today);
  const late = milestones.filter(({ planned }) => planned < today);
  const soon = milestones.filter(({ planned }) => planned >= today && planned <= addDays(today, SOON));
  return [
    sectionOf("上次议定事项", lines, { head, none: "上次没有议定事项" }),
    sectionOf(
      meeting.kind === "专题" ? "项目情况" : `红灯项目（${red.length}个）`,
      meeting.kind === "专题" && meeting.code === null
        ? []
        : shown.map((one) => lagging(one, closedMonth, sight.money, today)),
    ),
    sectionOf("请会上决定", decisions(all, now), { none: "没有难办、合办和上报的问题" }),
    ...(late.length > 0 ? [sectionOf(`逾期的节点（${late.length}个）`, late.map(wordsOf))] : []),
    sectionOf(`一个月内到期的节点${soon.length > 0 ? `（${soon.length}个）` : ""}`, soon.map(wordsOf)),
    ...(meeting.kind === "专题" ? [] : [sectionOf("投资与时序", await totals(all, counted, turn))]),
    nextMonth(milestones, await tx.actions.list(), meeting.startsAt),
    { title: "其他事项", body: "" },
  ];
}

/** `🔴敦煌南路：差34.8点；#12“2户未签约”，请区建设管理委9月30日前解决` */
function lagging(one: Assessed, month: Period, hasMoney: boolean, today: Day): string {
  const { project, problems = [], lamp } = one;
  const { head } = lagWords(one, month, hasMoney, today);
  const asks = problems
    .toSorted((a, b) => ((a.due ?? "9") < (b.due ?? "9") ? -1 : 1))
    .slice(0, 2)
    .map((problem) => `${quoted(problem)}，${request(problem, today)}`);
  const none = lamp.lamp === "red" ? `没有登记卡点，请${project.unit ?? "责任单位"}说明原因和措施` : "";
  return [`${lampSign(lamp.lamp)}${project.name}：${head}`, ...(asks.length > 0 ? asks : [none])]
    .filter(Boolean)
    .join("；");
}

const quoted = ({ number, words }: Problem): string => `#${number}“${clip(words, 24)}”`;

/** A day that is past is no request; what is known of lead and day is not asked for again. */
function request({ lead, due }: Problem, today: Day): string {
  if (!due) return lead ? `请${lead}解决并定期限` : "请定牵头单位和期限";
  const day = formatDay(due, today);
  const who = lead ? `请${lead}` : "请定牵头单位";
  if (due < today)
    return `应在${day}解决，已逾期${daysBetween(due, today)}天，${who}${lead ? "抓紧解决" : ""}`;
  return `${who}${lead ? "" : "，"}${day}前解决`;
}

/** What needs a decision: 难办, 合办, 上报, or so long overdue that it is the district's. */
function decisions(all: readonly Assessed[], now: number): string[] {
  const hard = ({ grade, isReported, due }: Problem) =>
    grade === "难办" || grade === "合办" || isReported || levelOf(due, now) === "区";
  return all.flatMap(({ project, problems = [] }) =>
    problems.filter(hard).map((problem) => {
      const { grade, isReported, lead, due } = problem;
      const late = daysLate(due, now);
      const marks = [grade ?? "", isReported ? "已上报" : "", late > 0 ? `逾期${late}天` : ""].filter(
        Boolean,
      );
      return `${project.name} ${quoted(problem)}（${marks.join("，")}），${lead ? `${lead}牵头` : "牵头未定"}`;
    }),
  );
}

interface Due {
  planned: Day;
  words: string;
}

/** Open milestones, the earliest first: `9月30日 606地块 结构封顶（还有10天）`. */
function milestonesOf(all: readonly Assessed[], today: Day): Due[] {
  return all
    .flatMap(({ project, figures }) =>
      Object.entries(figures.milestones).flatMap(([name, milestone]) => {
        const planned = dueOf(milestone);
        if (planned === undefined || milestone.done !== undefined) return [];
        const days = daysBetween(today, planned);
        const distance = days > 0 ? `还有${days}天` : days === 0 ? "今天" : `已逾期${-days}天`;
        return [{ planned, words: `${formatDay(planned, today)} ${project.name} ${name}（${distance}）` }];
      }),
    )
    .sort((a, b) => (a.planned < b.planned ? -1 : 1));
}

async function totals(
  all: readonly Assessed[],
  counted: readonly Assessed[],
  { tx, sight, closedMonth }: FactsTurn,
): Promise<string[]> {
  const due = all.filter(({ project }) => owesReport(project, closedMonth));
  const reported = due.filter((one) => hasReported(one.figures, closedMonth)).length;
  return [
    ...(sight.money ? sumLines(judgedTotals(counted, closedMonth, await tx.rules.current())) : []),
    countLine(counted),
    `${formatPeriod(closedMonth)}应报${due.length}、已报${reported}、未报${due.length - reported}`,
  ];
}

/** What falls due in the month after the meeting: how much, and which milestones. */
function nextMonth(milestones: readonly Due[], open: readonly Action[], startsAt: number): AgendaSection {
  const next = addMonths(periodOf(dayOf(startsAt)), 1);
  const inNext = (day: Day) => periodOf(day) === next;
  const nodes = milestones.filter(({ planned }) => inNext(planned));
  const actions = open.filter(({ due }) => inNext(due)).length;
  const pace = Math.round((monthNumber(next) / 12) * 1000) / 10;
  const head = `${formatPeriod(next)}到期：节点${nodes.length}个、议定事项${actions}项；${formatPeriod(next)}底时序${pace}%`;
  return sectionOf("下月安排", nodes.map(wordsOf), { head });
}

const wordsOf = ({ words }: Due): string => words;
