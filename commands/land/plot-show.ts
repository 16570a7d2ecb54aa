import type { Answer } from "../../src/bot/command.js";
import { maySeePrice } from "../../src/bot/land/see-price.js";
import { showsMoney } from "../../src/bot/permissions.js";
import type { Turn } from "../../src/bot/turn.js";
import { plotCard } from "../../src/cards/land/plot-card.js";
import { checksDue } from "../../src/domain/agreement.js";
import { dayOf } from "../../src/domain/day.js";
import { flowOf } from "../../src/domain/flow.js";
import { gatesOf, isPlot } from "../../src/domain/land-gates.js";
import { yearOf } from "../../src/domain/period.js";
import type { Project } from "../../src/domain/project.js";
import { templateOf } from "../../src/domain/stages-of-project.js";

/** One plot as it may be shown here, to this person. */
export async function shownPlot(turn: Turn, project: Project): Promise<Answer> {
  const { tx, now, closedMonth, sight } = turn;
  const today = dayOf(now);
  const figures = await tx.ledger.figuresToShow(project.code);
  const entries = new Map((await tx.ledger.ofProject(project.code)).map((entry) => [entry.id, entry]));
  const [agreement] = turn.chat.external ? [] : await tx.land.agreements(project.code);
  const checks = agreement ? await tx.land.checks([agreement.id]) : null;
  return {
    card: plotCard({
      project,
      figures,
      entries,
      flow: flowOf(templateOf(project), figures, project.stage, today),
      gates: isPlot(project) ? gatesOf(project, figures, today) : [],
      area: (await tx.land.areas()).get(project.code) ?? null,
      agreement: agreement
        ? { agreement, due: checksDue(agreement, checks?.get(agreement.id) ?? [], today) }
        : null,
      year: yearOf(closedMonth),
      today,
      hasMoney: showsMoney(turn, project),
      hasPrice: maySeePrice(sight, project),
    }),
    model: { code: project.code },
  };
}
