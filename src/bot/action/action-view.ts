import type { Offered } from "../../cards/action/action-buttons.js";
import { actionCard } from "../../cards/action/action-card.js";
import type { CardView } from "../../cards/card.js";
import { meetingTime } from "../../cards/meeting-time.js";
import type { Action } from "../../domain/action.js";
import type { Turn } from "../turn.js";
import { standingTo } from "./take-step.js";

/** What a card about one action is kept as. */
export interface ActionModel {
  /** its number */
  action: number;
}

/** What a card tells beside the action: 已延期, with the write that its 撤销 takes back; or what it asks. */
export interface ActionFace {
  done?: string;
  undoes?: string;
  asking?: "return" | "extend";
}

/** One action with its history; in private with the buttons of whoever asks, in a group with everybody's. */
export async function actionView(
  turn: Turn,
  action: Action,
  { done, undoes, asking }: ActionFace = {},
): Promise<CardView> {
  const { tx, chat, now } = turn;
  const meeting = action.meetingId === null ? null : await tx.meetings.find(action.meetingId);
  const project = action.code === undefined ? null : await tx.projects.byCode(action.code);
  const { isOffice, isOwn } = await standingTo(turn, action);
  const isGroup = chat.type === "group";
  const offered: Offered = {
    work: isGroup || isOwn || isOffice,
    close: isGroup || isOffice,
    ...(asking ? { asking } : {}),
    ...(undoes ? { undoes } : {}),
  };
  return actionCard({
    action,
    project: project?.name ?? null,
    meeting: meeting && `${meetingTime(meeting.startsAt, now)} ${meeting.title}`,
    events: await tx.actions.events(action.number),
    offered,
    now,
    ...(done ? { done } : {}),
  });
}
