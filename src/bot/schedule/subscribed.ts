import type { Chat } from "../../store/chats.js";
import type { Subscription } from "../../store/schedule.js";
import type { Repositories } from "../../store/store.js";
import type { Post } from "../post.js";
import { isUnbound } from "./bound.js";
import { chosenFor, isOffered } from "./chosen.js";
import type { PostsSince } from "./posts-since.js";

/**
 * What is the office's own goes to its group unless it was turned off there, from when the group became the
 * office's, the bot came into it and the post was there; the rest to whoever wants it.
 */
export async function subscriptionsTo(
  post: Post,
  { chats, schedule }: Pick<Repositories, "chats" | "schedule">,
  since: PostsSince,
): Promise<Subscription[]> {
  const chosen = await schedule.subscriptions(post.name);
  if (post.isForUnbound) return [...chosen, ...(await bySelf(post, chats, chosen))];
  if (!post.isOffices) return chosen;
  const groups = (await chats.groups()).filter((chat) => isOffered(post, chat));
  return groups.map(({ chatId, joinedAt, officeSince }) => {
    const own = chosenFor(post, chatId, chosen);
    return { ...own, since: Math.max(own.since, joinedAt, officeSince ?? 0, since.get(post.name) ?? 0) };
  });
}

/** Inside groups that have not said whether they want it; whether they are bound is looked at when it is due. */
async function bySelf(
  post: Post,
  chats: Repositories["chats"],
  chosen: readonly Subscription[],
): Promise<Subscription[]> {
  const said = new Set(chosen.map(({ chatId }) => chatId));
  return (await chats.groups())
    .filter((chat) => !chat.external && !said.has(chat.chatId))
    .map(({ chatId, joinedAt }) => ({ ...chosenFor(post, chatId, chosen, true), since: joinedAt }));
}

/** A group that has not said whether it wants a post of the whole district may be bound by now. */
export async function isStillFor(post: Post, tx: Repositories, chatId: string): Promise<boolean> {
  if (!post.isForUnbound) return true;
  const chat = await tx.chats.find(chatId);
  return chat !== null && (await chosenIn(post, tx, chat)).active;
}

/** How a chat stands to a post, bound or not. */
export const chosenIn = async (
  post: Post,
  tx: Pick<Repositories, "chats" | "schedule" | "settings">,
  chat: Chat,
): Promise<Subscription> =>
  chosenFor(
    post,
    chat.chatId,
    await tx.schedule.ofChat(chat.chatId),
    post.isForUnbound ? await isUnbound(tx, chat) : false,
  );
