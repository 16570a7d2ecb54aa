import type { DueMatter } from "../../cards/due/due-matter.js";
import { type Day, formatDay } from "../../domain/day.js";
import type { Repositories } from "../../store/store.js";

/** How what was due stands now. */
export interface MatterNow {
  due?: Day;
  /** why the day is the one it is, as said */
  reason?: string;
  /** nothing is to be answered any more, and why, in words; null while it is open */
  ended: string | null;
}

type Looking = Pick<Repositories, "ledger" | "problems" | "actions" | "services">;

export async function matterNow(tx: Looking, matter: DueMatter, today: Day): Promise<MatterNow> {
  switch (matter.is) {
    case "milestone":
    case "waived":
      return milestoneNow(tx, matter, today);
    case "problem":
      return numberedNow(matter, await tx.problems.find(matter.number), "已销号");
    case "action":
      return numberedNow(matter, await tx.actions.find(matter.number), "已办结");
    case "service":
      return numberedNow(matter, await tx.services.find(matter.number), "已办结");
  }
}

/** What has become of it since its card was drawn, in words; null while it stands as it did. */
export function changedSinceDrawn({ due }: DueMatter, now: MatterNow, today: Day): string | null {
  if (now.ended !== null) return now.ended;
  return now.due === undefined || now.due === due ? null : movedWords(due, now.due, today);
}

/** `10月28日 → 11月30日` */
export const movedWords = (from: Day, to: Day, today: Day): string =>
  `${formatDay(from, today)} → ${formatDay(to, today)}`;

async function milestoneNow(
  { ledger }: Looking,
  { is, code, milestone }: Extract<DueMatter, { milestone: string }>,
  today: Day,
): Promise<MatterNow> {
  const figure = (await ledger.figures(code)).milestones[milestone];
  if (figure?.done) return { ended: `${formatDay(figure.done, today)}已完成` };
  if (is === "waived") return figure?.waived ? { due: figure.waived, ended: null } : { ended: "容缺已撤销" };
  if (figure?.waived) return { ended: `已容缺办理，${formatDay(figure.waived, today)}前补齐` };
  if (!figure?.planned) return { ended: "这个节点已撤销" };
  const reason = figure.revisions?.at(-1)?.reason;
  return { due: figure.planned, ...(reason === undefined ? {} : { reason }), ended: null };
}

function numberedNow(
  { waits, is }: Extract<DueMatter, { number: number }>,
  one: { due?: Day; state: string } | null,
  closed: string,
): MatterNow {
  if (!one) return { ended: "已撤销" };
  if (one.state === "closed") return { ended: closed };
  const isAsked = one.state === "resolve-asked" || one.state === "finish-asked";
  if (isAsked && !waits)
    return { ended: is === "service" ? "已答复，等企业确认" : "已经报了办完，等推进办核实" };
  if (!isAsked && waits) return { ended: "已退回，或还在办" };
  return { ...(one.due === undefined ? {} : { due: one.due }), ended: null };
}
