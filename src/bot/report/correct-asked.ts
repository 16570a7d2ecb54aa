import type { CorrectItem, Item, ReportItem } from "../../language/items.js";
import type { Answer } from "../command.js";
import { keepSpokenOf } from "../conversation.js";
import type { Turn } from "../turn.js";
import { settle } from "./answer-in-words.js";
import { closeAnswered, openDrafts, openQuestions, saidTogether } from "./open-question.js";
import { reportAnswer } from "./report-answer.js";
import { type AskedSection, reportModel } from "./sections.js";

/**
 * 是万不是亿, 不是603，是606, said while a question is open: what is put right is what was asked about, not
 * an older report. Null where another project is spoken of.
 *
 * @param asked message_id of the message whose answer asked, or of that answer
 */
export async function correctAsked(
  turn: Turn,
  item: CorrectItem,
  asked: string,
  said: string,
): Promise<Answer | null> {
  const card = await turn.tx.cards.ofMessage(asked);
  if (!card || card.owner !== turn.speaker.openId || openDrafts(card)) return null;
  const [question, more] = openQuestions(card);
  if (!question || more) return null;
  const { section } = question;
  if (item.measure !== "project") {
    if (item.project !== undefined && item.project !== section.project) return null;
    const meant = inOtherWords(item, section);
    if (!meant) return stillAsked(turn);
    return settle(turn, card, question, { items: [meant], word: said.trim() }, said);
  }
  const { project, denied } = item;
  if (denied && denied !== section.project) return null;
  if (!project || !section.project) return stillAsked(turn);
  const odd = section.options.flatMap(({ items }) => items).find(isConfirmed);
  if (odd) {
    // What was odd about one project need not be so about another: it is weighed anew.
    const { confirmed: _, ...plain } = odd;
    return settle(
      turn,
      card,
      question,
      { items: [{ ...plain, project } as ReportItem], word: project },
      said,
    );
  }
  await closeAnswered(turn, card, question, `您改说了${project}`);
  const options = section.options.map((option) => ({
    ...option,
    items: option.items.map((one) => moved(one, section.project, project)),
  }));
  const spoken = saidTogether(turn, question.model, said);
  const answer = reportAnswer(reportModel(spoken, [{ ...section, project, options }]));
  await keepSpokenOf(turn, [item], turn.messageId);
  return answer;
}

/** Whatever it was to put right, it was nothing of what is on the ledger. */
function stillAsked(turn: Turn): Answer {
  const sentence =
    "您刚才报的那条还在问您，没有记；更早记的没有动。请点上面的按钮，或把正确的完整再报一次，如“武宁路9月完成1300万”。";
  return reportAnswer(reportModel(turn, [{ is: "refused", sentence }]));
}

const isConfirmed = (item: Item): item is ReportItem => item.intent === "report" && item.confirmed === true;

const moved = (item: Item, from: string | undefined, project: string): Item =>
  "project" in item && item.project === from ? ({ ...item, project } as Item) : item;

/** The figure asked about, with what the correction says of it. */
function inOtherWords(item: CorrectItem, section: AskedSection): ReportItem | null {
  const figures = section.options.flatMap(({ items }) => items).filter((one) => one.intent === "report");
  if (item.measure === "unit") return inOtherUnit(item, figures);
  const figure = figures.find(({ measure }) => measure === item.measure);
  if (!figure || (item.project !== undefined && item.project !== figure.project)) return null;
  const { confirmed: _, ...plain } = figure;
  if (plain.measure === "percent" && item.value !== undefined) return { ...plain, value: item.value };
  if (plain.measure === "completion" && item.value !== undefined) return { ...plain, value: item.value };
  if (plain.measure !== "investment" || item.yuan === undefined) return null;
  return { ...plain, yuan: item.yuan, ...(item.scope ? { scope: item.scope } : {}) };
}

const WAN_PER_YI = 10_000;

/** 是万不是亿, of the sum that is asked about. */
function inOtherUnit(item: CorrectItem, figures: readonly ReportItem[]): ReportItem | null {
  const odd = figures.find(isConfirmed);
  if (odd?.measure !== "investment") return null;
  const { confirmed: _, ...plain } = odd;
  if (item.meant === "万" && item.written !== "万")
    return { ...plain, yuan: Math.round(odd.yuan / WAN_PER_YI) };
  return item.meant === "亿" ? { ...plain, yuan: odd.yuan * WAN_PER_YI } : null;
}
