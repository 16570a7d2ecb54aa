import type { Clock } from "../clock.js";
import type { Store } from "../store/store.js";
import type { Delivery } from "./events.js";

/** The inbox row of a delivery; null when the same event came before. */
export type Kept = number | null;

interface Waiting {
  delivery: Delivery;
  resolve(kept: Kept): void;
  reject(error: unknown): void;
}

/** rows in one commit */
const MOST = 100;

/**
 * Commits events to the inbox; whoever waits for `keep` may acknowledge afterwards. Events that arrive
 * while a commit is under way share the next one.
 */
export class Receiver {
  private waiting: Waiting[] = [];
  private isCommitting = false;

  constructor(
    private readonly store: Store,
    private readonly clock: Clock,
    private readonly onKept: () => void,
  ) {}

  keep(delivery: Delivery): Promise<Kept> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ delivery, resolve, reject });
      if (!this.isCommitting) {
        this.isCommitting = true;
        // What arrived in the same turn of the event loop goes into the same commit.
        setImmediate(() => void this.commit());
      }
    });
  }

  private async commit(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, MOST);
      try {
        const kept = await this.store.keep(
          batch.map(({ delivery }) => ({
            key: delivery.key,
            eventId: delivery.eventId,
            lane: delivery.event.chatId,
            event: delivery.event,
          })),
          this.clock.now(),
        );
        const seqs = new Map(kept.map((row) => [row.key, row.seq]));
        if (kept.length > 0) this.onKept();
        for (const { delivery, resolve } of batch) {
          resolve(seqs.get(delivery.key) ?? null);
          // The same key twice in one batch: the second is a duplicate.
          seqs.delete(delivery.key);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isCommitting = false;
  }
}
