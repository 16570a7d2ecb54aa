import type { LampColour } from "./lamp-part.js";
import { formatPercent, formatPoints } from "./money.js";
import { dueShare, type YearPlan } from "./pace.js";
import { formatPeriod, monthNumber, type Period, period, periodsFromTo, yearOf } from "./period.js";

/** 哪天起落后: the data month from which a project has been behind without a break. */
export interface BehindSince {
  month: Period;
  /** months from then on that were red or yellow, this one included; 未报 ones do not count */
  running: number;
  /** shares of the year's plan at that month's end, in per cent; absent where no 累计 is known for it */
  share?: { done: number; due: number };
}

/** What it is read from. */
export interface SinceInput {
  /** the closed data month, and the lamp it has now */
  month: Period;
  lamp: LampColour;
  /** lamps kept at the closes of earlier months */
  earlier: Readonly<Record<Period, LampColour>>;
  plan?: YearPlan;
  ytd: Readonly<Record<Period, { yuan: number }>>;
}

/** Null when it is not behind now. Goes back month by month; a month 未报 neither breaks nor counts. */
export function behindSince({ month, lamp, earlier, plan, ytd }: SinceInput): BehindSince | null {
  if (!isBehind(lamp)) return null;
  let since = month;
  let running = 1;
  for (const each of periodsFromTo(period(yearOf(month), 1), month)
    .reverse()
    .slice(1)) {
    const colour = earlier[each];
    if (colour === undefined || colour === "grey") continue;
    if (!isBehind(colour)) break;
    since = each;
    running += 1;
  }
  const done = ytd[since];
  if (!plan || plan.yuan <= 0 || !done) return { month: since, running };
  const due = dueShare(monthNumber(since), plan);
  return {
    month: since,
    running,
    share: { done: (done.yuan / plan.yuan) * 100, due: (due.part / due.of) * 100 },
  };
}

/** `自6月数据起落后：6月底完成23.8%，时序50%，差26.3点；到现在连续3个月红灯或黄灯` */
export function sinceWords({ month, running, share }: BehindSince): string {
  const figures =
    share && share.done < share.due
      ? `：${formatPeriod(month)}底完成${formatPercent(share.done)}，时序${formatPercent(share.due)}，${formatPoints(share.done - share.due)}`
      : "";
  const long = running > 1 ? `；已连续${running}个月红灯或黄灯` : "";
  return `自${formatPeriod(month)}数据起落后${figures}${long}`;
}

const isBehind = (colour: LampColour): boolean => colour === "yellow" || colour === "red";
