import { dataMonthOf } from "../../src/domain/data-month.js";
import { at } from "../../src/domain/day.js";
import { applyEntry, type Ledger, ledgerOf } from "../../src/domain/ledger.js";
import type { Entry, EntryHead, Measured } from "../../src/domain/ledger-entry.js";
import type { Period } from "../../src/domain/period.js";

type Head = Partial<Omit<EntryHead, "saidAt">> & { said?: string };

let lastId = 0;

/** An entry said on a day (`2022-09-20`, at 10:00) of 2022; ids ascend in the order of writing. */
export function entry(measured: Measured, head: Head = {}): Entry {
  const { said = "2022-09-20", ...rest } = head;
  const saidAt = at(said, "10:00");
  return { id: ++lastId, saidAt, dataMonth: dataMonthOf(saidAt), ...rest, ...measured };
}

/** 万 */
export const wan = (amount: number) => amount * 10_000;

export const ytd = (amount: number, period?: Period): Measured => money("ytd", amount, period);
export const month = (amount: number, period?: Period): Measured => money("month", amount, period);
export const increment = (amount: number, period?: Period): Measured => money("increment", amount, period);
export const total = (amount: number, period?: Period): Measured => money("total", amount, period);
export const percent = (value: number, part?: string): Measured =>
  part === undefined ? { measure: "percent", value } : { measure: "percent", value, part };
export const plan = (amount: number): Measured => ({ measure: "plan", yuan: wan(amount) });

export function apply(entries: Iterable<Entry>, from: Ledger = ledgerOf([])): Ledger {
  let ledger = from;
  for (const each of entries) ledger = applyEntry(ledger, each).ledger;
  return ledger;
}

function money(scope: "ytd" | "month" | "increment" | "total", amount: number, period?: Period): Measured {
  const measured = { measure: "investment", scope, yuan: wan(amount) } as const;
  return period === undefined ? measured : { ...measured, period };
}
