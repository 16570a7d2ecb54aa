import { dayOf, formatDay } from "../../domain/day.js";
import type { FrozenWarning, Warning } from "../../domain/ledger-warning.js";
import { formatMoney } from "../../domain/money.js";
import type { Project } from "../../domain/project.js";
import { mayMovePlan } from "../frozen.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import type { AskedSection } from "./sections.js";
import type { Figure } from "./to-draft.js";

/** What most often moves a target; any other reason is typed. */
const REASONS = ["审批没下来", "征收腾地没完成", "资金没到位", "设计方案调整"];

/** A signed target changes with a reason alone: it is asked for, and nothing is written before. */
export function frozenQuestion(
  turn: Turn,
  project: Project,
  warning: FrozenWarning,
  item: Figure,
): AskedSection {
  const { signedOn } = warning;
  const signed = `${formatDay(signedOn, dayOf(turn.now))}签约`;
  const head = { is: "asked", project: item.project } as const;
  const options = REASONS.map((reason) => ({ label: reason, items: [{ ...item, reason }] }));
  if (warning.code === "frozen-node") {
    const { milestone, from, to } = warning;
    const day = (date: string) => formatDay(date, signedOn);
    return {
      ...head,
      question: `${milestone} ${day(from)} 是${signed}定的目标，改到 ${day(to)} 要说明原因，还没有记。原因是什么？点一个，或直接说。`,
      options,
      lacksReason: item,
    };
  }
  const { from, to } = warning;
  const amounts = showsMoney(turn, project) ? `，${formatMoney(from)} 改为 ${formatMoney(to)}` : "，要改";
  if (!mayMovePlan(turn))
    return {
      ...head,
      question: `年度计划是${signed}冻结的${amounts}要由推进办调整。`,
      options: [],
      closed: "没有记。请把新的数和原因告诉推进办。",
    };
  return {
    ...head,
    question: `年度计划是${signed}冻结的${amounts}要说明原因，还没有记。原因是什么？点一个，或直接说。`,
    options,
    lacksReason: item,
  };
}

export const isOfFrozen = (warning: Warning): warning is FrozenWarning =>
  warning.code === "frozen-plan" || warning.code === "frozen-node";
