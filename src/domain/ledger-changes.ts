import { type Entry, periodOfEntry } from "./ledger-entry.js";
import { type Cumulative, currentYtd, type Figures } from "./ledger-figures.js";
import type { MoneyNote } from "./ledger-money.js";
import { type Period, yearOf } from "./period.js";

export type Field =
  | "percent"
  | "ytd"
  | "month"
  | "increment"
  | "total"
  | "plan"
  | "completion"
  | "area"
  | "funds"
  | "price"
  | "buyer"
  | "milestone-planned"
  | "milestone-done"
  | "milestone-waived"
  | "note"
  | "unchanged";

/**
 * One line of a card, old → new. Numbers are 元, per cent or 亩 as the field has it, days are
 * `YYYY-MM-DD`. Without `old` there was no figure; without `new` it is gone (撤销).
 */
export interface Change {
  field: Field;
  /** the part of a percent, the name of a milestone */
  name?: string;
  /** the month a figure stands for, and the month of the old one where it differs */
  period?: Period;
  oldPeriod?: Period;
  /** the year of a plan */
  year?: number;
  old?: number | string;
  new?: number | string;
  approx?: true;
  /** why a plan or a planned day moves, as said */
  reason?: string;
  /** the old figure was 约 */
  oldApprox?: true;
  /** computed from what was said, not said */
  derived?: true;
  /**
   * `history`: a newer figure stands, this one is only kept; `same`: said again, nothing changed;
   * `already`: the same person has said it before, it is not written again;
   * `inside`, `gap`, `no-base`: see `MoneyNote`
   */
  note?: "history" | "same" | "already" | MoneyNote["note"];
  /** with `gap`: the months that have no figure */
  lacks?: Period[];
}

/** A figure as it stands or as it is said: a change that has only its new side. */
type Slot = Change & { new: number | string };

/** What is different between two states of a project's figures. */
export function changesBetween(before: Figures, after: Figures): Change[] {
  const old = slotsOf(before);
  const now = slotsOf(after);
  const changes: Change[] = [];
  for (const [key, slot] of now) {
    const from = old.get(key);
    if (from === undefined) changes.push(slot);
    else if (!isEqual(from, slot)) changes.push(replaced(from, slot));
  }
  for (const [key, slot] of old) if (!now.has(key)) changes.push(ended(slot));
  return changes;
}

/** Why a figure changed nothing: it stands already, or a newer one does. */
export function standing(said: Change, figures: Figures): "same" | "history" {
  const current = slotsOf(figures).get(keyOf(said));
  return current !== undefined && isEqual(current, said) ? "same" : "history";
}

/** Do both lines say the same of the same figure? */
export function saysSame(a: Change, b: Change): boolean {
  return sameFigure(a, b) && isEqual(a, b);
}

/** Do both lines speak of the same figure, whatever its value? */
export function sameFigure(a: Change, b: Change): boolean {
  return keyOf(a) === keyOf(b);
}

/** What an entry itself says: the line to print when it changed no current figure. */
export function saidBy(entry: Entry): Change {
  const approx = entry.approx ? { approx: entry.approx } : {};
  const period = periodOfEntry(entry);
  switch (entry.measure) {
    case "percent":
      return { field: "percent", new: entry.value, ...named(entry.part), ...approx };
    case "investment":
      return { field: entry.scope, period, new: entry.yuan, ...approx };
    case "completion":
      return { field: "completion", period, new: entry.value, ...approx };
    case "area":
      return { field: "area", period, new: entry.mu, ...approx };
    case "funds":
      return { field: "funds", period, new: entry.yuan, ...approx };
    case "plan":
      return {
        field: "plan",
        year: entry.year ?? yearOf(period),
        new: entry.yuan,
        ...approx,
        ...(entry.reason !== undefined && { reason: entry.reason }),
      };
    case "milestone":
      return {
        field: `milestone-${entry.status}`,
        name: entry.milestone,
        new: entry.date,
        ...approx,
        ...(entry.reason !== undefined && { reason: entry.reason }),
      };
    case "price":
      return { field: "price", new: entry.yuan, ...approx };
    case "buyer":
      return { field: "buyer", new: entry.buyer };
    case "note":
      return { field: "note", new: entry.note };
    case "unchanged":
      return { field: "unchanged", period };
  }
}

