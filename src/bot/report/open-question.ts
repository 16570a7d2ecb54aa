import type { CardRecord } from "../../store/cards.js";
import { labelOf } from "../bot-parts.js";
import { changeCard, type Part } from "../send.js";
import type { Turn } from "../turn.js";
import { reportAnswer } from "./report-answer.js";
import { type AskedSection, isOpenQuestion, isReportModel, type ReportModel } from "./sections.js";

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

/** The questions of a model, closed with a word. */
export function withQuestionsClosed(model: ReportModel, word: string): ReportModel {
  const sections = model.sections.map((section) =>
    isOpenQuestion(section) ? { ...section, options: [], closed: word } : section,
  );
  return { ...model, sections };
}
