import { closeDayOf, DEFAULT_CLOSE_DAY } from "./data-month.js";
import { addDays, at } from "./day.js";
import { lampOf } from "./lamp.js";
import { type LampContext, lampInput } from "./lamp-input.js";
import type { LampColour } from "./lamp-part.js";
import type { LampRule } from "./lamp-rule.js";
import { ledgerOf } from "./ledger.js";
import type { Entry } from "./ledger-entry.js";
import type { Period } from "./period.js";
import type { WorkdayOverrides } from "./workdays.js";

/**
 * `base` of the lamps at the close of each month (ascending), as things stood then: from what had been
 * said by the end of the close day. Months before the project's first one have no lamp.
 */
export function lampsAtCloses(
  entries: readonly Entry[],
  context: Omit<LampContext, "month" | "today" | "earlier">,
  months: readonly Period[],
  rule: LampRule,
  closeDay: number = DEFAULT_CLOSE_DAY,
  overrides: WorkdayOverrides = {},
): Record<Period, LampColour> {
  const earlier: Record<Period, LampColour> = {};
  for (const month of months) {
    if (month < context.firstMonth) continue;
    const today = closeDayOf(month, closeDay, overrides);
    const closed = at(addDays(today, 1));
    const { figures } = ledgerOf(entries.filter((entry) => entry.saidAt < closed));
    earlier[month] = lampOf(lampInput(figures, { ...context, month, today, earlier }), rule).base;
  }
  return earlier;
}
