import { type Action, actionName, isOpenAction } from "../../domain/action.js";
import { type Day, dayOf, daysBetween, formatDay, formatInstant } from "../../domain/day.js";
import { type Level, levelOf } from "../../domain/problem-level.js";
import { typed } from "../typed.js";

export const ACTION_STATES: Record<Action["state"], string> = {
  open: "待知悉",
  acknowledged: "已知悉",
  "finish-asked": "申请办结",
  returned: "退回",
  closed: "办结",
};

const LEVELS: Record<Level, string> = { 科: "", 办: "，升到办级", 区: "，升到区级" };

/** `9月30日（还有10天）`, `9月10日（逾期10天，升到办级）`; of one that is closed the day alone. Plain text. */
export function actionDue(action: Pick<Action, "due" | "state">, now: number): string {
  const today = dayOf(now);
  const day = formatDay(action.due, today);
  if (!isOpenAction(action)) return day;
  const left = daysBetween(today, action.due);
  if (left < 0) return `${day}（逾期${-left}天${LEVELS[levelOf(action.due, now)]}）`;
  return `${day}（${left === 0 ? "今天到期" : `还有${left}天`}）`;
}

/** What differs between two states of an action, as shown: 状态 申请办结 → 已知悉. Plain text. */
export function actionMoves(
  was: Action,
  is: Action,
  now: number,
): { what: string; from: string; to: string }[] {
  const shown = ({ state, due, unit, person }: Action) => ({
    状态: ACTION_STATES[state],
    期限: formatDay(due, dayOf(now)),
    责任单位: unit,
    责任人: person ?? "没有",
  });
  const after: Record<string, string> = shown(is);
  return Object.entries(shown(was)).flatMap(([what, from]) => {
    const to = after[what] ?? "";
    return to === from ? [] : [{ what, from, to }];
  });
}

/** `议12 区建设管理委 完成管线迁改方案（9月30日，还有10天，已知悉）`, as plain text for agendas and minutes. */
export function actionLine(action: Action, now: number): string {
  const due = actionDue(action, now).replace("（", "，").replace("）", "");
  const { unit, words, state } = action;
  return `${actionName(action)} ${unit} ${words}（${due}，${ACTION_STATES[state]}）`;
}

/** `9月30日前`, beside a new action. */
export const untilDay = (due: Day, now: number): string => `${formatDay(due, dayOf(now))}前`;

/** `张伟 9月21日 09:10`, for a card. */
export const byWords = ({ name, at }: { name: string; at: number }, now: number): string =>
  `${typed(name, 20)} ${formatInstant(at, now)}`;
