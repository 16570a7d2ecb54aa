import type { Day } from "../../domain/day.js";
import { type DueKind, type DueStage, stageOf } from "../../domain/due-stage.js";
import type { MilestoneFigure } from "../../domain/ledger-figures.js";
import type { Notice, NudgeTurn } from "../nudge.js";
import { askedForEach } from "../people/asked-for-each.js";
import { assessed, viewpointOf } from "../portfolio.js";
import { officePeople, whoIsTold } from "./who-is-told.js";

/** A milestone of a project, or a paper it lacks, that is due. */
export interface MilestoneDue {
  code: string;
  project: string;
  milestone: string;
  due: Day;
  stage: DueStage;
}

/** By which day something of a milestone is due, and how early that is told; null where nothing is. */
type DayOf = (name: string, figure: MilestoneFigure) => { due: Day; kind: DueKind } | null;

/** What of all milestones is due now, for whoever is told at the stage it has reached. */
export async function milestoneNotices(turn: NudgeTurn, dayOf: DayOf): Promise<Notice<MilestoneDue>[]> {
  const all = await assessed(turn.tx, viewpointOf(turn));
  const asked = await askedForEach(
    turn.tx,
    all.map(({ project }) => project),
    turn.today,
  );
  const office = await officePeople(turn.tx);
  return all.flatMap(({ project: { code, name: project }, figures }) =>
    Object.entries(figures.milestones).flatMap(([milestone, figure]): Notice<MilestoneDue>[] => {
      const owed = dayOf(milestone, figure);
      const stage = owed && stageOf(owed.due, turn.today, owed.kind);
      if (!stage) return [];
      const about = { code, project, milestone, due: owed.due, stage };
      const subject = `${code} ${milestone} ${owed.due}`;
      return whoIsTold(asked.get(code), stage, office).map((to) => ({ to, subject, stage, about }));
    }),
  );
}
