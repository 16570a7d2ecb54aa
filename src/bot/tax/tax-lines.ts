import type { Day } from "../../domain/day.js";
import { yearOf } from "../../domain/period.js";
import { byNeed, START, type TaxLine } from "../../domain/tax.js";
import type { Turn } from "../turn.js";

/** The days on which projects started, by code. */
export async function startsOf({ tx, closedMonth }: Turn): Promise<Map<string, Day>> {
  const standings = await tx.projects.standings(yearOf(closedMonth));
  return new Map(
    standings.flatMap(({ project, figures }) => {
      const done = figures.milestones[START]?.done;
      return done ? [[project.code, done] as const] : [];
    }),
  );
}

/** All started projects, and those whose contractor is known already; unanswered first. */
export async function taxLines(turn: Turn): Promise<TaxLine[]> {
  const starts = await startsOf(turn);
  const answers = new Map((await turn.tx.tax.all()).map(({ code, answer }) => [code, answer]));
  return (await turn.tx.projects.all())
    .map(({ code, name }) => ({
      code,
      project: name,
      started: starts.get(code) ?? null,
      answer: answers.get(code) ?? null,
    }))
    .filter(({ started, answer }) => started !== null || answer !== null)
    .sort(byNeed);
}
