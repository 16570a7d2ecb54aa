import { type Day, daysBetween, formatDay } from "../../domain/day.js";
import type { OtherNode } from "../../domain/flow-facts.js";
import { typed } from "../typed.js";
import { aheadOrBehind, daysLeft } from "./day-words.js";

const MOST = 8;

/** The milestones of the works that are no step of the flow: `✅ 桩基　5月28日 · 早3天`. */
export function otherLines(others: readonly OtherNode[], today: Day): string[] {
  const day = ({ milestone }: OtherNode) => milestone.done ?? milestone.planned ?? "";
  const sorted = [...others].sort((a, b) => (day(a) < day(b) ? -1 : 1));
  const more = others.length > MOST ? [`……还有${others.length - MOST}个，点“节点”看全部。`] : [];
  return [...sorted.slice(0, MOST).map((one) => line(one, today)), ...more];
}

function line({ name, milestone }: OtherNode, today: Day): string {
  const { done, planned, firstPlanned, waived } = milestone;
  const words = typed(name, 20);
  if (done !== undefined) {
    const early = firstPlanned === undefined ? "" : ` · ${aheadOrBehind(daysBetween(done, firstPlanned))}`;
    return `✅ ${words}　${formatDay(done, today)}${early}`;
  }
  if (waived !== undefined)
    return `🟠 ${words}　容缺，${formatDay(waived, today)}前补，${daysLeft(daysBetween(today, waived))}`;
  if (planned === undefined) return `⚪ ${words}`;
  return `🔵 ${words}　计划${formatDay(planned, today)}，${daysLeft(daysBetween(today, planned))}`;
}
