import { lampSign } from "../../domain/lamp.js";
import type { LampColour } from "../../domain/lamp-part.js";
import { formatMoney, formatPercent } from "../../domain/money.js";
import type { MonthChange } from "../../domain/month-change.js";
import { formatPeriod, type Period } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import { lampName } from "../project-line.js";
import { typed } from "../typed.js";

/** A project whose lamp is another than a month before. */
export interface LampTurn {
  name: string;
  from: LampColour;
  to: LampColour;
}

const SEVERITY: Record<LampColour, number> = { green: 0, grey: 0, yellow: 1, red: 2 };
/** lines that each group of a card shows */
const MOST = 8;

/** `**变差的1个**` / `🟢→🟡 武南路` */
export function lampTurnLines(turns: readonly LampTurn[]): string[] {
  if (turns.length === 0) return ["灯没有变化。"];
  // Who does not report has become neither better nor worse.
  const silent = turns.filter(({ to }) => to === "grey");
  const heard = turns.filter(({ from, to }) => from === "grey" && to !== "grey");
  const lit = turns.filter(({ from, to }) => from !== "grey" && to !== "grey");
  const worse = lit.filter(({ from, to }) => SEVERITY[to] > SEVERITY[from]);
  const better = lit.filter(({ from, to }) => SEVERITY[to] < SEVERITY[from]);
  return [
    ...group("变差的", worse),
    ...group("好转的", better),
    ...group("没有报的", silent),
    ...group("又报了的", heard),
  ];
}

function group(title: string, turns: readonly LampTurn[]): string[] {
  if (turns.length === 0) return [];
  const lines = turns
    .slice(0, MOST)
    .map(({ name, from, to }) => `${lampSign(from)}→${lampSign(to)} ${typed(name)}`);
  const rest = turns.length > MOST ? [`……另有${turns.length - MOST}个`] : [];
  return [`**${title}${turns.length}个**`, ...lines, ...rest];
}

/** `🔴 **敦煌南路**　+1300万（占年度计划4.1个百分点），累计1.02亿` */
export function monthChangeLine(one: Assessed, change: MonthChange): string {
  const points = change.points === undefined ? "" : `（占年度计划${pointsWords(change.points)}）`;
  return `${lampName(one)}　${signed(change.toYuan - change.fromYuan)}${points}，累计${formatMoney(change.toYuan, "short")}`;
}

const signed = (yuan: number): string => `${yuan >= 0 ? "+" : ""}${formatMoney(yuan, "short")}`;

export const pointsWords = (points: number): string => `${formatPercent(points).slice(0, -1)}个百分点`;

/** How two months of one project compare, line by line: 灯, 形象, 投资, 与时序. */
export interface Side {
  month: Period;
  lamp: LampColour;
  percent: number | null;
  ytdYuan: number | null;
  /** ahead of or behind 时序, in percentage points */
  points: number | null;
}

export function sideBySide(then: Side, now: Side, hasMoney: boolean): string[] {
  const known = (value: number | null, words: (value: number) => string) =>
    value === null ? "没有数" : words(value);
  const percent = (value: number) => formatPercent(value);
  const gap = (value: number) =>
    Math.abs(value) < 0.05 ? "持平" : `${value < 0 ? "差" : "快"}${pointsWords(Math.abs(value))}`;
  const more = (a: number | null, b: number | null, words: (by: number) => string) =>
    a === null || b === null ? "" : a === b ? "（没有变化）" : `（${words(b - a)}）`;
  const sign = (by: number) => (by > 0 ? "+" : "");
  return [
    `灯　${lampSign(then.lamp)} → ${lampSign(now.lamp)}${then.lamp === now.lamp ? "（没有变化）" : ""}`,
    `形象进度　${known(then.percent, percent)} → **${known(now.percent, percent)}**${more(then.percent, now.percent, (by) => `${sign(by)}${pointsWords(by)}`)}`,
    ...(hasMoney
      ? [
          `本年累计　${known(then.ytdYuan, (yuan) => formatMoney(yuan))} → **${known(now.ytdYuan, (yuan) => formatMoney(yuan))}**${more(then.ytdYuan, now.ytdYuan, (by) => `${formatPeriod(now.month)}${sign(by)}${formatMoney(by)}`)}`,
          `与时序　${known(then.points, gap)} → **${known(now.points, gap)}**`,
        ]
      : []),
  ];
}
