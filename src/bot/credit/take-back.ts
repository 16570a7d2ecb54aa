import { creditFor } from "../../cards/credit/credit-card.js";
import type { Credit } from "../../store/credit.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

/** Takes a credit back; whom it was for, for a card. */
export async function takeBackCredit(turn: Turn, credit: Credit): Promise<string> {
  const { tx, now } = turn;
  await tx.credits.withdraw(credit.id, now);
  const project = credit.code === null ? undefined : (await tx.projects.byCode(credit.code))?.name;
  const subject = creditFor(credit, project);
  await recordChanges(turn, {
    subject: "credit",
    subjectId: subject,
    what: "亮点",
    from: credit.words,
    to: null,
  });
  return subject;
}
