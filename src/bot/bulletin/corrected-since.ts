import { dayOf } from "../../domain/day.js";
import { ledgerOf } from "../../domain/ledger.js";
import { type Entry, periodOfEntry } from "../../domain/ledger-entry.js";
import { type Figures, ytdUpTo } from "../../domain/ledger-figures.js";
import { yearOf } from "../../domain/period.js";
import { type Assessed, assess } from "../../domain/portfolio.js";
import type { Snapshot } from "../../store/months.js";
import type { Repositories } from "../../store/store.js";

export interface SinceClose {
  /** by code: as the month reads now, where a figure of it is another one than at the close */
  corrected: Map<string, Assessed>;
  /** codes of what was reported for the month after its close */
  late: Set<string>;
}

/** 更正: what was said after a month's close that speaks of the month, and what it comes to. */
export async function correctedSince(
  tx: Repositories,
  snapshot: Snapshot,
  atClose: readonly Assessed[],
  now: number,
): Promise<SinceClose> {
  const { month, countedTo } = snapshot;
  const restated = new Set((await tx.months.restatements(month)).map(({ code }) => code));
  const year = yearOf(month);
  const codes = new Set(atClose.map(({ project }) => project.code));
  const touched = (await tx.projects.standings(year, { codes, withEnded: true })).flatMap(
    ({ project: { code }, lastSaidAt }) =>
      restated.has(code) || (lastSaidAt ?? 0) > countedTo ? [code] : [],
  );
  if (touched.length === 0) return { corrected: new Map(), late: new Set() };
  const entries = await tx.ledger.saidUpTo(now, touched);
  const rules = await tx.rules.at(countedTo);
  const earlier = await tx.projects.monthLamps(`${year}-01`);
  const result: SinceClose = { corrected: new Map(), late: new Set() };
  for (const one of atClose) {
    const { code } = one.project;
    const said = entries.get(code);
    if (!said) continue;
    const { figures } = ledgerOf(speakingOf(said, month, countedTo));
    if (figures.reported.includes(month)) result.late.add(code);
    if (sameAtEnd(one.figures, figures, month)) continue;
    const viewpoint = { month, today: dayOf(countedTo) };
    result.corrected.set(code, assess({ ...one, figures }, viewpoint, rules, earlier.get(code)));
  }
  return result;
}

/** What was said up to the close, and later on of months up to this one; a correction goes with what it corrects. */
function speakingOf(entries: readonly Entry[], month: string, countedTo: number): Entry[] {
  const kept = new Set<number>();
  return entries.filter((entry) => {
    const isKept =
      entry.saidAt <= countedTo ||
      (entry.corrects === undefined ? periodOfEntry(entry) <= month : kept.has(entry.corrects));
    if (isKept) kept.add(entry.id);
    return isKept;
  });
}

function sameAtEnd(was: Figures, is: Figures, month: string): boolean {
  const end = ({ years }: Figures) => ytdUpTo(years[yearOf(month)]?.ytd ?? {}, month)?.yuan ?? null;
  return end(was) === end(is) && was.percent?.value === is.percent?.value;
}
