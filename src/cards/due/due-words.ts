import { type Day, daysBetween, formatDay } from "../../domain/day.js";

/** `10月31日（还有7天）`, `9月19日（已逾期1天）` */
export function dueWords(due: Day, today: Day): string {
  const left = daysBetween(today, due);
  const distance = left > 0 ? `还有${left}天` : left === 0 ? "今天到期" : `已逾期${-left}天`;
  return `${formatDay(due, today)}（${distance}）`;
}
