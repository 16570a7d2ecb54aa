import type { Item } from "../language/items.js";
import type { Conversation } from "../store/conversations.js";
import type { Answer } from "./command.js";
import { maySee } from "./permissions.js";
import { answerInWords } from "./report/answer-in-words.js";
import type { Turn } from "./turn.js";

/** ms after which a message no longer goes on where the last one ended */
const GOES_ON = 10 * 60_000;

/** 形象进度65%, said right after a word on 武宁路: which project is meant is known from the last message. */
export async function projectSpokenOf(turn: Turn): Promise<string | null> {
  const last = await lastWords(turn);
  const project = last?.project ? await turn.tx.projects.byCode(last.project) : null;
  return project && maySee(turn, project.code) ? project.name : null;
}

/** 累计的: the answer to what the bot has just asked this person here; null when the words are none. */
export async function answered(turn: Turn, said: string): Promise<Answer | null> {
  const last = await lastWords(turn);
  return last?.asked ? answerInWords(turn, said, last.asked) : null;
}

async function lastWords({ tx, chat, speaker, saidAt }: Turn): Promise<Conversation | null> {
  const last = await tx.conversations.find(chat.chatId, speaker.openId);
  return last && last.spokeAt <= saidAt && last.spokeAt >= saidAt - GOES_ON ? last : null;
}

/** 都完成了 is said of several. */
const OF_SEVERAL = /^\s*[都全]/;

/** Only where the bot would have to ask for the project: small talk is about none, and stays so. */
export function lacksProject(items: readonly Item[]): boolean {
  const asked = items.some(
    (item) => item.intent === "ask" && item.reason === "which-project" && !OF_SEVERAL.test(item.text ?? ""),
  );
  return asked && items.every((item) => !("project" in item) && !hasCandidates(item));
}

/** A name that was misspelt is asked about, however well another one was known before. */
const hasCandidates = (item: Item): boolean =>
  item.intent === "ask" && item.candidates !== undefined && item.candidates.length > 0;

/**
 * Keeps what the message spoke of, for the next one of this person in this chat.
 *
 * @param asks the answer to it asks something
 */
export async function keepSpokenOf(turn: Turn, items: readonly Item[], asks: boolean): Promise<void> {
  const { tx, chat, speaker, saidAt, messageId } = turn;
  const names = new Set(items.flatMap((item) => ("project" in item && item.project) || []));
  if (names.size === 0 && !asks) return;
  const [name = ""] = names;
  const project = names.size === 1 ? await tx.projects.byName(name) : null;
  await tx.conversations.keep(chat.chatId, speaker.openId, {
    project: project?.code ?? null,
    asked: asks ? messageId : null,
    spokeAt: saidAt,
  });
}
