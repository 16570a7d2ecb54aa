import { type Action, type ActionChange, actionName } from "../../domain/action.js";
import { dayOf, formatDay, formatInstant } from "../../domain/day.js";
import type { ActionRecord } from "../../store/actions.js";
import { type Block, type CardView, note, rule, text } from "../card.js";
import { plain, typed } from "../typed.js";
import { actionButtons, type Offered } from "./action-buttons.js";
import { ACTION_STATES, actionDue, byWords } from "./action-words.js";

export interface ActionView {
  action: Action;
  /** the project's name */
  project: string | null;
  /** the meeting's title and time, as shown */
  meeting: string | null;
  events: readonly ActionRecord[];
  offered: Offered;
  now: number;
  /** what has just been done: 已退回 */
  done?: string;
}

/** events that are shown */
const MOST = 8;

/** One 议定事项: what, whose, until when, where it stands, and all that has become of it. */
export function actionCard(view: ActionView): CardView {
  const { action, project, meeting, events, offered, now, done } = view;
  const { unit, person, words, state, extensions, asked } = action;
  const isDone = state === "closed";
  const isLate = !isDone && action.due < dayOf(now);
  return {
    title: `${done ? `${done} ` : ""}${actionName(action)} ${plain(unit, 30)}`,
    tone: isDone ? "green" : isLate ? "red" : state === "finish-asked" ? "orange" : "blue",
    blocks: [
      text(`**${typed(words, 300)}**`),
      text(
        [
          `责任单位　${typed(unit, 40)}${person ? `　责任人　${typed(person, 20)}` : ""}`,
          `期限　${actionDue(action, now)}${extensions.length > 0 ? `　延过${extensions.length}次` : ""}`,
          `状态　**${ACTION_STATES[state]}**`,
          ...(project ? [`项目　${typed(project, 40)}`] : []),
          ...(meeting ? [`会议　${typed(meeting, 60)}`] : []),
          ...(asked && state === "finish-asked"
            ? [`申请　${byWords(asked, now)}：${typed(asked.words)}`]
            : []),
        ].join("\n"),
      ),
      ...history(events, now),
      ...actionButtons(action, offered),
      note(`进展直接说：“${actionName(action)} 方案已报审”；办完了说“${actionName(action)} 完成了”`),
    ],
  };
}

function history(events: readonly ActionRecord[], now: number): Block[] {
  const lines = events.slice(-MOST).map(({ change, saidByName, saidAt, undone }) => {
    const told = `${formatInstant(saidAt, now)}　${typed(saidByName, 20)}　${changeWords(change, now)}`;
    return undone ? `~~${told}~~（已撤销）` : told;
  });
  return lines.length > 0 ? [rule, text(lines.join("\n"))] : [];
}

function changeWords(change: ActionChange, now: number): string {
  switch (change.is) {
    case "open":
      return "记下";
    case "acknowledge":
      return "已知悉";
    case "update":
      return typed(change.words, 100);
    case "finish":
      return `申请办结：${typed(change.words, 100)}`;
    case "close":
      return `办结：${typed(change.words, 100)}`;
    case "return":
      return `退回：${typed(change.words, 100)}`;
    case "extend":
      return `延到${formatDay(change.due, dayOf(now))}，原因${typed(change.reason, 80)}`;
    case "assign":
      return `改由${typed(change.unit, 40)}办理`;
  }
}
