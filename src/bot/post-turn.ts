import { fitsPlace } from "../domain/acts.js";
import { closedMonthBy } from "../domain/data-month.js";
import type { Repositories } from "../store/store.js";
import type { PostTurn } from "./post.js";
import { boundCodes } from "./schedule/bound.js";

/** What a post in a chat sees; null where the chat is not known any more. */
export async function postTurn(tx: Repositories, chatId: string, now: number): Promise<PostTurn | null> {
  const chat = await tx.chats.find(chatId);
  if (!chat) return null;
  return {
    tx,
    now,
    chat,
    // A post is for all who are in the chat.
    sight: {
      codes: await boundCodes(tx, chat),
      money: !chat.external,
      pricesOf: chat.type === "group" && fitsPlace("land.price", chat) ? null : new Set(),
    },
    closedMonth: closedMonthBy(now, await tx.months.closes()),
  };
}
