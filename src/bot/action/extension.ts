import type { Action } from "../../domain/action.js";
import { actionName } from "../../domain/action.js";
import { type Day, dayOf, formatDay } from "../../domain/day.js";
import { becauseIn, reasonIn, relativeDue } from "../problem/extension.js";
import type { Turn } from "../turn.js";
import { dueIn } from "./read-due.js";

/** A new due date and why; or what is wrong with it, a sentence; or that one of the two is missing. */
export type Extension =
  | { is: "extend"; words: string; due: Day; reason: string }
  | { refuses: string }
  | { lacks: "due" | "reason"; due?: Day };

/** `延期到10月15日，因为征收没完`, `再给两周，原因疫情` */
export function extensionIn(turn: Turn, action: Action, words: string, given?: string): Extension {
  const today = dayOf(turn.saidAt);
  const read = dueIn(words, turn.names, today);
  const due = read.due ?? relativeDue(words, action.due, today);
  const name = actionName(action);
  if (read.past)
    return { refuses: `${name}没有延期：${formatDay(read.past, today)}已经过了，请说以后的日期。` };
  if (!due) return { lacks: "due" };
  if (due <= action.due)
    return {
      refuses: `${name}没有延期：现在的期限就是${formatDay(action.due, today)}，${formatDay(due, today)}不比它晚。`,
    };
  const reason = (given ?? (becauseIn(words) || reasonIn(withoutDay(words)))).trim();
  return reason ? { is: "extend", words, due, reason } : { lacks: "reason", due };
}

/** 改到10月15日 is no reason. */
const withoutDay = (words: string): string =>
  words.replace(/^[^，,。；;]*(?:延期?|推迟|顺延|宽限|改)[到至为]?[^，,。；;]*[，,。；;]?/, "");
