import { closeDayOf } from "../../src/domain/data-month.js";
import { addDays, at } from "../../src/domain/day.js";
import { type LampInput, lampOf } from "../../src/domain/lamp.js";
import { type LampContext, lampInput } from "../../src/domain/lamp-input.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import { defaultLampRules, type LampRule, lampRuleFor } from "../../src/domain/lamp-rule.js";
import { ledgerOf } from "../../src/domain/ledger.js";
import type { Entry } from "../../src/domain/ledger-entry.js";
import type { Period } from "../../src/domain/period.js";
import { wan } from "./ledger-helpers.js";

export const v1 = defaultLampRules.default;
export const byMilestones = lampRuleFor(defaultLampRules, "土地出让");

/** August closed, seen on 2022-09-20: 年度3.2亿, reported. */
export const august: LampInput = {
  month: "2022-08",
  today: "2022-09-20",
  firstMonth: "2022-01",
  lastReported: "2022-08",
  plan: { yuan: wan(32000) },
};

export const done = (amount: number, period = "2022-08"): Partial<LampInput> => ({
  ytd: { yuan: wan(amount), period },
});
/** 年度12亿: a month is 1亿, so that ratios come out even */
export const even = (amount: number): Partial<LampInput> => ({
  ...done(amount),
  plan: { yuan: wan(120000) },
});
export const late = (planned: string, name = "工规证"): Partial<LampInput> => ({
  ...done(21400),
  milestones: [{ name, planned }],
});
export const earlier = (...colours: LampColour[]): Partial<LampInput> => ({
  earlier: Object.fromEntries(colours.map((colour, index) => [`2022-0${7 - index}`, colour])),
});
export const unheard = (lastReported: string, input: Partial<LampInput> = {}): Partial<LampInput> => ({
  lastReported,
  ...done(9000, lastReported),
  ...input,
});

export type Row = [name: string, input: Partial<LampInput>, lamp: LampColour, reason: string];

export const yellow = done(17000);
export const YELLOW = "年度3.2亿 完成1.7亿 53.1% 时序66.7% 差13.5点";

/**
 * `base` of the lamps at the close of each month (ascending), as things stood then: from what had been
 * said by the end of the close day. Months before the project's first one have no lamp.
 */
export function lampsAtCloses(
  entries: readonly Entry[],
  context: Omit<LampContext, "month" | "today" | "earlier">,
  months: readonly Period[],
  rule: LampRule,
): Record<Period, LampColour> {
  const lamps: Record<Period, LampColour> = {};
  for (const month of months) {
    if (month < context.firstMonth) continue;
    const today = closeDayOf(month);
    const { figures } = ledgerOf(entries.filter((entry) => entry.saidAt < at(addDays(today, 1))));
    lamps[month] = lampOf(lampInput(figures, { ...context, month, today, earlier: lamps }), rule).base;
  }
  return lamps;
}
