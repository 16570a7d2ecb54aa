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
import type { Assessed } from "../../domain/portfolio.js";
import type { Problem } from "../../domain/problem.js";
import { daysLate, levelOf } from "../../domain/problem-level.js";
import { hasReported, owesReport } from "../../domain/reported.js";
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
  const red = all.filter(({ lamp }) => lamp.lamp === "red");
  const shown = meeting.kind === "专题" ? all : red;
  const milestones = milestonesOf(all, today);
  const soon = milestones.filter(({ planned }) => planned <= addDays(today, SOON));
  return [
    sectionOf("上次议定事项", head ? [head, ...lines] : lines, "上次没有议定事项"),
    sectionOf(
      meeting.kind === "专题" ? "项目情况" : `红灯项目（${red.length}个）`,
      meeting.kind === "专题" && meeting.code === null
        ? []
        : shown.map((one) => lagging(one, closedMonth, sight.money, today)),
    ),
    sectionOf("请会上决定", decisions(all, now), "没有难办、合办和上报的问题"),
    sectionOf(
      "一个月内的节点",
      soon.map(({ words }) => words),
      "没有",
    ),
    ...(meeting.kind === "专题" ? [] : [sectionOf("投资与时序", totals(all, counted, turn))]),
    sectionOf("下月安排", nextMonth(milestones, await tx.actions.list(), meeting.startsAt)),
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

const request = ({ lead, due }: Problem, today: Day): string =>
  lead ? `请${lead}${due ? `${formatDay(due, today)}前` : ""}解决` : "请定牵头单位和期限";

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
        const distance = days > 0 ? `还有${days}天` : days === 0 ? "今天" : `已逾${-days}天`;
        return [{ planned, words: `${formatDay(planned, today)} ${project.name} ${name}（${distance}）` }];
      }),
    )
    .sort((a, b) => (a.planned < b.planned ? -1 : 1));
}

function totals(
  all: readonly Assessed[],
  counted: readonly Assessed[],
  { sight, closedMonth }: FactsTurn,
): string[] {
  const due = all.filter(({ project }) => owesReport(project, closedMonth));
  const reported = due.filter((one) => hasReported(one.figures, closedMonth)).length;
  return [
    ...(sight.money ? sumLines(counted, closedMonth) : []),
    countLine(counted),
    `${formatPeriod(closedMonth)}应报${due.length}、已报${reported}、未报${due.length - reported}`,
  ];
}

/** What falls due in the month after the meeting. */
function nextMonth(milestones: readonly Due[], open: readonly Action[], startsAt: number): string[] {
  const next = addMonths(periodOf(dayOf(startsAt)), 1);
  const inNext = (day: Day) => periodOf(day) === next;
  const nodes = milestones.filter(({ planned }) => inNext(planned)).length;
  const actions = open.filter(({ due }) => inNext(due)).length;
  const pace = Math.round((monthNumber(next) / 12) * 1000) / 10;
  return [
    `${formatPeriod(next)}到期：节点${nodes}个、议定事项${actions}项；${formatPeriod(next)}底时序${pace}%`,
  ];
}
