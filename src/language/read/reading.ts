import type { DateSpan } from "../dates/span.js";
import type { AskItem, Measured, Period } from "../items.js";
import type { Quantity } from "../numbers/quantities.js";

/** What one figure is worth: a value to report, a question, or nothing. */
export type Reading =
  | { measured: Measured; approx?: true }
  | { ask: AskItem["reason"]; options?: Offer[]; why?: NonNullable<AskItem["why"]> }
  | undefined;

/** A measure to offer as a button. */
export type Offer = Measured & { approx?: true };

/** What earlier figures of the same project in this message have said. */
export interface Said {
  /** the year's plan and what is done of it, in yuan */
  plan?: number;
  done?: number;
  lastYuan?: number;
  /** the year that the sums are of, when one is named */
  year?: number | undefined;
  /** a percentage stands somewhere in the message, so that a mere difference beside it is no question */
  percent: boolean;
  /** the last percentage that has been read */
  told?: number;
  /** how many percentages and sums are still to come */
  percentsAhead: number;
  sumsAhead: number;
  /** the label and the date of a figure that was denied, for the right one behind it */
  denied?: { label: string; date?: DateSpan };
  /** the month that a sum of the sentence was said for, and the sentence */
  month?: { period: Period; sentence: number };
}

export function withApprox(figure: Quantity, measured: Measured): Reading {
  return figure.approx ? { measured, approx: true } : { measured };
}
