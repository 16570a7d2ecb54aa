import { creditFor } from "../../cards/credit/credit-card.js";
import { typed } from "../../cards/typed.js";
import type { Credit } from "../../store/credit.js";
import { brief } from "../brief.js";
import type { Answer } from "../command.js";
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

/** 撤销, said after a 亮点. */
export async function withdrawCredit(turn: Turn, credit: Credit): Promise<Answer> {
  const subject = await takeBackCredit(turn, credit);
  return brief("已撤销 亮点", `${subject}　${typed(credit.words, 80)}`, "green");
}
