import { type Day, daysBetween, formatDay } from "../../domain/day.js";
import type { Node } from "../../domain/nodes.js";
import { typed } from "../typed.js";

/** `9月30日　乐创路　路基（还有10天）` */
export function nodeLine({ project, name, planned, done, isWaived, signed }: Node, today: Day): string {
  const state = done ? `${formatDay(done, today)}完成` : distance(daysBetween(today, planned));
  const original = signed ? `；原计划${formatDay(signed, planned)}` : "";
  const waived = isWaived ? "容缺，" : "";
  return `${formatDay(planned, today)}　${typed(project)}　${typed(name, 30)}（${waived}${state}${original}）`;
}

function distance(days: number): string {
  if (days < 0) return `已逾${-days}天`;
  return days === 0 ? "今天" : `还有${days}天`;
}
