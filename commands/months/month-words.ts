import type { Turn } from "../../src/bot/turn.js";
import { isPeriod, monthOf, type Period } from "../../src/domain/period.js";
import { monthAsked } from "../../src/language/month-asked.js";

/** The month that words name: 8月, 上个月, 快照 2022-08-1; null where they name none. */
export function monthIn({ now }: Pick<Turn, "now">, words: string): Period | null {
  const written = /(\d{4}-\d{2})(?:-\d+)?/.exec(words.normalize("NFKC"))?.[1];
  if (written && isPeriod(written)) return written;
  return monthAsked({}, words, monthOf(now));
}
