import { beginsOn, type ChaseStage, chaseOn } from "../../domain/chase-stage.js";
import { closeDayOf } from "../../domain/data-month.js";
import { type Day, dayOf } from "../../domain/day.js";
import { addMonths, type Period, periodOf } from "../../domain/period.js";
import type { Assessed } from "../../domain/portfolio.js";
import type { RunKey } from "../../store/schedule.js";
import { askedForEach } from "../people/asked-for-each.js";
import { isOn } from "../schedule/chosen.js";
import type { Turn } from "../turn.js";
import { missingReports } from "./missing-reports.js";

/** 催报提醒: name of the private post, whose buttons answer on the cards sent by hand, and whose stages they take. */
export const CHASE_NUDGE = "催报提醒";

/** What is asked for by hand on a day. */
export interface HandChase {
  month: Period;
  /** what the card says of it */
  stage: ChaseStage;
  /** the bot's own round asks at this stage, too, on this day or before it */
  isInRound: boolean;
}

/** The month that the bot's own round asks for; between its rounds the one that is open once it is nearly over. */
export function chaseByHand({ closedMonth, now }: Pick<Turn, "closedMonth" | "now">): HandChase {
  const today = dayOf(now);
  const own = chaseOn(today, closedMonth);
  if (own) return { ...own, isInRound: true };
  const open = addMonths(closedMonth, 1);
  const month = open < periodOf(today) ? open : closedMonth;
  return { month, stage: today > closeDayOf(month) ? "D+1" : "D-1", isInRound: false };
}

/** Who is asked, and who is not. */
export interface Addressees {
  /** by open_id: the projects that lack a report, and whether these are all that the person owes */
  people: Map<string, { missing: Assessed[]; isAll: boolean }>;
  /** projects that lack a report */
  missing: number;
  /** projects whose contact has no account */
  silent: number;
  /** open_ids: 静音, 退订 催报提醒, and asked today already */
  muted: string[];
  off: string[];
  askedToday: string[];
}

/** @param units full names; empty: of all units */
export async function addressees(
  turn: Turn,
  chase: HandChase,
  units: readonly string[],
): Promise<Addressees> {
  const today = dayOf(turn.now);
  const all = await missingReports(turn, chase.month);
  const asked = await askedForEach(
    turn.tx,
    all.map(({ project }) => project),
    today,
  );
  const { codes } = turn.sight;
  const isMeant = ({ project: { code, unit } }: Assessed) =>
    (codes === null || codes.has(code)) && (units.length === 0 || (unit !== null && units.includes(unit)));
  const found: Addressees = { people: new Map(), missing: 0, silent: 0, muted: [], off: [], askedToday: [] };
  const owed = new Map<string, { all: number; missing: Assessed[] }>();
  for (const one of all) {
    const to = asked.get(one.project.code)?.contact;
    if (isMeant(one)) found.missing += 1;
    if (isMeant(one) && !to) found.silent += 1;
    if (!to) continue;
    const own = owed.get(to) ?? { all: 0, missing: [] };
    own.all += 1;
    if (isMeant(one)) own.missing.push(one);
    owed.set(to, own);
  }
  for (const [to, own] of owed) {
    if (own.missing.length === 0) continue;
    const left = await leftOut(turn, chase, to, today);
    if (left) found[left].push(to);
    else found.people.set(to, { missing: own.missing, isAll: own.all === own.missing.length });
  }
  return found;
}

async function leftOut(
  { tx: { schedule } }: Turn,
  chase: HandChase,
  to: string,
  today: Day,
): Promise<"muted" | "off" | "askedToday" | null> {
  const mutedUntil = await schedule.mutedUntil(to);
  if (mutedUntil !== null && today <= mutedUntil) return "muted";
  if (!isOn({ name: CHASE_NUDGE }, await schedule.ofChat(to))) return "off";
  // A stage lasts until the next one: only what was asked on its first day was asked today.
  const isNew = chase.isInRound && beginsOn(chase, today);
  return isNew && (await schedule.hasRun(runOf(chase, to))) ? "askedToday" : null;
}

/** The run of the bot's own round for one person: who was asked by hand has been asked. */
export const runOf = ({ month, stage }: HandChase, to: string): RunKey => ({
  job: CHASE_NUDGE,
  chatId: to,
  subject: month,
  period: stage,
});
