import { type Entry, periodOfEntry } from "./ledger-entry.js";
import {
  type Figures,
  type MilestoneFigure,
  type MoneyFigure,
  noYearFigures,
  type Stamp,
  type YearFigures,
} from "./ledger-figures.js";
import {
  type MoneyNote,
  type MoneyStep,
  sayIncrement,
  sayMonth,
  sayUnchanged,
  sayYtd,
} from "./ledger-money.js";
import type { Warning } from "./ledger-warning.js";
import { warningsOf } from "./ledger-warnings.js";
import { type Period, yearOf } from "./period.js";
import { isReport } from "./reported.js";
import { toldAfter } from "./silence.js";

export interface Step {
  figures: Figures;
  note?: MoneyNote;
  warnings: Warning[];
}

/** One entry further, in the order in which entries count (`effectiveEntries`). */
export function step(before: Figures, entry: Entry): Step {
  const { figures, note } = measured(before, entry);
  const told = toldAfter(before.told, entry);
  const after: Figures = {
    ...figures,
    ...(told && { told }),
    reported: isReport(entry) ? withMonth(figures.reported, periodOfEntry(entry)) : figures.reported,
    last: { saidAt: entry.saidAt, id: entry.id },
  };
  return { figures: after, warnings: warningsOf(entry, before, after), ...(note && { note }) };
}

function measured(figures: Figures, entry: Entry): { figures: Figures; note?: MoneyNote } {
  const stamp: Stamp = {
    entry: entry.id,
    saidAt: entry.saidAt,
    ...(entry.approx && { approx: entry.approx }),
  };
  const period = periodOfEntry(entry);
  const { dataMonth } = entry;
  switch (entry.measure) {
    case "percent": {
      const percent = { ...stamp, value: entry.value, dataMonth };
      return entry.part === undefined
        ? { figures: { ...figures, percent } }
        : { figures: { ...figures, parts: { ...figures.parts, [entry.part]: percent } } };
    }
    case "investment": {
      const said: MoneyFigure = { ...stamp, yuan: entry.yuan, period };
      if (entry.scope === "total") return { figures: { ...figures, total: newer(figures.total, said) } };
      const say = { ytd: sayYtd, month: sayMonth, increment: sayIncrement }[entry.scope];
      return inMoney(figures, period, (year) => say(year, said));
    }
    case "unchanged":
      return inMoney(figures, period, (year) => sayUnchanged(year, { ...stamp, period }));
    case "completion":
      return inYear(figures, yearOf(period), (year) => ({
        ...year,
        completion: newer(year.completion, { ...stamp, value: entry.value, period }),
      }));
    case "area":
      return inYear(figures, yearOf(period), (year) => ({
        ...year,
        area: newer(year.area, { ...stamp, mu: entry.mu, period }),
      }));
    case "funds":
      return inYear(figures, yearOf(period), (year) => ({
        ...year,
        funds: newer(year.funds, { ...stamp, yuan: entry.yuan, period }),
      }));
    case "plan":
      return inYear(figures, entry.year ?? yearOf(period), (year) => ({
        ...year,
        plan: { ...stamp, yuan: entry.yuan, period: dataMonth },
      }));
    case "milestone":
      return { figures: withMilestone(figures, entry, stamp) };
    case "price":
      return { figures: { ...figures, price: { ...stamp, yuan: entry.yuan, dataMonth } } };
    case "buyer":
      return { figures: { ...figures, buyer: { ...stamp, name: entry.buyer } } };
    case "note":
      return { figures: { ...figures, note: { ...stamp, text: entry.note, dataMonth } } };
  }
}

/** A figure that names an earlier month than the known one is history. */
function newer<T extends { period: Period }>(known: T | undefined, said: T): T {
  return known !== undefined && known.period > said.period ? known : said;
}

function inYear(
  figures: Figures,
  year: number,
  change: (year: YearFigures) => YearFigures,
): { figures: Figures } {
  const changed = change(figures.years[year] ?? noYearFigures);
  return { figures: { ...figures, years: { ...figures.years, [year]: changed } } };
}

function inMoney(
  figures: Figures,
  period: Period,
  say: (year: YearFigures) => MoneyStep<YearFigures>,
): { figures: Figures; note?: MoneyNote } {
  const number = yearOf(period);
  const known = figures.years[number] ?? noYearFigures;
  const { year, note } = say(known);
  if (year === known) return { figures, ...(note && { note }) };
  return { ...inYear(figures, number, () => year), ...(note && { note }) };
}

function withMilestone(figures: Figures, entry: Entry & { measure: "milestone" }, stamp: Stamp): Figures {
  const known = figures.milestones[entry.milestone];
  const milestone = { ...known, ...stamp, ...saidOfMilestone(known, entry) };
  return { ...figures, milestones: { ...figures.milestones, [entry.milestone]: milestone } };
}

function saidOfMilestone(
  known: MilestoneFigure | undefined,
  { status, date, reason, saidAt }: Entry & { measure: "milestone" },
): Partial<MilestoneFigure> {
  const said = reason === undefined ? {} : { why: reason };
  if (status === "done") return { done: date, ...said };
  if (status === "waived") return { waived: date };
  const { planned = date, firstPlanned = date, revisions = [] } = known ?? {};
  const why = reason === undefined ? {} : { reason };
  const last = revisions.at(-1);
  // The same day once more, now with its reason.
  if (planned === date && last?.to === date && reason !== undefined)
    return { planned, firstPlanned, revisions: [...revisions.slice(0, -1), { ...last, ...why }] };
  if (planned === date) return { planned: date, firstPlanned, ...said };
  return {
    planned: date,
    firstPlanned,
    revisions: [...revisions, { from: planned, to: date, saidAt, ...why }],
  };
}

function withMonth(months: readonly Period[], month: Period): readonly Period[] {
  return months.includes(month) ? months : [...months, month].sort();
}
