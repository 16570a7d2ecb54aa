import { closedMonth } from "../../domain/data-month.js";
import type { Item } from "../../language/items.js";
import { nameOnly } from "../../language/name-only.js";
import { understand } from "../../language/understand.js";
import type { CardRecord } from "../../store/cards.js";
import { labelOf } from "../bot-parts.js";
import type { Answer } from "../command.js";
import { changeCard, type Part } from "../send.js";
import type { Turn } from "../turn.js";
import { reportAnswer } from "./report-answer.js";
import {
  type AskedSection,
  isOpenQuestion,
  isReportModel,
  type ReportModel,
  reportModel,
} from "./sections.js";
import { writeItems } from "./write-items.js";

const FILLERS = /[\s，,。.！!、]|^(?:是|说的是|就是|指的是|应该是)|(?:的|啊|吧|呀|哈)$/g;
const NO = /^(?:都不是|不是|不记|不记了|算了|不用了|取消)$/;
const YES = /^(?:对|对的|没错|确认|确定|好|好的|可以|嗯|是|是的)$/;
const SAYS_YES = /^(?:没错|对|是)/;

/** What an answer in words stands for. */
interface Reply {
  items: Item[];
  corrects?: number;
  /** for the card that asked */
  word: string;
}

/**
 * 累计的, 武宁路, 没错: a question is answered by saying it, too, as long as one question is open and what
 * is said fits one of its readings. Null where it does not: it is then read as any other message.
 *
 * @param asked message_id of the message whose answer asked
 */
export async function answerInWords(turn: Turn, said: string, asked: string): Promise<Answer | null> {
  const word = said.replace(FILLERS, "");
  if (word === "") return null;
  const card = await turn.tx.cards.ofMessage(asked);
  const question = card && openQuestion(card);
  if (!card || !question) return null;
  const { model, section } = question;
  const reply = replyOf(turn, word, section, model);
  if (!reply) return null;
  await close(turn, card, question, `您接着说了：${reply.word}`);
  const words = `${model.words}（${said.trim()}）`;
  const spoken = { ...turn, words, saidAt: model.saidAt };
  const sections = await writeItems(spoken, reply.items, reply.corrects);
  if (sections.length === 0) sections.push({ is: "refused", sentence: "好的，没有记。" });
  return reportAnswer(reportModel(spoken, sections));
}

interface OpenQuestion {
  face: number;
  index: number;
  model: ReportModel;
  section: AskedSection;
}

/** The one question of a card; with several of them nobody knows which one is answered. */
function openQuestion({ model: faces }: CardRecord): OpenQuestion | null {
  const open = (faces as Part[]).flatMap(({ model }, face) => {
    if (!isReportModel(model) || model.sections.some(({ is }) => is === "draft")) return [];
    return model.sections.flatMap((section, index) =>
      isOpenQuestion(section) ? [{ face, index, model, section }] : [],
    );
  });
  const [only, more] = open;
  return only && !more ? only : null;
}

function replyOf(turn: Turn, word: string, section: AskedSection, model: ReportModel): Reply | null {
  if (NO.test(word)) return { items: [], word };
  const [first] = section.options;
  if (first && YES.test(word)) return SAYS_YES.test(first.label) ? chosen(first) : null;
  const fitting = section.options.filter(({ label }) => label.replace(FILLERS, "").includes(word));
  const [fits, more] = fitting;
  if (fits && !more) return chosen(fits);
  const project = section.lacksProject === undefined ? null : nameOnly(word, turn.names);
  if (!project) return null;
  const { items } = understand(section.lacksProject ?? "", {
    now: model.saidAt,
    names: turn.names,
    closedMonth: closedMonth(model.saidAt),
    follow: project,
  });
  return { items: items.filter(({ intent }) => intent !== "none"), word: project };
}

const chosen = ({ label, items, corrects }: AskedSection["options"][number]): Reply => ({
  items,
  word: label,
  ...(corrects === undefined ? {} : { corrects }),
});

async function close(
  turn: Turn,
  card: CardRecord,
  { face, index, model, section }: OpenQuestion,
  word: string,
): Promise<void> {
  const sections = model.sections.with(index, { ...section, options: [], closed: word });
  const { card: view, ...rest } = reportAnswer({ ...model, sections });
  const faces = (card.model as Part[]).map((one, at): Part => {
    if (at !== face) return one;
    const { asks: _, ...kept } = one;
    return { ...kept, view, model: rest.model, ...(rest.asks ? { asks: true } : {}) };
  });
  const sending = { lane: card.chatId, owner: card.owner, cause: turn.writeId, label: labelOf(turn) };
  await changeCard(turn.tx, card, faces, card.id, sending, turn.now);
}
