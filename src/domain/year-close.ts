import type { Day } from "./day.js";
import { currentYtd, dueOf, type Figures } from "./ledger-figures.js";
import { lastDayOf, type Period, period } from "./period.js";

/** 结转, 竣工, 退出. */
export type CarryChoice = "carry" | "finish" | "leave";

/** What a project looks like coming to at the year's end. 不明: too little is known. 退出: it was given up in the year. */
export type CarryOutlook = CarryChoice | "unclear";

export type ListedNature = "结转" | "预备";

/** Classes whose projects are carried over one by one; land goes by the year's amounts. */
export const CARRIED_CLASSES: readonly string[] = ["市属重大", "区属重大"];

/** The milestones with which a project is done. */
const LAST_MILESTONES = /竣工|完工|通车|投用|交付/;

/** What to expect, and why in a few words. */
export interface CarryForecast {
  outlook: CarryOutlook;
  why: string;
}

/** Step 1: will it finish this year, or go on? Nothing is guessed: what says neither is 不明. */
export function carryForecast(figures: Figures, year: number, today: Day): CarryForecast {
  const end = lastDayOf(period(year, 12));
  const last = Object.entries(figures.milestones).filter(([name]) => LAST_MILESTONES.test(name));
  const done = last.find(([, milestone]) => milestone.done !== undefined);
  if (done) return { outlook: "finish", why: `${done[0]}已完成` };
  if (figures.percent && figures.percent.value >= 100) return { outlook: "finish", why: "形象进度100%" };
  const due = last.flatMap(([name, milestone]) => {
    const day = dueOf(milestone);
    return day === undefined ? [] : [{ name, day }];
  });
  const latest = due.sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (latest && latest.day > end) return { outlook: "carry", why: `${latest.name}计划在${year + 1}年或以后` };
  if (latest && latest.day < today) return { outlook: "unclear", why: `${latest.name}已逾期，没有报完成` };
  if (latest) return { outlook: "finish", why: `${latest.name}计划在年内` };
  if (figures.percent) return { outlook: "carry", why: `形象进度${figures.percent.value}%` };
  const ytd = currentYtd(figures, year);
  const plan = figures.years[year]?.plan;
  if (ytd && plan && ytd.yuan > 0) return { outlook: "carry", why: "在建，没有登记竣工节点" };
  return { outlook: "unclear", why: "没有报过形象和竣工节点" };
}

/** 至去年底累计, and the month at whose end it stands; null where it was never said. */
export interface Brought {
  yuan: number | null;
  period: Period | null;
}

/**
 * 至去年底累计 at the end of a year: what was registered, and what each year since then has added; where nothing
 * was registered, what was said since the start of the works.
 *
 * @param ytd 本年累计 of the year that ends, where December's snapshot says otherwise than the figures
 */
export function broughtAt(
  { spentYuan, spentTo }: { spentYuan?: number; spentTo?: number },
  figures: Figures,
  year: number,
  ytd = currentYtd(figures, year)?.yuan ?? null,
): Brought {
  if (spentYuan === undefined)
    return { yuan: figures.total?.yuan ?? null, period: figures.total?.period ?? null };
  const since = spentTo ?? year - 1;
  let [yuan, last] = [spentYuan, period(since, 12)];
  for (let each = since + 1; each <= year; each += 1) {
    const known = currentYtd(figures, each);
    yuan += (each === year ? ytd : known?.yuan) ?? 0;
    last = known?.period ?? last;
  }
  return { yuan, period: last };
}

/** A class in the year's frozen totals. */
export interface ClassTotals {
  class: string;
  /** in the ledger, and as the document plans them; null where it gives none */
  projects: number;
  planned: number | null;
  carry: number;
  finish: number;
  leave: number;
  /** 元 */
  planYuan: number;
  ytdYuan: number;
  /** projects with a figure */
  reported: number;
}

export interface YearTotals {
  classes: ClassTotals[];
}

/** `区属重大 在册16 = 结转14 + 竣工2 + 退出0，相符；年初计划63，台账少47个` */
export function reconciled({ projects, planned, carry, finish, leave, class: name }: ClassTotals): string {
  const left = projects - carry - finish - leave;
  const sum = `${name} 在册${projects} ${left === 0 ? "=" : "≠"} 结转${carry} + 竣工${finish} + 退出${leave}`;
  const gap = left === 0 ? "，相符" : `，差${Math.abs(left)}个${left > 0 ? "没有确认" : ""}`;
  if (planned === null || planned === projects) return sum + gap;
  const off = planned - projects;
  return `${sum}${gap}；年度计划${planned}个，台账${off > 0 ? `少${off}` : `多${-off}`}个`;
}
