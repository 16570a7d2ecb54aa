import type { BulletinFacts, BulletinProject } from "./bulletin-facts.js";
import { openAt } from "./bulletin-progress.js";
import { grouped, listed, namesOf } from "./bulletin-words.js";
import { closeDayOf } from "./data-month.js";
import { daysBetween, formatDay } from "./day.js";
import { addMonths, formatPeriod, lastDayOf, periodOf } from "./period.js";
import { isBeforeStart, reportWords } from "./report-counts.js";

const NO_UNIT = "未定责任单位";
/** units named in a demand */
const MOST_UNITS = 8;
/** nodes of the next month in the text */
const MOST_NODES = 30;

/** 四、未报迟报: by unit, in the order of the ledger. */
export function notReported({ projects, month }: BulletinFacts): string[] {
  const name = formatPeriod(month);
  const missing = projects.filter(({ reported }) => reported === "missing");
  const late = projects.filter(({ reported }) => reported === "late");
  const open = projects.filter(({ isFinished }) => !isFinished);
  if (isBeforeStart(open)) return [`${name}${reportWords(open)}。`];
  if (missing.length + late.length === 0) return [`${name}数据全部按时报齐。`];
  return [
    ...(missing.length > 0 ? [`${name}未报的项目${missing.length}个：`, ...byUnit(missing)] : []),
    ...(late.length > 0 ? [`关账后补报（迟报）的项目${late.length}个：`, ...byUnit(late)] : []),
  ];
}

/** A unit to a line: `区规划资源局2个：615、616地块；E4地块扩大用地。` */
const byUnit = (list: readonly BulletinProject[]): string[] =>
  grouped(list, ({ unit }) => unit ?? NO_UNIT).map(
    ([unit, own]) => `${unit}${own.length}个：${namesOf(own)}。`,
  );

/** 五、问题销号: what came, what was closed, what is open at the month's end, and what is overdue by then. */
export function problemsOff(facts: BulletinFacts): string[] {
  const { problems, month } = facts;
  const end = lastDayOf(month);
  const opened = problems.filter(({ openedOn }) => periodOf(openedOn) === month);
  const closed = problems.filter(({ closedOn }) => closedOn !== null && periodOf(closedOn) === month);
  const open = openAt(facts);
  const overdue = overdueOf(facts);
  const name = formatPeriod(month);
  if (opened.length + closed.length + open.length === 0) return [`${name}没有登记的问题。`];
  return [
    `${name}新登记问题${opened.length}个，销号${closed.length}个；${name}底未销号${open.length}个，其中逾期${overdue.length}个。`,
    ...(closed.length > 0
      ? [`销号：${closed.map(({ project, words }) => `${project}（${words}）`).join("；")}。`]
      : []),
    ...overdue.map(
      ({ project, words, lead, due }) =>
        `逾期：${project}，${words}，${lead ? `牵头${lead}，` : ""}期限${formatDay(due ?? end, end)}，逾${daysBetween(due ?? end, end)}天。`,
    ),
  ];
}

const overdueOf = (facts: BulletinFacts) =>
  openAt(facts).filter(({ due }) => due !== null && due < lastDayOf(facts.month));

/** 六、下月节点: what is planned for the month after and not done, by day. */
export function nextNodes({ projects, month }: BulletinFacts): string[] {
  const next = addMonths(month, 1);
  const due = projects
    .flatMap(({ nodes, unit }) =>
      nodes.flatMap((node) => (!node.done && periodOf(node.planned) === next ? [{ ...node, unit }] : [])),
    )
    .sort((a, b) => (a.planned < b.planned ? -1 : a.planned > b.planned ? 1 : 0));
  if (due.length === 0) return [`${formatPeriod(next, month)}没有计划到期的节点。`];
  const left = due.length - MOST_NODES;
  return [
    `${formatPeriod(next, month)}计划到期的节点${due.length}个：`,
    ...due
      .slice(0, MOST_NODES)
      .map(
        ({ planned, project, name, isWaived, unit }) =>
          `${formatDay(planned, planned)}，${project}${name}${isWaived ? "（容缺补办）" : ""}${unit ? `，责任单位${unit}` : ""}。`,
      ),
    ...(left > 0 ? [`其余${left}个请发“节点”查看。`] : []),
  ];
}

/** 七、要求, as they follow from the figures; the office may write its own. */
export function demandsOf(facts: BulletinFacts): string[] {
  const { projects, month } = facts;
  const lagging = projects.filter(({ lamp }) => lamp === "red" || lamp === "yellow");
  const missing = projects.filter(({ reported }) => reported === "missing");
  const overdue = overdueOf(facts).length;
  const next = addMonths(month, 1);
  const units = (list: readonly BulletinProject[]) =>
    listed(
      grouped(list, ({ unit }) => unit ?? NO_UNIT).map(([unit]) => unit),
      MOST_UNITS,
    );
  return [
    ...(lagging.length > 0
      ? [
          `亮红灯、黄灯的${lagging.length}个项目，请责任单位（${units(lagging)}）逐项明确赶工措施，按月补齐差额。`,
        ]
      : []),
    ...(missing.length > 0
      ? [`${formatPeriod(month)}未报的${missing.length}个项目，请责任单位（${units(missing)}）尽快补报。`]
      : []),
    ...(overdue > 0 ? [`逾期未销号的${overdue}个问题，请牵头单位明确办结时间。`] : []),
    `${formatPeriod(next, month)}数据${formatDay(closeDayOf(next), lastDayOf(month))}关账，请各责任单位在此之前填报。`,
  ];
}
