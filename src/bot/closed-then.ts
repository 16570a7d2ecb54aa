import type { AtClose } from "../cards/project/at-close.js";
import type { Day } from "../domain/day.js";
import { ytdUpTo } from "../domain/ledger-figures.js";
import { lastDayOf, yearOf } from "../domain/period.js";
import { netRestated } from "../domain/restated.js";
import type { Turn } from "./turn.js";

/** 8月底是多少: how a closed month was frozen, and how it reads now; null for days that closed no month. */
export async function closedThen({ tx }: Turn, code: string, day: Day): Promise<AtClose | null> {
  const month = day.slice(0, 7);
  if (day !== lastDayOf(month)) return null;
  const frozen = await tx.months.frozenOne(month, code);
  if (!frozen) return null;
  const restated = (await tx.months.restatements(month)).filter((one) => one.code === code);
  const figures = await tx.ledger.figuresToShow(code);
  const percents = restated.filter(({ field }) => field === "percent");
  return {
    frozen,
    snapshot: frozen.snapshot,
    restated: netRestated(restated),
    times: restated.length,
    nowYuan: ytdUpTo(figures.years[yearOf(month)]?.ytd ?? {}, month)?.yuan ?? null,
    nowPercent: percents.length > 0 ? (percents.at(-1)?.new ?? null) : frozen.percent,
  };
}
