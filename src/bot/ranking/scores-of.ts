import { type Period, period, yearOf } from "../../domain/period.js";
import { type Ranked, ranked, scoreOf } from "../../domain/score.js";
import { unitFacts } from "../../domain/score-facts.js";
import { assessed, assessedAtClose, viewpointOf } from "../portfolio.js";
import type { Turn } from "../turn.js";

/** The units' scores for a closed month as the ledger has them now; of an earlier month, as at its close. */
export async function scoresOf(turn: Turn, month: Period): Promise<Ranked[]> {
  const { tx, closedMonth } = turn;
  const projects =
    month === closedMonth
      ? await assessed(tx, viewpointOf(turn), { withFinished: true })
      : await assessedAtClose(tx, month, { withFinished: true });
  const problems = await tx.problems.list({ codes: null, withClosed: true });
  const rules = await tx.rules.current();
  const inTime = await tx.scores.reportedInTime(period(yearOf(month), 1), month);
  return ranked(unitFacts({ month, projects, problems, inTime, rules }).map((facts) => scoreOf(facts)));
}
