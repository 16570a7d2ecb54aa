import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { CardRecord } from "../store/cards.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import { CardMovedOn, changeCard, type Part, partOf } from "./send.js";

/** cards of one look */
const BATCH = 50;

export type LapseParts = Pick<BotParts, "commands" | "isDemo">;

/**
 * Closes the questions that nobody has answered for a day: the card says so in place. The readings it
 * offered were those of that day; a click a week later would write what nobody remembers.
 */
export async function lapse(
  parts: LapseParts,
  { store, clock, log, onCommitted }: { store: Store; clock: Clock; log: Logger; onCommitted(): void },
): Promise<void> {
  const now = clock.now();
  const due = await store.read.cards.lapsed(now, BATCH);
  for (const { id } of due) {
    try {
      await store.transaction((tx) => closeOne(parts, tx, id, now));
    } catch (error) {
      // Somebody has just answered it in another process.
      if (error instanceof CardMovedOn) continue;
      log.error(
        { code: "question-lapse", card: id, err: error },
        "an unanswered question could not be closed",
      );
      // It must not stand before the others for ever.
      await store.transaction((tx) => tx.cards.waitNoLonger(id));
    }
  }
  if (due.length > 0) onCommitted();
}

async function closeOne(parts: LapseParts, tx: Repositories, id: string, now: number): Promise<void> {
  const card = await tx.cards.find(id);
  // A click on it may be under way in another process: it has the chat's lane, and comes first.
  if (!card || !(await tx.inbox.takeLanes([card.chatId])).has(card.chatId)) return;
  await close(parts, tx, card, now);
}

async function close(parts: LapseParts, tx: Repositories, card: CardRecord, now: number): Promise<void> {
  const faces = (card.model as Part[]).map((face) => closed(parts, face));
  const sending = { lane: card.chatId, owner: card.owner, cause: `card:${card.id}`, label: labelOf(parts) };
  await changeCard(tx, card, faces, card.id, sending, now);
}

function closed({ commands }: LapseParts, face: Part): Part {
  if (!face.asks) return face;
  const command = commands.find(({ name }) => name === face.kind);
  if (!command?.lapse) throw new Error(`the card of ${face.kind} asks, and cannot lapse`);
  return partOf(face.kind, command.lapse(face.model));
}
