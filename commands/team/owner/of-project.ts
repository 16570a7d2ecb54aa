import type { Answer } from "../../../src/bot/command.js";
import { keepSpokenOf } from "../../../src/bot/conversation.js";
import { contactsOfProject } from "../../../src/bot/people/contacts.js";
import { dutiesOf } from "../../../src/bot/people/duties.js";
import { lastReports } from "../../../src/bot/people/last-report.js";
import { maySee, notHere } from "../../../src/bot/permissions.js";
import { refused } from "../../../src/bot/run-command.js";
import type { Turn } from "../../../src/bot/turn.js";
import { ownerCard } from "../../../src/cards/people/owner-card.js";
import { dayOf } from "../../../src/domain/day.js";
import type { Project } from "../../../src/domain/project.js";

/** 603谁负责: who answers for a project, whom to ask today, who reported last. */
export async function ofProject(turn: Turn, project: Project): Promise<Answer> {
  if (!maySee(turn, project.code)) return refused(turn, await notHere(turn), `谁负责 ${project.code}`);
  await keepSpokenOf(turn, [{ intent: "query", about: "owner", project: project.name }], null);
  const today = dayOf(turn.now);
  const [last] = await lastReports(turn, project.code);
  return {
    card: ownerCard({
      project,
      team: await turn.tx.teams.team(project.code),
      asked: await contactsOfProject(turn.tx, project, today),
      last,
      duties: await dutiesOf(turn, { codes: [project.code] }),
      today,
      now: turn.now,
      hasMoney: turn.sight.money,
    }),
    model: { code: project.code },
  };
}
