import { dayOf } from "../domain/day.js";
import { currentYtd } from "../domain/ledger-figures.js";
import { monthNumber, monthOf, yearOf } from "../domain/period.js";
import type { Standing } from "../domain/project.js";
import { endedYear, isReserve } from "../domain/project-details.js";
import {
  broughtAt,
  CARRIED_CLASSES,
  type CarryChoice,
  type CarryForecast,
  carryForecast,
} from "../domain/year-close.js";
import type { Frozen } from "../store/months.js";
import type { CarryRow, ListedProject } from "../store/years.js";
import type { Turn } from "./turn.js";

/** A project at the year's end: what is expected of it, and what was confirmed. */
export interface CarryLine {
  standing: Standing;
  forecast: CarryForecast;
  choice?: CarryChoice;
  /** closed or withdrawn in the year: nothing is left to confirm */
  isSettled: boolean;
}

/**
 * The year to be closed: from December on the running one; in January to March the one before, until it is
 * frozen. In between the running one, of which only the forecast is told.
 */
export async function carryYear({ tx, now }: Turn): Promise<number> {
  const month = monthOf(now);
  const before = yearOf(month) - 1;
  if (monthNumber(month) > 3) return yearOf(month);
  const isFrozen = (await tx.years.close(before)) !== null;
  return isFrozen && monthNumber(month) > 1 ? yearOf(month) : before;
}

/** The projects of the classes that are carried over one by one, in the order of the list. */
export async function carryLines({ tx, now }: Pick<Turn, "tx" | "now">, year: number): Promise<CarryLine[]> {
  const choices = await tx.years.choices(year);
  const standings = await tx.projects.standings(year, { withEnded: true });
  return standings
    .filter(({ project }) => project.class !== null && CARRIED_CLASSES.includes(project.class))
    .filter(({ project }) => !project.ended || endedYear(project.ended) >= year)
    .map((standing) => lineOf(standing, choices.get(standing.project.code), year, dayOf(now)));
}

function lineOf(standing: Standing, row: CarryRow | undefined, year: number, today: string): CarryLine {
  const { ended } = standing.project;
  if (ended && endedYear(ended) === year) {
    const choice = ended.as === "closed" ? "finish" : "leave";
    const why = ended.as === "closed" ? "已竣工销项" : "已退出";
    return { standing, forecast: { outlook: choice, why }, choice, isSettled: true };
  }
  const forecast = carryForecast(standing.figures, year, today);
  return { standing, forecast, isSettled: false, ...(row ? { choice: row.choice } : {}) };
}

/** What December's snapshot has of a project. */
export type AtDecember = ReadonlyMap<string, Pick<Frozen, "ytdYuan" | "planYuan">>;

/** The draft list of the year to come: what is carried over, and 预备 beside it. */
export async function nextList(
  { tx }: Pick<Turn, "tx">,
  lines: readonly CarryLine[],
  year: number,
  december?: AtDecember,
): Promise<ListedProject[]> {
  const reserve = (await tx.projects.standings(year)).filter(({ project }) => isReserve(project.class));
  const of = (standing: Standing, nature: ListedProject["nature"]): ListedProject => ({
    nature,
    ...listedAs(standing, year, december),
  });
  return [
    ...lines.filter(({ choice }) => choice === "carry").map(({ standing }) => of(standing, "结转")),
    ...reserve.map((standing) => of(standing, "预备")),
  ];
}

/** A line's money at the year's end: by the figures as they are, or as December's snapshot has them. */
export function listedAs(
  { project, figures }: Standing,
  year: number,
  december?: AtDecember,
): Omit<ListedProject, "nature"> {
  const kept = december?.get(project.code);
  const lastYearYuan = kept ? kept.ytdYuan : (currentYtd(figures, year)?.yuan ?? null);
  const { yuan, period } = broughtAt(project, figures, year, lastYearYuan);
  return { code: project.code, lastYearYuan, broughtYuan: yuan, broughtPeriod: period };
}
