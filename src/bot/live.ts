import type { Logger } from "pino";
import { closedMonthBy } from "../domain/data-month.js";
import { dayOf } from "../domain/day.js";
import type { CardRecord } from "../store/cards.js";
import type { LiveCard } from "../store/live-cards.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import type { Post } from "./post.js";
import { postTurn } from "./post-turn.js";
import { CardMovedOn, changeCard, type Part, partOf } from "./send.js";

interface LiveParts {
  bot: Pick<BotParts, "posts" | "isDemo">;
  store: Store;
  log: Logger;
}

/** As what each card was last compared with the ledger, by its id. */
export type Compared = Map<string, string>;

/** ms after which a card is compared although nothing seems to have changed: a chat's bindings are in no stamp */
const AGAIN = 10 * 60_000;

/**
 * Draws the posts anew that change in place, where what they show has changed: one message for the chat,
 * however many reports come in, and no work for whoever reports. While the ledger stands still no card is
 * looked at.
 *
 * @returns whether anything is to be sent
 */
export async function redrawLive(
  { bot, store, log }: LiveParts,
  compared: Compared,
  now: number,
): Promise<boolean> {
  const open = await store.read.liveCards.open(now);
  forgetAllBut(open, compared);
  if (open.length === 0) return false;
  const stamp = await stampOf(store.read, open.length, now);
  let hasChanged = false;
  for (const live of open) {
    if (compared.get(live.cardId) === stamp) continue;
    try {
      // Most looks find nothing new: they read, and hold up nobody who writes.
      if (await hasNews(bot, store.read, live, now))
        hasChanged = (await store.transaction((tx) => redraw(bot, tx, live, now))) || hasChanged;
      compared.set(live.cardId, stamp);
    } catch (error) {
      // Somebody has just used one of its buttons in another process; the next look sees what became of it.
      if (!(error instanceof CardMovedOn)) log.error({ code: "live-card", card: live.cardId, err: error });
    }
  }
  return hasChanged;
}

function forgetAllBut(open: readonly LiveCard[], compared: Compared): void {
  const ids = new Set(open.map(({ cardId }) => cardId));
  for (const id of compared.keys()) if (!ids.has(id)) compared.delete(id);
}

/** What a live post hangs on: the ledger, who comes to meetings, projects and people, the closed month, the day. */
async function stampOf(
  { projects, memory, months, meetings }: Repositories,
  open: number,
  now: number,
): Promise<string> {
  const closed = closedMonthBy(now, await months.closes());
  return [
    // A newer card of the same matter takes an older one's place.
    open,
    await projects.stampOfAll(),
    await meetings.stampOfAnswers(),
    await memory.version(),
    closed,
    dayOf(now),
    Math.floor(now / AGAIN),
  ].join(" ");
}

/** A live card and its new face, null where it stays as it is; null altogether where it cannot live any more. */
async function lookedAt(
  bot: Pick<BotParts, "posts">,
  tx: Repositories,
  { cardId, job, chatId }: LiveCard,
  now: number,
): Promise<{ card: CardRecord; next: Awaited<ReturnType<NonNullable<Post["live"]>>> } | null> {
  const post = bot.posts.find(({ name }) => name === job);
  const card = await tx.cards.find(cardId);
  const turn = await postTurn(tx, chatId, now);
  if (!post?.live || !card || !turn || turn.chat.external) return null;
  const [face] = card.model as Part[];
  return { card, next: await post.live(turn, face?.model) };
}

async function hasNews(
  bot: Pick<BotParts, "posts">,
  tx: Repositories,
  live: LiveCard,
  now: number,
): Promise<boolean> {
  const looked = await lookedAt(bot, tx, live, now);
  return looked === null || looked.next !== null;
}

async function redraw(
  bot: Pick<BotParts, "posts" | "isDemo">,
  tx: Repositories,
  live: LiveCard,
  now: number,
): Promise<boolean> {
  const { cardId, job, chatId } = live;
  const looked = await lookedAt(bot, tx, live, now);
  if (!looked) {
    await tx.liveCards.end(cardId);
    return false;
  }
  const { card, next } = looked;
  if (!next) return false;
  const sending = { lane: chatId, owner: null, cause: `card:${cardId}`, label: labelOf(bot) };
  await changeCard(tx, card, [partOf(job, next)], cardId, sending, now);
  return true;
}
