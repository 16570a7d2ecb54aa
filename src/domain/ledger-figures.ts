import type { Day } from "./day.js";
import type { Period } from "./period.js";
import type { Told } from "./silence.js";

/** Where a figure comes from, so that every figure can answer 谁、何时、哪条消息. */
export interface Stamp {
  /** the id of the entry */
  entry: number;
  /** epoch ms */
  saidAt: number;
  /** 约 */
  approx?: true;
}

interface PercentFigure extends Stamp {
  value: number;
  dataMonth: Period;
}

export interface MoneyFigure extends Stamp {
  yuan: number;
  period: Period;
}

/** 本年累计 at the end of a month. `from` says from what it was derived; without it, it was said so. */
export interface Cumulative extends MoneyFigure {
  from?: "month" | "increment" | "unchanged";
}

export interface MilestoneFigure extends Stamp {
  /** the latest promise */
  planned?: Day;
  /** the first promise: 说到做到率 counts against it */
  firstPlanned?: Day;
  done?: Day;
  /** 容缺: the day by which it is to be made up, as last promised */
  waived?: Day;
  /** why it was first planned for that day, or is done although something before it is not; as said */
  why?: string;
  /** 延期, 提前: how the promise moved, oldest first */
  revisions?: readonly Revision[];
}

/** The day that an open milestone is due on: what may be made up later is due when that was promised. */
export const dueOf = ({ planned, waived }: MilestoneFigure): Day | undefined => waived ?? planned;

/** A planned day that was put off or brought forward. */
export interface Revision {
  from: Day;
  to: Day;
  /** in the speaker's words, where they gave one */
  reason?: string;
  /** epoch ms */
  saidAt: number;
}

/** What belongs to one year and does not flow into the next. */
export interface YearFigures {
  /** 年度计划投资 */
  plan?: MoneyFigure;
  /** 本年累计, by the month at whose end it stands */
  ytd: Readonly<Record<Period, Cumulative>>;
  /** 当月完成 */
  months: Readonly<Record<Period, MoneyFigure>>;
  /** months of which 无变化 was reported: nothing was added in them, whatever the months before came to */
  quiet?: Readonly<Record<Period, MoneyFigure>>;
  /** 年度完成率 as said */
  completion?: Stamp & { value: number; period: Period };
  area?: Stamp & { mu: number; period: Period };
  funds?: MoneyFigure;
}

/** A project's current state: plain data, JSON in and out. */
export interface Figures {
  /** 形象进度 of the whole */
  percent?: PercentFigure;
  /** 形象进度 of single parts, by the part's name */
  parts: Readonly<Record<string, PercentFigure>>;
  years: Readonly<Record<string, YearFigures>>;
  /** 开工以来累计 */
  total?: MoneyFigure;
  /** 成交价 of a plot */
  price?: Stamp & { yuan: number; dataMonth: Period };
  /** 竞得人 of a plot */
  buyer?: Stamp & { name: string };
  milestones: Readonly<Record<string, MilestoneFigure>>;
  note?: Stamp & { text: string; dataMonth: Period };
  /** the months for which something was reported, ascending */
  reported: readonly Period[];
  /** what the latest months have said, so that the same words three months running are noticed */
  told?: Told;
  /** the newest entry that counts */
  last?: { saidAt: number; id: number };
}

export const noFigures: Figures = { parts: {}, years: {}, milestones: {}, reported: [] };

export const noYearFigures: YearFigures = { ytd: {}, months: {} };

/** The highest month of a record by months. */
export function latestPeriod(byPeriod: Readonly<Record<Period, unknown>>): Period | undefined {
  let latest: Period | undefined;
  for (const period of Object.keys(byPeriod)) if (latest === undefined || period > latest) latest = period;
  return latest;
}

/** The year's latest 本年累计. */
export function currentYtd(figures: Figures, year: number): Cumulative | undefined {
  const ytd = figures.years[year]?.ytd ?? {};
  const latest = latestPeriod(ytd);
  return latest === undefined ? undefined : ytd[latest];
}

/** 本年累计 at the end of the month, or of the last month before it that has one. */
export function ytdUpTo(ytd: YearFigures["ytd"], period: Period): Cumulative | undefined {
  const earlier = Object.keys(ytd).filter((known) => known <= period);
  return ytd[earlier.sort().at(-1) ?? ""];
}
