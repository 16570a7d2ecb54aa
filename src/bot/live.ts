import type { Logger } from "pino";
import type { LiveCard } from "../store/live-cards.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { PostTurn } from "./post.js";
import { postTurn } from "./post-turn.js";
import { CardMovedOn, changeCard, type Part, partOf } from "./send.js";

interface LiveParts {
  bot: Pick<BotParts, "posts" | "isDemo">;
  store: Store;
  log: Logger;
}

/**
 * Draws the posts anew that change in place, where what they show has changed: one message for the chat,
 * however many reports come in, and no work for whoever reports.
 *
 * @returns whether anything is to be sent
 */
export async function redrawLive({ bot, store, log }: LiveParts, now: number): Promise<boolean> {
  let hasChanged = false;
  for (const live of await store.read.liveCards.open(now)) {
    try {
      // Most looks find nothing new: they read, and hold up nobody who writes.
      if (!(await hasNews(bot, store.read, live, now))) continue;
      hasChanged = (await store.transaction((tx) => redraw(bot, tx, live, now))) || hasChanged;
    } catch (error) {
      // Somebody has just used one of its buttons in another process; the next look sees what became of it.
      if (!(error instanceof CardMovedOn)) log.error({ code: "live-card", card: live.cardId, err: error });
    }
  }
  return hasChanged;
}

async function hasNews(
  bot: Pick<BotParts, "posts">,
  tx: Repositories,
  { cardId, job, chatId }: LiveCard,
  now: number,
): Promise<boolean> {
  const post = bot.posts.find(({ name }) => name === job);
  const card = await tx.cards.find(cardId);
  const turn = await postTurn(tx, chatId, now);
  if (!post?.live || !card || !turn || turn.chat.external) return true;
  const [face] = card.model as Part[];
  return (await post.live(turn, face?.model)) !== null;
}

async function redraw(
  bot: Pick<BotParts, "posts" | "isDemo">,
  tx: Repositories,
  { cardId, job, chatId }: LiveCard,
  now: number,
): Promise<boolean> {
  const post = bot.posts.find(({ name }) => name === job);
  const card = await tx.cards.find(cardId);
  const turn = await postTurn(tx, chatId, now);
  if (!post?.live || !card || !turn || turn.chat.external) {
    await tx.liveCards.end(cardId);
    return false;
  }
  const [face] = card.model as Part[];
  const next = await post.live(turn as PostTurn, face?.model);
  if (!next) return false;
  const sending = { lane: chatId, owner: null, cause: `card:${cardId}`, label: labelOf(bot) };
  await changeCard(tx, card, [partOf(job, next)], cardId, sending, now);
  if (next.isDone) await tx.liveCards.end(cardId);
  return true;
}
