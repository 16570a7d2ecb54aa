import { closedMonthBy } from "../domain/data-month.js";
import type { AuditEntry } from "../store/audit.js";
import type { Chat } from "../store/chats.js";
import type { Repositories } from "../store/store.js";
import type { BotParts } from "./bot-parts.js";
import type { Mention } from "./events.js";
import { sightOf } from "./permissions.js";
import { BOT } from "./record-change.js";
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
  repliedTo?: string | undefined;
  /** epoch ms, as the platform gives it */
  saidAt: number;
  handedOnSince?: number | undefined;
  /** set where that is the time of older words */
  sentAt?: number;
}

export async function openTurn(
  parts: BotParts,
  tx: Repositories,
  opening: Opening,
  now: number,
): Promise<Turn> {
  const closes = await tx.months.closes();
  if (opening.isOutside) await tx.outsiders.keep(opening.openId);
  const speaker = await speakerOf(parts, tx, opening);
  const chat = await chatOf(tx, opening, now);
  return {
    tx,
    now,
    // A sender's clock that runs ahead must not make a report count from tomorrow.
    saidAt: Math.min(opening.saidAt, now),
    ...(opening.handedOnSince === undefined ? {} : { handedOnSince: opening.handedOnSince }),
    sentAt: Math.min(opening.sentAt ?? opening.saidAt, now),
    writeId: opening.writeId,
    messageId: opening.messageId,
    words: opening.words,
    mentions: opening.mentions,
    ...(opening.repliedTo === undefined ? {} : { repliedTo: opening.repliedTo }),
    speaker,
    chat,
    sight: await sightOf(tx, speaker, chat),
    names: await parts.names.current(tx),
    closedMonth: closedMonthBy(now, closes),
    closes,
    commands: parts.commands,
    posts: parts.posts,
    nudges: parts.nudges,
    isDemo: parts.isDemo,
  };
}

async function speakerOf(parts: BotParts, tx: Repositories, { openId }: Opening): Promise<Speaker> {
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
    };
  if (known) return { ...known, isRegistered: known.role !== "guest" };
  return { openId, name, unit: null, section: null, role: "guest", isRegistered: false };
}

/**
 * A chat in which somebody from another organisation speaks is an outside chat from then on, whatever was
 * known of it: posts do not tell where people belong. So is a group the platform does not tell about. A
 * click does not tell what kind of chat it is in: what is known of that stays.
 */
async function chatOf(tx: Repositories, opening: Opening, now: number): Promise<Chat> {
  const { chatId, chatType: type, isOutside } = opening;
  const known = await tx.chats.find(chatId);
  if (known && (known.external || !isOutside)) return known;
  if (!known && !isOutside) return { chatId, type, name: "", external: type === "group", office: false };
  const outside = { name: "", office: false, ...known, chatId, type: known?.type ?? type, external: true };
  await tx.chats.keep(outside, now);
  if (known?.type === "group") await tx.audit.add([turnedOutside(opening, now)]);
  return outside;
}

/** What may be shown there changes with it, so it is kept like a change that somebody makes. */
const turnedOutside = ({ chatId, messageId }: Opening, now: number): AuditEntry => ({
  subject: "chat",
  subjectId: chatId,
  what: "群的性质",
  from: "内部群",
  to: "外部群",
  reason: "外单位的人在群里说话",
  at: now,
  by: BOT,
  byName: BOT,
  chatId,
  messageId,
});
