import type { Answer } from "../../src/bot/command.js";
import type { Turn } from "../../src/bot/turn.js";
import { type AgreementView, agreementCard, dueCard, SOON } from "../../src/cards/land/agreement-card.js";
import { checksDue } from "../../src/domain/agreement.js";
import { dayOf } from "../../src/domain/day.js";
import type { Project } from "../../src/domain/project.js";

/** One plot's agreement, below what has just been done with it. */
export async function shownAgreement(
  turn: Turn,
  project: Project,
  echo?: AgreementView["echo"],
): Promise<Answer> {
  const { tx, now } = turn;
  const today = dayOf(now);
  const [own] = await tx.land.agreements(project.code);
  const checks = own ? ((await tx.land.checks([own.id])).get(own.id) ?? []) : [];
  return {
    card: agreementCard({
      project,
      agreement: own ?? null,
      checks,
      due: own ? checksDue(own, checks, today) : [],
      today,
      ...(echo ? { echo } : {}),
    }),
    model: { code: project.code },
  };
}

/** 土地监管到期: what is overdue, and what comes up soon. */
export async function dueChecks({ tx, now }: Turn): Promise<Answer> {
  const today = dayOf(now);
  const all = await tx.land.agreements();
  const checks = await tx.land.checks(all.map(({ id }) => id));
  const names = new Map((await tx.projects.all()).map(({ code, name }) => [code, name]));
  const lines = all.flatMap((one) =>
    checksDue(one, checks.get(one.id) ?? [], today)
      .filter(({ left }) => left <= SOON)
      .map((each) => ({ project: names.get(one.code) ?? one.code, due: each })),
  );
  return { card: dueCard(lines, all.length, today) };
}
