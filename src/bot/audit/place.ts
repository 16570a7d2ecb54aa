import type { Turn } from "../turn.js";

/** Where something was said, as a list names it. */
export interface Place {
  /** 私聊, or the group's name */
  name: string;
  isPrivate: boolean;
}

export async function placeOf({ tx }: Pick<Turn, "tx">, chatId: string): Promise<Place> {
  const chat = await tx.chats.find(chatId);
  return !chat || chat.type === "p2p"
    ? { name: "私聊", isPrivate: true }
    : { name: chat.name || "群里", isPrivate: false };
}

/** What was said to the bot alone is not read out to others. */
export const isQuoted = (
  { speaker }: Pick<Turn, "speaker">,
  { isPrivate }: Pick<Place, "isPrivate">,
  by: string | null,
): boolean => !isPrivate || by === speaker.openId;
