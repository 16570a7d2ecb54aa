import { publishedCard } from "../../cards/bulletin/published-card.js";
import { dayOf } from "../../domain/day.js";
import type { BulletinRecord } from "../../store/bulletins.js";
import type { Chat } from "../../store/chats.js";
import { labelOf } from "../bot-parts.js";
import { partOf, sendCard } from "../send.js";
import type { Turn } from "../turn.js";
import { bulletinFiles, sendFiles } from "./documents.js";
import { BULLETIN } from "./name.js";

/** who wants to know what lags, gets the bulletin of it, too */
const DIGEST = "滞后摘要";

/** The inside groups that a signed bulletin goes to: the office's own, and those that get the 滞后摘要; not the muted. */
export async function groupsToTell({ tx, now }: Pick<Turn, "tx" | "now">): Promise<Chat[]> {
  const wanted = new Set(
    (await tx.schedule.subscriptions(DIGEST)).filter(({ active }) => active).map(({ chatId }) => chatId),
  );
  const found: Chat[] = [];
  for (const chat of await tx.chats.groups()) {
    if (chat.external || !(chat.office || wanted.has(chat.chatId))) continue;
    const mutedUntil = (await tx.schedule.mutedUntil(chat.chatId)) ?? "";
    if (dayOf(now) > mutedUntil) found.push(chat);
  }
  return found;
}

/** 印发: card, document and table into every group, and the documents into the chat in which it was signed. */
export async function publish(turn: Turn, signed: BulletinRecord): Promise<void> {
  const { tx, now, chat } = turn;
  const files = await bulletinFiles(signed.content);
  const groups = await groupsToTell(turn);
  for (const { chatId } of groups.filter((group) => group.chatId !== chat.chatId)) {
    const sending = { lane: chatId, owner: null, cause: `bulletin:${signed.id}`, label: labelOf(turn) };
    await sendCard(tx, [partOf(BULLETIN, { card: publishedCard(signed) })], sending, now);
    await sendFiles(turn, files, chatId);
  }
  await sendFiles(turn, files, chat.chatId);
}
