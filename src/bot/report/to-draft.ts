import type { Measured } from "../../domain/ledger-entry.js";
import type { MilestoneItem, ReportItem } from "../../language/items.js";
import type { Draft } from "../book.js";

/** `reason`: why a plan or a planned day moves, in the speaker's words */
export type Figure = (ReportItem | MilestoneItem) & { reason?: string };

/** An item of a message on its way into the ledger; `corrects` is the id of the entry it puts right. */
export function toDraft(item: Figure, corrects: number | undefined): Draft {
  const approx = "approx" in item && item.approx ? { approx: item.approx } : {};
  const isConfirmed = "confirmed" in item && item.confirmed ? { isConfirmed: item.confirmed } : {};
  return {
    measured: measured(item),
    ...approx,
    ...isConfirmed,
    ...(corrects === undefined ? {} : { corrects }),
    ...("measure" in item && item.measure === "unchanged" && item.period ? { forMonth: item.period } : {}),
  };
}

export function measured(item: Figure): Measured {
  if (item.intent === "milestone")
    return {
      measure: "milestone",
      milestone: item.milestone,
      status: item.status,
      date: item.date,
      ...(item.reason !== undefined && { reason: item.reason }),
    };
  switch (item.measure) {
    case "percent":
      return { measure: "percent", value: item.value, ...(item.part ? { part: item.part } : {}) };
    case "investment":
      return {
        measure: "investment",
        scope: item.scope,
        yuan: item.yuan,
        ...(item.period ? { period: item.period } : {}),
      };
    case "completion":
      return { measure: "completion", value: item.value };
    case "area":
      return { measure: "area", mu: item.mu };
    case "funds":
      return { measure: "funds", yuan: item.yuan };
    case "plan":
      return {
        measure: "plan",
        yuan: item.yuan,
        ...(item.year !== undefined && { year: item.year }),
        ...(item.reason !== undefined && { reason: item.reason }),
      };
    case "price":
      return { measure: "price", yuan: item.yuan };
    case "buyer":
      return { measure: "buyer", buyer: item.buyer };
    case "note":
      return { measure: "note", note: item.note };
    case "unchanged":
      return { measure: "unchanged" };
  }
}
