import type { CardRecord } from "../../store/cards.js";
import { labelOf } from "../bot-parts.js";
import { changeCard, type Part } from "../send.js";
import type { Turn } from "../turn.js";
import { reportAnswer } from "./report-answer.js";
import { type AskedSection, isOpenQuestion, isReportModel, type ReportModel } from "./sections.js";
import { asSaid } from "./settle-drafts.js";

/** A question that waits on a card, and where it stands there. */
export interface OpenQuestion {
  face: number;
  index: number;
  model: ReportModel;
  section: AskedSection;
}

export function openQuestions({ model: faces }: CardRecord): OpenQuestion[] {
  return (faces as Part[]).flatMap(({ model }, face) =>
    isReportModel(model)
      ? model.sections.flatMap((section, index) =>
          isOpenQuestion(section) ? [{ face, index, model, section }] : [],
        )
      : [],
  );
}

/** The face of a card whose drafts wait for a yes; a card has one at most. */
export function openDrafts({ model: faces }: CardRecord): { face: number; model: ReportModel } | null {
  for (const [face, { model }] of (faces as Part[]).entries())
    if (isReportModel(model) && model.sections.some(({ is }) => is === "draft")) return { face, model };
  return null;
}

/** Draws one face of a card anew. */
export async function redrawFace(
  turn: Pick<Turn, "tx" | "now" | "writeId" | "isDemo">,
  card: CardRecord,
  face: number,
  model: ReportModel,
): Promise<void> {
  const { card: view, asks } = reportAnswer(model);
  const faces = (card.model as Part[]).map((one, at): Part => {
    if (at !== face) return one;
    const { asks: _, ...kept } = one;
    return { ...kept, view, model, ...(asks ? { asks: true } : {}) };
  });
  const sending = { lane: card.chatId, owner: card.owner, cause: turn.writeId, label: labelOf(turn) };
  await changeCard(turn.tx, card, faces, card.id, sending, turn.now);
}

/** The question was answered in other words: its card says so, and the answer has a card of its own. */
export function closeAnswered(
  turn: Turn,
  card: CardRecord,
  { face, index, model, section }: OpenQuestion,
  word: string,
): Promise<void> {
  const closed: AskedSection = { ...section, options: [], closed: word, isAnswered: true };
  return redrawFace(turn, card, face, { ...model, sections: model.sections.with(index, closed) });
}

/** What was said first and what answers the question about it, as one report of the first message. */
export function saidTogether(turn: Turn, model: ReportModel, said: string): Turn {
  return asSaid(turn, { ...model, words: `${model.words}（${said.trim()}）` });
}
