import type { Write } from "../../store/ledger.js";
import type { TakenBack } from "../book.js";
import { labelOf } from "../bot-parts.js";
import { changeCard, type Part } from "../send.js";
import type { Turn } from "../turn.js";
import { reportCard } from "./report-card.js";
import { isReportModel, type ReportModel } from "./sections.js";
import { Reversals } from "./undo-sections.js";

/** The card that echoed a write says that it was taken back, and its button goes; the rest of it stays. */
export async function strikeCard(turn: Turn, write: Write, taken: readonly TakenBack[]): Promise<void> {
  const { tx, now } = turn;
  const messageId = write.records[0]?.messageId;
  const card = messageId ? await tx.cards.ofMessage(messageId) : null;
  if (!card) return;
  const faces = card.model as Part[];
  const reversals = new Reversals();
  reversals.add(write.writeId, taken);
  const struck = faces.map((face) => strikeFace(face, reversals));
  if (struck.every((face, index) => face === faces[index])) return;
  const sending = { lane: card.chatId, owner: card.owner, cause: turn.writeId, label: labelOf(turn) };
  await changeCard(tx, card, struck, card.id, sending, now);
}

function strikeFace(face: Part, reversals: Reversals): Part {
  if (!isReportModel(face.model)) return face;
  const sections = face.model.sections.map((section) => reversals.strike(section));
  if (sections.every((section, index) => section === (face.model as ReportModel).sections[index]))
    return face;
  const model: ReportModel = { ...face.model, sections };
  return { ...face, view: reportCard(model), model };
}
