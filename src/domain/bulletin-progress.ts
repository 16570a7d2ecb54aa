import type { BulletinFacts, BulletinProblem, BulletinProject } from "./bulletin-facts.js";
import { paceWords, shareWords, yuanWords } from "./bulletin-words.js";
import { type Day, daysBetween, formatDay } from "./day.js";
import { formatPeriod, periodOf } from "./period.js";

/** projects that are said to go well; the table has all */
const MOST_GOOD = 10;
/** problems named beside a project that lags */
const MOST_OBSTACLES = 2;

/** 二、进展较好: green, reported, and ahead of 时序; in the order of the ledger, for this is no ranking. */
export function goingWell({ projects, month }: BulletinFacts): string[] {
  const good = projects.filter(
    (one) => one.lamp === "green" && one.isJudged && (one.ytdYuan ?? 0) > one.dueYuan,
  );
  const done = projects.flatMap(({ name, nodes }) =>
    nodes.flatMap((node) =>
      node.done && periodOf(node.done) === month
        ? [`${name}${node.name}（${formatDay(node.done, node.done)}）`]
        : [],
    ),
  );
  const left = good.length - MOST_GOOD;
  return [
    ...(good.length > 0
      ? [`快于时序进度且亮绿灯的项目${good.length}个。`]
      : ["本月没有快于时序进度且亮绿灯的项目。"]),
    ...good.slice(0, MOST_GOOD).map((one) => `${headOf(one)}：${moneyWords(one)}。`),
    ...(left > 0 ? [`其余${left}个见附表。`] : []),
    ...(done.length > 0 ? [`${formatPeriod(month)}完成的节点：${done.join("；")}。`] : []),
  ];
}

/** 三、滞后及原因: red ones, then yellow ones, each with its arithmetic as the digest has it, and what holds it up. */
export function laggingParts(facts: BulletinFacts): string[] {
  const red = facts.projects.filter(({ lamp }) => lamp === "red");
  const yellow = facts.projects.filter(({ lamp }) => lamp === "yellow");
  if (red.length + yellow.length === 0) return ["没有亮红灯、黄灯的项目。"];
  const part = (title: string, list: readonly BulletinProject[]) =>
    list.length > 0 ? [`${title}${list.length}个`, ...list.map((one) => laggingLine(one, facts))] : [];
  const parts = [part("红灯", red), part("黄灯", yellow)].filter(([first]) => first !== undefined);
  return parts.flatMap(([title = "", ...lines], index) => [`（${"一二"[index] ?? ""}）${title}。`, ...lines]);
}

function laggingLine(one: BulletinProject, facts: BulletinFacts): string {
  const said = [
    ...(one.isJudged ? [moneyWords(one)] : earlierWords(one)),
    ...one.lags,
    ...(one.running > 1 ? [`连续${one.running}个月亮灯`] : []),
  ];
  const obstacles = openAt(facts)
    .filter(({ code }) => code === one.code)
    .slice(0, MOST_OBSTACLES)
    .map((problem) => obstacleWords(problem, facts.asOf));
  return `${headOf(one)}：${[said.join("；") || one.reason, ...obstacles].filter(Boolean).join("。")}。`;
}

/** `卡点：2户未签约（牵头区建设管理委，期限9月30日，到10月8日逾期8天）`; seen from the day of the close, as its nodes are. */
function obstacleWords({ words, lead, due, closedOn }: BulletinProblem, asOf: Day): string {
  const isClosed = closedOn !== null && closedOn <= asOf;
  const who = [
    lead ? `牵头${lead}` : "",
    isClosed ? `${formatDay(closedOn, asOf)}已销号` : due ? dueWords(due, asOf) : "",
  ]
    .filter(Boolean)
    .join("，");
  return `卡点：${words.replace(/[。；;]+$/u, "")}${who ? `（${who}）` : ""}`;
}

const dueWords = (due: Day, asOf: Day): string =>
  due < asOf
    ? `期限${formatDay(due, asOf)}，到${formatDay(asOf)}逾期${daysBetween(due, asOf)}天`
    : `${formatDay(due, asOf)}前`;

/** Problems open at the end of the month. */
export const openAt = ({ problems, month }: BulletinFacts): BulletinProblem[] =>
  problems.filter(
    ({ openedOn, closedOn }) =>
      periodOf(openedOn) <= month && (closedOn === null || periodOf(closedOn) > month),
  );

const headOf = ({ name, unit }: BulletinProject): string => (unit ? `${name}，责任单位${unit}` : name);

/** `年度计划3.2亿元，截至8月累计完成1.02亿元，…`: the last known figure, against what was due by then. */
const earlierWords = (one: BulletinProject): string[] =>
  one.earlier && one.ytdYuan !== null
    ? [moneyWords({ ...one, dueYuan: one.earlier.dueYuan }, `截至${formatPeriod(one.earlier.month)}`)]
    : [];

function moneyWords(
  { planYuan, ytdYuan, dueYuan }: Pick<BulletinProject, "planYuan" | "ytdYuan" | "dueYuan">,
  upTo = "",
): string {
  const [plan, done] = [planYuan ?? 0, ytdYuan ?? 0];
  return `年度计划${yuanWords(plan)}，${upTo}累计完成${yuanWords(done)}，完成率${shareWords(done, plan)}，${paceWords(done, dueYuan, plan)}`;
}
