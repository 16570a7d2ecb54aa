import { at, type Day, dayOf, formatDay, formatInstant } from "../../domain/day.js";
import { ledgerOf } from "../../domain/ledger.js";
import { type Change, changesBetween } from "../../domain/ledger-changes.js";
import { periodOfEntry } from "../../domain/ledger-entry.js";
import { noFigures } from "../../domain/ledger-figures.js";
import { lastDayOf, yearOf } from "../../domain/period.js";
import type { Project } from "../../domain/project.js";
import type { LedgerRecord } from "../../store/ledger.js";
import { type CardView, note, text } from "../card.js";
import { changeLine } from "../change-line.js";
import { type AtClose, atCloseLines } from "./at-close.js";

const DAY = 24 * 3_600_000;
const SHOWN = new Set(["percent", "ytd", "plan", "area", "funds", "note"]);
const MONEY = new Set(["ytd", "plan", "funds"]);

/**
 * How a project stood on a day: by what had been said until then; a month's last day counts its late reports. A
 * figure of a later month is none of that day's, whenever it was said.
 */
export function asOfCard(
  project: Project,
  entries: readonly LedgerRecord[],
  day: Day,
  { now, hasMoney, atClose }: { now: number; hasMoney: boolean; atClose: AtClose | null },
): CardView {
  const month = day.slice(0, 7);
  const isMonthEnd = day === lastDayOf(month);
  const until = at(day) + DAY - 1;
  const { figures } = ledgerOf(
    entries.filter(
      (entry) =>
        periodOfEntry(entry) <= month &&
        (entry.saidAt <= until ||
          ((entry.dataMonth < month || (isMonthEnd && entry.dataMonth === month)) &&
            // What was put right after the close is told beside it.
            (!atClose || entry.saidAt <= atClose.snapshot.countedTo))),
    ),
  );
  const today = dayOf(now);
  const all = changesBetween(noFigures, figures);
  const lines = all
    .filter((change) => isOfLatestYear(change, all, yearOf(month)))
    .filter(({ field }) => SHOWN.has(field) && (hasMoney || !MONEY.has(field)))
    .map((change) => changeLine(change, today, hasMoney));
  return {
    title: `${project.name}　${formatDay(day, today)}`,
    tone: "blue",
    blocks: [
      text(lines.length > 0 ? lines.join("\n") : "那时还没有报过数。"),
      ...(atClose ? [text(atCloseLines(atClose, now, hasMoney).join("\n"))] : []),
      ...(figures.last ? [note(`最后一笔 ${formatInstant(figures.last.saidAt, now)} 报`)] : []),
    ],
  };
}

/** Of what each year has anew (年度计划, 本年累计) the one of that day's year, else the last before it. */
function isOfLatestYear(change: Change, all: readonly Change[], asked: number): boolean {
  const year = yearIn(change);
  if (year === null) return true;
  return (
    year <= asked &&
    !all.some((other) => {
      const later = yearIn(other);
      return other.field === change.field && later !== null && later > year && later <= asked;
    })
  );
}

const yearIn = ({ year, period }: Change): number | null =>
  year ?? (period === undefined ? null : yearOf(period));
