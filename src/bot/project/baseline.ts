import { baselineCard } from "../../cards/project/baseline-card.js";
import { plainCard } from "../../cards/project/change-card.js";
import { targetChanges } from "../../domain/baseline-changes.js";
import { standingOf } from "../../domain/ledger-entry.js";
import type { Project } from "../../domain/project.js";
import type { Answer } from "../command.js";
import { showsMoney } from "../permissions.js";
import type { Turn } from "../turn.js";
import { signingYear } from "./sign-draft.js";

/** The frozen year of a project with all later changes; a sentence where nothing is frozen. */
export async function baselineAnswer(turn: Turn, project: Project): Promise<Answer> {
  const { tx, now } = turn;
  const year = signingYear(turn);
  const standing = await tx.projects.standing(project.code, year);
  const frozen = standing?.pace.frozen;
  if (!standing || !frozen)
    return {
      card: plainCard(
        "还没有基线",
        `${project.name}还没有签约冻结${year}年目标。推进办可以发“签约 ${project.name}”。`,
      ),
    };
  const versions = await tx.plans.versions(project.code, year);
  const entries = standingOf(await tx.ledger.ofProject(project.code));
  const changes = targetChanges(frozen, versions, entries);
  return {
    card: baselineCard({ project, frozen, standing, changes, now, hasMoney: showsMoney(turn, project) }),
    model: { code: project.code },
  };
}
