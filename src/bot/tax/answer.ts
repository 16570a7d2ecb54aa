import { answerWords, sameAnswer } from "../../cards/tax/tax-card.js";
import type { Project } from "../../domain/project.js";
import type { Registration, TaxAnswer } from "../../domain/tax.js";
import { recordChanges } from "../record-change.js";
import type { Turn } from "../turn.js";

/** Keeps the answer; what was known before. The same once more is not a change. */
export async function keepAnswer(
  turn: Turn,
  project: Project,
  contractor: string,
  registration: Registration,
): Promise<{ was: TaxAnswer | null; is: TaxAnswer }> {
  const { tx, now, speaker } = turn;
  const was = (await tx.tax.find(project.code))?.answer ?? null;
  const is: TaxAnswer = { contractor, registration, answeredByName: speaker.name, answeredAt: now };
  if (was && sameAnswer(was, is)) return { was, is: was };
  await tx.tax.answer(project.code, is, speaker.openId);
  await recordChanges(turn, {
    subject: "tax",
    subjectId: project.code,
    what: "总包单位",
    from: was && answerWords(was),
    to: answerWords(is),
  });
  return { was, is };
}
