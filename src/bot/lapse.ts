import type { Clock } from "../clock.js";
import type { CardRecord } from "../store/cards.js";
import type { Repositories, Store } from "../store/store.js";
import { type BotParts, labelOf } from "./bot-parts.js";
import { changeCard, type Part, partOf } from "./send.js";

/** cards of one transaction */
const BATCH = 20;

export type LapseParts = Pick<BotParts, "commands" | "isDemo">;

/**
 * Closes the questions that nobody has answered for a day: the card says so in place. The readings it
 * offered were those of that day; a click a week later would write what nobody remembers.
 */
export async function lapse(
  parts: LapseParts,
  store: Store,
  clock: Clock,
  onCommitted: () => void,
): Promise<void> {
  const now = clock.now();
  while ((await store.read.cards.lapsed(now, 1)).length > 0) {
    await store.transaction(async (tx) => {
      for (const card of await tx.cards.lapsed(now, BATCH)) await close(parts, tx, card, now);
    });
    onCommitted();
  }
}

async function close(parts: LapseParts, tx: Repositories, card: CardRecord, now: number): Promise<void> {
  const faces = (card.model as Part[]).map((face) => closed(parts, face));
  const sending = { lane: card.chatId, owner: card.owner, cause: `card:${card.id}`, label: labelOf(parts) };
  await changeCard(tx, card, faces, card.id, sending, now);
}

function closed({ commands }: LapseParts, face: Part): Part {
  const { asks, ...rest } = face;
  if (!asks) return face;
  const command = commands.find(({ name }) => name === face.kind);
  return command?.lapse ? partOf(face.kind, command.lapse(face.model)) : rest;
}
