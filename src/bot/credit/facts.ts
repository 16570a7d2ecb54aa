import type { CreditFact } from "../../domain/credit.js";
import { closedFact, earlyFacts, greenFacts, onTimeFacts } from "../../domain/credit-facts.js";
import { at, dayOf } from "../../domain/day.js";
import { standingOf } from "../../domain/ledger-entry.js";
import { yearOf } from "../../domain/period.js";
import type { Turn } from "../turn.js";

/** The year's beginning and end; epoch ms. */
export const yearSpan = (year: number): [number, number] => [at(`${year}-01-01`), at(`${year + 1}-01-01`)];

/** What went well in the year of the closed month, as the ledger has it and as people have named it. */
export async function creditFacts({ tx, now, closedMonth }: Turn): Promise<CreditFact[]> {
  const year = yearOf(closedMonth);
  const standings = (await tx.projects.standings(year, { withFinished: true })).flatMap((standing) => {
    const { unit, code, name, firstMonth } = standing.project;
    return unit === null ? [] : [{ ...standing, code, firstMonth, own: { project: name, unit } }];
  });
  const owners = new Map(standings.map(({ code, own }) => [code, own]));
  const inProgress = standings.filter(({ project }) => !project.ended);
  const lamps = await tx.projects.monthLamps(`${year}-01`);
  const entries = await tx.ledger.saidUpTo(
    now,
    standings.map(({ code }) => code),
  );
  const problems = await tx.problems.list({ codes: null, withClosed: true });
  return [
    ...standings.flatMap(({ own, figures }) => earlyFacts(own, figures, year)),
    // What turns green because it is closed has not caught up.
    ...inProgress.flatMap(({ code, own }) => greenFacts(own, lamps.get(code) ?? {})),
    ...problems.flatMap((problem) => {
      const own = owners.get(problem.code);
      return own ? closedFact(problem, own, year) : [];
    }),
    ...onTimeFacts(
      inProgress.map(({ code, own, firstMonth }) => ({
        unit: own.unit,
        firstMonth,
        entries: standingOf(entries.get(code) ?? []),
      })),
      closedMonth,
    ),
    ...(await named({ tx }, year, owners)),
  ];
}

async function named(
  { tx }: Pick<Turn, "tx">,
  year: number,
  owners: ReadonlyMap<string, { project: string; unit: string }>,
): Promise<CreditFact[]> {
  return (await tx.credits.between(...yearSpan(year))).flatMap(
    ({ code, unit, words, saidAt, saidByName }) => {
      const own = code === null ? undefined : owners.get(code);
      const of = unit ?? own?.unit;
      if (!of) return [];
      const about = own ? `${own.project} ` : "";
      return [
        {
          kind: "named",
          unit: of,
          words: `${about}${words}（${saidByName}提名）`,
          on: dayOf(saidAt),
        } as const,
      ];
    },
  );
}
