import { closedAt } from "../../domain/data-month.js";
import { type Period, period, yearOf } from "../../domain/period.js";
import { type Ranked, ranked, scoreOf } from "../../domain/score.js";
import { type ScoreSources, unitFacts } from "../../domain/score-facts.js";
import { assessed, assessedAtClose, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/**
 * The units' scores for a closed month as the ledger has them now; of an earlier month, as at its close: by the
 * rules of then, and by what had been done about problems by then.
 */
export async function scoresOf(turn: Turn, month: Period): Promise<Ranked[]> {
  const { tx, closedMonth } = turn;
  const inTime = await tx.scores.reportedInTime(period(yearOf(month), 1), month);
  const sources = month === closedMonth ? await asNow(turn) : await asAtClose(turn, month);
  return ranked(unitFacts({ month, inTime, ...sources }).map((facts) => scoreOf(facts)));
}

type AtOneTime = Pick<ScoreSources, "projects" | "problems" | "rules">;

const asNow = async (turn: Turn): Promise<AtOneTime> => ({
  projects: await assessed(turn.tx, viewpointOf(turn), { withFinished: true }),
  problems: await turn.tx.problems.list({ codes: null, withClosed: true }),
  rules: await turn.tx.rules.current(),
});

async function asAtClose({ tx, closes }: Turn, month: Period): Promise<AtOneTime> {
  const closed = closedAt(month, closes);
  return {
    projects: await assessedAtClose(tx, month, { withFinished: true }),
    problems: await tx.problems.asOf(closed),
    rules: await tx.rules.at(closed),
  };
}
