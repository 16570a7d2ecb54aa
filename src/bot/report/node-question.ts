import { dayOf, formatDay } from "../../domain/day.js";
import type { NodeWarning, Warning } from "../../domain/ledger-warning.js";
import { monthsLater } from "../../domain/period.js";
import type { MilestoneItem } from "../../language/items.js";
import type { Turn } from "../turn.js";
import { type AskedSection, confirmed } from "./sections.js";

/** What is odd about a 节点, as a question with what may have been meant. */
export function nodeQuestion({ saidAt, now }: Turn, warning: NodeWarning, item: MilestoneItem): AskedSection {
  const today = dayOf(saidAt);
  const day = (date: string) => formatDay(date, dayOf(now));
  const { milestone, date } = warning;
  const head = { is: "asked", project: item.project } as const;
  const doneOn = (on: string): AskedSection["options"][number] => ({
    label: `已完成，${day(on)}`,
    items: [confirmed({ ...item, status: "done", date: on, precision: "day" })],
  });
  if (warning.code === "done-in-future")
    return {
      ...head,
      question: `${milestone}报的是已完成，可 ${day(date)} 还没到，没有记。是计划那天完成吗？`,
      options: [
        { label: `计划 ${day(date)} 完成`, items: [{ ...item, status: "planned" }] },
        doneOn(today),
        doneOn(monthsLater(date, -12)),
      ],
    };
  return {
    ...head,
    question: `${milestone}已在 ${day(warning.done)} 完成，这次又报计划 ${day(date)}，没有记。要改计划日吗？`,
    options: [
      { label: `完成的不动，计划日改为 ${day(date)}`, items: [confirmed(item)] },
      ...(date <= today ? [doneOn(date)] : []),
    ],
  };
}

export function isOfNode(warning: Warning): warning is NodeWarning {
  return warning.code === "done-in-future" || warning.code === "done-replanned";
}
