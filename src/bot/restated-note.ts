import { type Block, note } from "../cards/card.js";
import { restatedCount } from "../cards/months/restated-line.js";
import { type Period, yearOf } from "../domain/period.js";
import type { Turn } from "./turn.js";

/** `8月数据有2处更正` under what tells of closed months; nothing where there is none, or outside. */
export async function restatedNotes({ tx, chat }: Turn, ...months: readonly Period[]): Promise<Block[]> {
  if (chat.external) return [];
  const counted: string[] = [];
  const counts = new Map<Period, number>();
  for (const year of new Set(months.map(yearOf)))
    for (const [month, count] of await tx.months.restatedCounts(year)) counts.set(month, count);
  for (const month of months) counted.push(restatedCount(month, counts.get(month) ?? 0));
  const said = counted.filter(Boolean);
  return said.length > 0 ? [note(`${said.join("，")}，发“更正记录”加月份看`)] : [];
}
