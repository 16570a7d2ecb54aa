import { closedMonthBy } from "../../domain/data-month.js";
import type { Item } from "../../language/items.js";
import { nameOnly } from "../../language/name-only.js";
import { understand } from "../../language/understand.js";
import type { CardRecord } from "../../store/cards.js";
import type { Answer } from "../command.js";
import { keepSpokenOf } from "../conversation.js";
import { spokenReason } from "../problem/spoken-reason.js";
import type { Turn } from "../turn.js";
import { answerDrafts } from "./answer-drafts.js";
import {
  closeAnswered,
  type OpenQuestion,
  openDrafts,
  openQuestions,
  redrawFace,
  saidTogether,
} from "./open-question.js";
import { reportAnswer } from "./report-answer.js";
import { isStandingProblem, reportModel, withQuestionsClosed } from "./sections.js";
import { dropsAll, meantChoice, saysUndo } from "./spoken-choice.js";
import { writeItems } from "./write-items.js";

/** What an answer in words stands for. */
export interface Reply {
  items: Item[];
  corrects?: number;
  /** for the card that asked */
  word: string;
}

/**
 * 9月的, 武宁路, 没错: a question is answered by saying it, too, as long as one question is open and what
 * is said fits one of its readings. Null where it does not: it is then read as any other message.
 *
 * @param asked message_id of the message whose answer asked, or of that answer
 */
export async function answerInWords(turn: Turn, said: string, asked: string): Promise<Answer | null> {
  const card = await turn.tx.cards.ofMessage(asked);
  if (!card || card.owner !== turn.speaker.openId) return null;
  const drafts = openDrafts(card);
  if (drafts) return answerDrafts(turn, said, asked, { card, ...drafts });
  const open = openQuestions(card);
  const [question, more] = open;
  if (!question) return null;
  if (dropsAll(said) || (saysUndo(said) && !hasWritten(open))) return dropAll(turn, card, question);
  // With several of them nobody knows which one is answered.
  const reply = more ? null : replyOf(turn, said, question);
  return reply && settle(turn, card, question, reply, said);
}

/** Closes the question and writes what was meant, on a card of its own. */
export async function settle(
  turn: Turn,
  card: CardRecord,
  question: OpenQuestion,
  reply: Reply,
  said: string,
): Promise<Answer> {
  await closeAnswered(turn, card, question, `您接着说了：${reply.word}`);
  // The first message is what was reported: whoever takes that back is asked about this, too.
  const spoken = saidTogether(turn, question.model, said);
  const sections = await writeItems(spoken, reply.items, reply.corrects);
  if (sections.length === 0) sections.push({ is: "refused", sentence: "好的，没有记。" });
  const answer = reportAnswer(reportModel(spoken, sections));
  await keepSpokenOf(turn, reply.items, answer.asks ? turn.messageId : null);
  return answer;
}

/** 撤销 right after a question is about that question; where the message has written something, about that. */
const hasWritten = (open: readonly OpenQuestion[]): boolean =>
  open.some(({ model }) =>
    model.sections.some(
      (section) => (section.is === "written" && section.undone === undefined) || isStandingProblem(section),
    ),
  );

async function dropAll(turn: Turn, card: CardRecord, { face, model }: OpenQuestion): Promise<Answer> {
  await redrawFace(turn, card, face, withQuestionsClosed(model, "没有记。"));
  const sentence = "好的，刚才问您的没有记；更早记的没有动。";
  return reportAnswer(reportModel(turn, [{ is: "refused", sentence }]));
}

function replyOf(turn: Turn, said: string, { section, model }: OpenQuestion): Reply | null {
  const meant = meantChoice(said, section, model.saidAt);
  if (meant === "none of them") return { items: [], word: said.trim() };
  if (meant) {
    const { label, items, corrects } = meant;
    return { items, word: label, ...(corrects === undefined ? {} : { corrects }) };
  }
  const reason = section.lacksReason && spokenReason(turn, said, section.lacksReason);
  if (reason) return { items: [...reason, ...(section.goesWith ?? [])], word: said.trim() };
  const project = section.lacksProject === undefined ? null : nameOnly(said.trim(), turn.names);
  if (!project) return null;
  const { items } = understand(section.lacksProject ?? "", {
    now: model.saidAt,
    names: turn.names,
    closedMonth: closedMonthBy(model.saidAt, turn.closes),
    follow: project,
  });
  return { items: items.filter(({ intent }) => intent !== "none"), word: project };
}
