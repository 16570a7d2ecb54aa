import type { CardRecord } from "../../store/cards.js";
import type { TakenBack } from "../book.js";
import { labelOf } from "../bot-parts.js";
import type { TakenProblem } from "../problem/withdraw.js";
import { changeCard, type Part } from "../send.js";
import type { Turn } from "../turn.js";
import { reportCard } from "./report-card.js";
import { isReportModel, type ReportModel, withQuestionsClosed } from "./sections.js";
import { Reversals } from "./undo-sections.js";

/** A write, and the message that it was made of. */
interface Echoed {
  writeId: string;
  messageId?: string | null | undefined;
}

/** The card that echoed a write says that it was taken back, and its button goes; the rest of it stays. */
export async function strikeCard(
  turn: Turn,
  write: Echoed,
  taken: readonly TakenBack[],
  problems: readonly TakenProblem[],
): Promise<void> {
  const { tx, now } = turn;
  const card = await echoOf(turn, write);
  if (!card) return;
  const faces = card.model as Part[];
  const reversals = new Reversals();
  reversals.add(write.writeId, taken);
  reversals.addProblems(write.writeId, problems);
  const struck = faces.map((face) => strikeFace(face, reversals));
  if (struck.every((face, index) => face === faces[index])) return;
  const sending = { lane: card.chatId, owner: card.owner, cause: turn.writeId, label: labelOf(turn) };
  await changeCard(tx, card, struck, card.id, sending, now);
}

/** What was answered in words is echoed on the card of the answer, not of the message that it completes. */
async function echoOf({ tx }: Turn, { writeId, messageId }: Echoed): Promise<CardRecord | null> {
  const echoed = /^message:(.+)$/.exec(writeId)?.[1] ?? messageId;
  return echoed ? tx.cards.ofMessage(echoed) : null;
}

function strikeFace(face: Part, reversals: Reversals): Part {
  if (!isReportModel(face.model)) return face;
  const sections = face.model.sections.map((section) => reversals.strike(section));
  if (sections.every((section, index) => section === (face.model as ReportModel).sections[index]))
    return face;
  const model = withQuestionsClosed({ ...face.model, sections }, "报的已经撤销，这一处没有记。");
  return { ...face, view: reportCard(model), model };
}
