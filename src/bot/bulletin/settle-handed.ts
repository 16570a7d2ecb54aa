import type { BulletinRecord } from "../../store/bulletins.js";
import { labelOf } from "../bot-parts.js";
import { changeCard, partOf } from "../send.js";
import type { Turn } from "../turn.js";
import { drawSettled } from "./draw.js";
import { BULLETIN } from "./name.js";

/**
 * Whoever was asked in private sees that somebody else has taken the step: what was done, and no buttons.
 *
 * @param clicked the card on which it was done, which is drawn by the click itself
 */
export async function settleHanded(
  turn: Turn,
  bulletin: BulletinRecord,
  said: string,
  clicked: string | null,
): Promise<void> {
  const { tx, now } = turn;
  const ids = await tx.bulletins.takeHanded(bulletin.id, clicked);
  if (ids.length === 0) return;
  const part = partOf(BULLETIN, await drawSettled(turn, bulletin, said));
  for (const id of ids) {
    const card = await tx.cards.find(id);
    if (!card) continue;
    const sending = { lane: card.chatId, owner: card.owner, cause: turn.writeId, label: labelOf(turn) };
    await changeCard(tx, card, [part], card.id, sending, now);
  }
}
