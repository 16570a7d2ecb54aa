import type { Day } from "./day.js";
import type { LampInput } from "./lamp.js";
import type { LampAmount } from "./lamp-amount.js";
import type { LampColour } from "./lamp-part.js";
import { currentYtd, dueOf, type Figures } from "./ledger-figures.js";
import type { YearPlan } from "./pace.js";
import { type Period, yearOf } from "./period.js";
import type { Gap } from "./report-gap.js";

/** What the ledger does not know of a project. */
export interface LampContext {
  /** the closed data month */
  month: Period;
  today: Day;
  firstMonth: Period;
  /** months in which it was out and owed no report */
  gaps?: readonly Gap[];
  /** the signed baseline of the month's year; a plan said later stands above its 元, not above its curve */
  plan?: Partial<YearPlan>;
  plannedPercent?: number;
  amounts?: readonly LampAmount[];
  /** `base` of the lamps of earlier months */
  earlier?: Readonly<Record<Period, LampColour>>;
}

/** The lamps' input from a project's ledger. For a past month give the figures as they stood then. */
export function lampInput(figures: Figures, context: LampContext): LampInput {
  const { plan: baseline, ...rest } = context;
  const year = figures.years[yearOf(context.month)];
  const yuan = year?.plan?.yuan ?? baseline?.yuan;
  const ytd = currentYtd(figures, yearOf(context.month));
  const atClose = year?.ytd[context.month];
  const lastReported = figures.reported.at(-1);
  return {
    ...rest,
    ...(yuan !== undefined && { plan: { ...baseline, yuan } }),
    ...(ytd && { ytd }),
    ...(atClose && { atClose: atClose.yuan }),
    ...(year?.completion && { completion: year.completion }),
    ...(figures.percent && { percent: figures.percent.value }),
    milestones: Object.entries(figures.milestones).map(([name, milestone]) => {
      const planned = dueOf(milestone);
      return { name, ...milestone, ...(planned !== undefined && { planned }) };
    }),
    ...(lastReported !== undefined && { lastReported }),
  };
}
