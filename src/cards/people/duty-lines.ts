import { type Day, daysBetween, formatDay } from "../../domain/day.js";
import type { Duty } from "../../domain/team-duties.js";
import { hideAmounts } from "../hide-money.js";
import { typed } from "../typed.js";

/** `9月30日（还有10天）　#3 603地块 卡点：管线搬迁（办级）` */
export function dutyLine(duty: Duty, today: Day, hasMoney: boolean): string {
  const words = hasMoney ? duty.words : hideAmounts(duty.words);
  return `${dueWords(duty.due, today)}　${typed(words, 120)}`;
}

function dueWords(due: Day | null, today: Day): string {
  if (due === null) return "没定期限";
  const left = daysBetween(today, due);
  const distance = left < 0 ? `**逾期${-left}天**` : left === 0 ? "今天" : `还有${left}天`;
  return `${formatDay(due, today)}（${distance}）`;
}
