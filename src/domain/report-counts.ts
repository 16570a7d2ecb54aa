import type { LampColour } from "./lamp-part.js";

/** How a project stands with its report of a closed month; late: after the close. */
export type ReportState = "in-time" | "late" | "missing" | "not-due";

/** A project in progress: its lamp and its report of a closed month. */
export interface Counted {
  lamp: LampColour;
  reported: ReportState;
  /** no report was owed of the month, whether one came or not */
  isNotOwed?: boolean;
}

/** Nobody owed a report of the month: the ledger begins later. */
export const isBeforeStart = (list: readonly Counted[]): boolean =>
  list.length > 0 && list.every(({ isNotOwed }) => isNotOwed);

/** `按时填报11个，未报23个`: what adds up to all; `还没有开始填报` where nobody owed one. */
export function reportWords(list: readonly Counted[], inTime = "按时填报"): string {
  const of = countOf(list);
  if (isBeforeStart(list)) return `还没有开始填报${of("in-time") > 0 ? `，先报了${of("in-time")}个` : ""}`;
  return [
    `${inTime}${of("in-time")}个`,
    ...some("关账后补报", of("late")),
    `未报${of("missing")}个`,
    ...some("还不用报", of("not-due")),
  ].join("，");
}

/** `20个没报，6个报了但没有投资数`: why lamps are grey, which is not the same as 未报; empty where none is. */
export function greyWords(list: readonly Counted[]): string {
  const of = countOf(list.filter(({ lamp }) => lamp === "grey"));
  const notDue = of("not-due");
  return [
    ...(of("missing") > 0 ? [`${of("missing")}个没报`] : []),
    ...(of("late") > 0 ? [`${of("late")}个关账后才报`] : []),
    ...(of("in-time") > 0 ? [`${of("in-time")}个报了但没有投资数`] : []),
    ...(notDue > 0 ? [`${notDue}个${isBeforeStart(list) ? "还没有开始填报" : "还不用报"}`] : []),
  ].join("，");
}

/** Of the missing ones, those whose lamp is red or yellow all the same. */
export const litAlthoughMissing = (list: readonly Counted[]): number =>
  list.filter(({ lamp, reported }) => reported === "missing" && lamp !== "grey").length;

const countOf = (list: readonly Counted[]) => (state: ReportState) =>
  list.filter(({ reported }) => reported === state).length;

const some = (words: string, count: number): string[] => (count > 0 ? [`${words}${count}个`] : []);
