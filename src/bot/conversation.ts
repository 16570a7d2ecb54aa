import type { Item } from "../language/items.js";
import { findMentions } from "../language/names/mentions.js";
import { normalise } from "../language/text/normalise.js";
import type { Conversation } from "../store/conversations.js";
import type { Answer } from "./command.js";
import { maySee } from "./permissions.js";
import { answerInWords } from "./report/answer-in-words.js";
import { correctAsked } from "./report/correct-asked.js";
import type { Turn } from "./turn.js";

/** ms after which a message no longer goes on where the last one ended */
const GOES_ON = 10 * 60_000;
/** characters: whoever answers a question in words, answers in few */
const SHORT = 20;

/** What this person and the bot have just spoken of here. */
export interface Talk {
  /** 累计的: the answer to what the bot has just asked this person; null when the words are none */
  answer(said: string): Promise<Answer | null>;
  /** 是万不是亿: what puts right what the bot has just asked about; null when that is not it */
  correct(items: readonly Item[], said: string): Promise<Answer | null>;
  /** 形象进度65%, said right after a word on 武宁路: the project that is meant */
  project(): Promise<string | null>;
}

/** The last words are looked up when they are needed, and once a turn. */
export function talk(turn: Turn): Talk {
  let looked: Promise<Conversation | null> | undefined;
  const last = () => {
    looked ??= lastWords(turn);
    return looked;
  };
  return {
    async answer(said) {
      if (said.length > SHORT) return null;
      // A reply says itself which question it answers.
      if (turn.repliedTo !== undefined) return answerInWords(turn, said, turn.repliedTo);
      const asked = (await last())?.asked;
      return asked ? answerInWords(turn, said, asked) : null;
    },
    async correct(items, said) {
      const [item, more] = items;
      const asked = turn.repliedTo ?? (await last())?.asked;
      return asked && item?.intent === "correct" && !more ? correctAsked(turn, item, asked, said) : null;
    },
    async project() {
      const code = (await last())?.project;
      const project = code ? await turn.tx.projects.byCode(code) : null;
      return project && maySee(turn, project.code) ? project.name : null;
    },
  };
}

async function lastWords({ tx, chat, speaker, sentAt }: Turn): Promise<Conversation | null> {
  const last = await tx.conversations.find(chat.chatId, speaker.openId);
  return last && last.spokeAt <= sentAt && last.spokeAt >= sentAt - GOES_ON ? last : null;
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
 * Keeps what was spoken of, for the next words of this person in this chat. Words about nothing in
 * particular, or about several projects, end what went before: whoever goes on after them names it anew.
 *
 * @param asked message_id of what asks something now: the message just answered, or the card itself
 */
export async function keepSpokenOf(turn: Turn, items: readonly Item[], asked: string | null): Promise<void> {
  const { tx, chat, speaker, sentAt } = turn;
  const read = items.flatMap((item) => ("project" in item && item.project) || []);
  const named = findMentions(normalise(turn.words).text, turn.names).flatMap(({ projects }) => projects);
  const names = new Set([...read, ...named.map((project) => project.name)]);
  const [name = ""] = names;
  const project = names.size === 1 ? await tx.projects.byName(name) : null;
  await tx.conversations.keep(chat.chatId, speaker.openId, {
    project: project?.code ?? null,
    asked,
    spokeAt: sentAt,
  });
}
