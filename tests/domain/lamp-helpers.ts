import type { LampInput } from "../../src/domain/lamp.js";
import type { LampColour } from "../../src/domain/lamp-part.js";
import { defaultLampRules, lampRuleFor } from "../../src/domain/lamp-rule.js";
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
