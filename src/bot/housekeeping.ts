import type { Clock } from "../clock.js";
import { type Day, dayOf } from "../domain/day.js";
import type { Store } from "../store/store.js";

const DAY = 24 * 3_600_000;
/** The platform sends an event again for some seven hours; a week is on the safe side. */
const KEEP_INBOX = 7 * DAY;
/** A card can be changed for fourteen days. */
const KEEP_CARDS = 15 * DAY;

/** Once a day drops what traffic leaves behind; the ledger itself is kept for good. */
export function housekeeping(store: Store, clock: Clock): () => Promise<void> {
  let done: Day | undefined;
  return async () => {
    const now = clock.now();
    if (dayOf(now) === done) return;
    done = dayOf(now);
    await store.transaction(async (tx) => {
      await tx.inbox.forget(now - KEEP_INBOX);
      await tx.outbox.forget(now - KEEP_CARDS);
      await tx.cards.forget(now - KEEP_CARDS);
      await tx.liveCards.forget(now);
      await tx.files.forget(now - KEEP_CARDS);
      await tx.conversations.forget(now - DAY);
    });
  };
}
