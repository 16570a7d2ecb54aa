import { latestDone } from "./lamp-investment.js";
import { currentYtd } from "./ledger-figures.js";
import { dueShare, planAt } from "./pace.js";
import { monthNumber, type Period, yearOf } from "./period.js";
import type { Assessed } from "./portfolio.js";

/**
 * 欠的投资: the year's plan times the shortfall, in 元: what is due of it by the month's end, less what is done by
 * the last word. Nothing where money is not judged or not behind, and where none is known to have been done:
 * how much lacks there, nobody knows.
 *
 * @param month the closed data month
 */
export function moneyAtRisk({ figures, pace, lamp }: Assessed, month: Period): number {
  const year = yearOf(month);
  const { plan, completion } = figures.years[year] ?? {};
  if (!plan || plan.yuan <= 0 || lamp.parts.investment.colour === "off") return 0;
  const ytd = currentYtd(figures, year);
  const known = { month, ...(ytd ? { ytd } : {}), ...(completion ? { completion } : {}) };
  const done = latestDone(known, plan.yuan);
  if (!done) return 0;
  const due = dueShare(monthNumber(month), planAt(plan.yuan, pace));
  const short = due.part / due.of - done.share.part / done.share.of;
  return Math.max(0, Math.round(plan.yuan * short));
}
