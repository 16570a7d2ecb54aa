import { daysBetween, formatDay } from "../domain/day.js";
import { lampSign } from "../domain/lamp.js";
import { currentYtd, dueOf } from "../domain/ledger-figures.js";
import { formatMoney, formatPercent } from "../domain/money.js";
import type { Assessed } from "../domain/portfolio.js";
import { about } from "./about.js";
import { hideAmounts } from "./hide-money.js";
import { typed } from "./typed.js";

/** `🔴 **敦煌南路（真南路-金昌路）**` */
export function lampName({ lamp, project }: Assessed): string {
  return `${lampSign(lamp.lamp)} **${typed(project.name)}**`;
}

/** One line of a list: lamp, name, percent and the year's money where it may be shown. */
export function listLine(one: Assessed, year: number, hasMoney: boolean): string {
  const { figures } = one;
  const percent = figures.percent
    ? `形象${about(figures.percent)}${formatPercent(figures.percent.value)}`
    : "";
  const ytd = currentYtd(figures, year);
  const plan = figures.years[year]?.plan;
  const money =
    hasMoney && ytd
      ? `累计${about(ytd)}${formatMoney(ytd.yuan, "short")}${plan ? `/${formatMoney(plan.yuan, "short")}` : ""}`
      : "";
  const said = [percent, money].filter(Boolean).join("　");
  const { note, reported } = figures;
  // Whoever has only ever said 无变化 has reported.
  const nothing = reported.length > 0 ? "无变化" : "还没有报";
  return `${lampName(one)}　${said || (note ? typed(hasMoney ? note.text : hideAmounts(note.text), 24) : nothing)}`;
}

/** The open milestone planned first: `结构封顶 10月31日（还有41天）`. */
export function nextMilestone(one: Assessed, today: string): { planned: string; words: string } | null {
  const open = Object.entries(one.figures.milestones)
    .filter(([, milestone]) => dueOf(milestone) !== undefined && milestone.done === undefined)
    .map(([name, milestone]) => ({ name, planned: dueOf(milestone) ?? "" }))
    .sort((a, b) => (a.planned < b.planned ? -1 : 1));
  const [first] = open;
  if (!first) return null;
  const days = daysBetween(today, first.planned);
  const distance = days > 0 ? `还有${days}天` : days === 0 ? "今天" : `已逾${-days}天`;
  const words = `${typed(first.name, 20)} ${formatDay(first.planned, today)}（${distance}）`;
  return { planned: first.planned, words };
}