function replaced(from: Slot, to: Slot): Change {
  const moved = from.period !== undefined && from.period !== to.period;
  return { ...to, ...oldOf(from), ...(moved && { oldPeriod: from.period }) };
}

function ended({ new: gone, approx, ...slot }: Slot): Change {
  return { ...slot, old: gone, ...(approx && { oldApprox: approx }) };
}

/** The old side of a line. */
export function oldOf(figure: Pick<Slot, "new" | "approx">): Pick<Change, "old" | "oldApprox"> {
  return { old: figure.new, ...(figure.approx && { oldApprox: figure.approx }) };
}

function isEqual(a: Change, b: Change): boolean {
  return a.new === b.new && a.period === b.period && a.approx === b.approx;
}

/** What a figure is a figure of: a month's by its month, what belongs to a year by that, else the name. */
function keyOf({ field, name, period, year }: Change): string {
  if (field === "month") return `month ${period}`;
  if (field === "total" || period === undefined) return `${field} ${name ?? year ?? ""}`;
  return `${field} ${yearOf(period)}`;
}

/** Every current figure. */
function slotsOf(figures: Figures): Map<string, Slot> {
  const slots: Slot[] = [];
  const { percent, total, price, buyer, note } = figures;
  if (percent) slots.push({ field: "percent", new: percent.value, ...approxOf(percent) });
  for (const [name, part] of Object.entries(figures.parts)) {
    slots.push({ field: "percent", name, new: part.value, ...approxOf(part) });
  }
  for (const year of Object.keys(figures.years)) slots.push(...yearSlots(figures, Number(year)));
  if (total) slots.push(money("total", total));
  for (const [name, { planned, done, waived }] of Object.entries(figures.milestones)) {
    if (planned !== undefined) slots.push({ field: "milestone-planned", name, new: planned });
    if (done !== undefined) slots.push({ field: "milestone-done", name, new: done });
    if (waived !== undefined) slots.push({ field: "milestone-waived", name, new: waived });
  }
  if (price) slots.push({ field: "price", new: price.yuan, ...approxOf(price) });
  if (buyer) slots.push({ field: "buyer", new: buyer.name });
  if (note) slots.push({ field: "note", new: note.text });
  return new Map(slots.map((slot) => [keyOf(slot), slot]));
}

function yearSlots(figures: Figures, number: number): Slot[] {
  const year = figures.years[number];
  if (year === undefined) return [];
  const { plan, completion, area, funds } = year;
  const ytd = currentYtd(figures, number);
  const slots = Object.values(year.months).map((month) => money("month", month));
  if (ytd) slots.push(money("ytd", ytd));
  if (plan) slots.push({ field: "plan", year: number, new: plan.yuan, ...approxOf(plan) });
  if (completion) {
    const { value, period } = completion;
    slots.push({ field: "completion", period, new: value, ...approxOf(completion) });
  }
  if (area) slots.push({ field: "area", period: area.period, new: area.mu, ...approxOf(area) });
  if (funds) slots.push(money("funds", funds));
  return slots;
}

function money(field: Field, figure: Cumulative): Slot {
  const derived = figure.from ? { derived: true as const } : {};
  return { field, period: figure.period, new: figure.yuan, ...approxOf(figure), ...derived };
}

function approxOf(stamp: { approx?: true }): { approx?: true } {
  return stamp.approx ? { approx: stamp.approx } : {};
}

function named(name: string | undefined): { name?: string } {
  return name === undefined ? {} : { name };
}
