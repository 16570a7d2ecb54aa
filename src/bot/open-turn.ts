import { closedMonth } from "../domain/data-month.js";
import type { Chat } from "../store/chats.js";
import type { Repositories } from "../store/store.js";
import type { BotParts } from "./bot-parts.js";
import type { Mention } from "./events.js";
import { sightOf } from "./permissions.js";
import type { Speaker, Turn } from "./turn.js";

/** What is known of a turn before its speaker and chat are looked up. */
export interface Opening {
  chatId: string;
  chatType: "group" | "p2p";
  openId: string;
  isOutside: boolean;
  messageId: string;
  writeId: string;
  words: string;
  mentions: readonly Mention[];
  /** epoch ms, as the platform gives it */
  saidAt: number;
}

export async function openTurn(
  parts: BotParts,
  tx: Repositories,
  opening: Opening,
  now: number,
): Promise<Turn> {
  const speaker = await speakerOf(parts, tx, opening);
  const chat = (await tx.chats.find(opening.chatId)) ?? unknownChat(opening);
  const bound = chat.external || speaker.isOutside ? await tx.chats.projects(chat.chatId) : [];
  return {
    tx,
    now,
    // A sender's clock that runs ahead must not make a report count from tomorrow.
    saidAt: Math.min(opening.saidAt, now),
    writeId: opening.writeId,
    messageId: opening.messageId,
    words: opening.words,
    mentions: opening.mentions,
    speaker,
    chat,
    sight: sightOf(speaker, chat, bound),
    closedMonth: closedMonth(now),
    commands: parts.commands,
    posts: parts.posts,
    isDemo: parts.isDemo,
  };
}

async function speakerOf(parts: BotParts, tx: Repositories, opening: Opening): Promise<Speaker> {
  const { openId, isOutside } = opening;
  const known = await tx.people.find(openId);
  const name = known?.name ?? parts.directory.nameOf(openId) ?? "您";
  if (parts.admins.has(openId))
    return {
      openId,
      name,
      unit: known?.unit ?? null,
      section: known?.section ?? null,
      role: "office",
      isRegistered: true,
      isOutside,
    };
  if (known) return { ...known, isRegistered: known.role !== "guest", isOutside };
  return { openId, name, unit: null, section: null, role: "guest", isRegistered: false, isOutside };
}

function unknownChat(opening: Opening): Chat {
  return { chatId: opening.chatId, type: opening.chatType, name: "", external: false, office: false };
}
