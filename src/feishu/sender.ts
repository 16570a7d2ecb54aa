import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { OutboxRow } from "../store/outbox.js";
import type { Store } from "../store/store.js";
import type { FeishuApi, SendOutcome } from "./api.js";
import type { Limiter } from "./limits.js";
import { redact } from "./redact.js";
import { type Aside, type Note, overdue, settle } from "./settle.js";

/** Requests under way at a time; a platform that hangs must not gather more. */
const MOST_UNDER_WAY = 64;
/** Heads of lanes looked at in one turn: more than can be under way, for some lanes may be at their limit. */
const BATCH = 128;
/** ms before the table is asked again after a turn failed */
const PAUSE_AFTER_FAULT = 1000;
/** setTimeout takes no more than this */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

/** Named moments at which a test may stop the process. */
export type SendStep = "send.begun" | "send.answered" | "send.recorded";

export interface SenderParts {
  store: Store;
  api: Pick<FeishuApi, "send">;
  limiter: Limiter;
  clock: Clock;
  log: Logger;
  step?: (name: SendStep) => void;
}

interface Finished {
  row: OutboxRow;
  outcome: SendOutcome;
}

/**
 * Takes outbox rows in order per lane, under the platform's limits, one under way a lane; retries what can
 * be retried and puts the rest aside with its reason.
 *
 * One turn at a time looks at the table. It is woken by whoever writes outgoing messages, by an outcome,
 * and by a timer for the next row that waits for its time or for a limit.
 */
export class Sender {
  /** A lane stays here until the outcome of its row is written, so that its order is kept. */
  private readonly busyLanes = new Set<string>();
  private readonly attempts = new Set<Promise<void>>();
  private readonly finished: Finished[] = [];
  private timer: NodeJS.Timeout | undefined;
  private turning: Promise<void> | undefined;
  private isWoken = false;
  private isStopped = false;

  constructor(private readonly parts: SenderParts) {}

  /** There may be something to send. */
  wake(): void {
    if (this.isStopped) return;
    this.isWoken = true;
    this.turning ??= this.turn();
  }

  /** Lets the rows under way end, takes no new ones. What cannot be written now is unclear to the next start. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turning;
    await Promise.all(this.attempts);
    await this.record().catch((error: unknown) => {
      this.parts.log.error({ code: "sender-stop", err: error }, "the last outcomes could not be written");
    });
  }

  private async turn(): Promise<void> {
    try {
      while (this.isWoken && !this.isStopped) {
        this.isWoken = false;
        await this.record();
        await this.dispatch();
      }
    } catch (error) {
      this.parts.log.error({ code: "sender-turn", err: error }, "the sender's turn failed");
      this.wakeAt(this.parts.clock.now() + PAUSE_AFTER_FAULT);
    } finally {
      this.turning = undefined;
      if (this.isWoken) this.wake();
    }
  }

  private async dispatch(): Promise<void> {
    const { store, limiter, clock } = this.parts;
    const now = clock.now();
    const hands = MOST_UNDER_WAY - this.busyLanes.size;
    // Every outcome wakes the sender, so without a free hand there is nothing to wait for here.
    if (hands <= 0) return;
    const appAt = limiter.appFreeAt(now);
    if (appAt > now) return this.wakeAt(appAt);

    const heads = await store.read.outbox.ready(now, BATCH, [...this.busyLanes]);
    const chosen: OutboxRow[] = [];
    const aside: Aside[] = [];
    let freeAt = Number.POSITIVE_INFINITY;
    for (const row of heads) {
      const late = overdue(row, now);
      if (late) {
        aside.push(late);
        continue;
      }
      const at = limiter.freeAt(row.lane, now);
      if (at > now) {
        freeAt = Math.min(freeAt, at);
        continue;
      }
      if (chosen.length === hands) break;
      limiter.take(row.lane, now);
      chosen.push(row);
    }
    if (this.isStopped) return;
    if (chosen.length > 0 || aside.length > 0) await this.begin(chosen, aside, now);
    const next = await store.read.outbox.nextAt(now);
    this.wakeAt(Math.min(freeAt, next ?? Number.POSITIVE_INFINITY));
  }

  /** Writes down that the attempts begin, then makes them. */
  private async begin(chosen: OutboxRow[], aside: Aside[], now: number): Promise<void> {
    const { store, log, step } = this.parts;
    const begun = await store.transaction(async (tx) => {
      for (const { row, status, reason } of aside) await tx.outbox.putAside(row.seq, status, now, reason);
      if (chosen.length === 0) return new Set<number>();
      const seqs = chosen.map((row) => row.seq);
      return new Set(await tx.outbox.begin(seqs, now));
    });
    for (const { row, status, reason } of aside)
      log.error(
        { code: `outbox-${status}`, seq: row.seq, lane: row.lane, reason },
        "a message was put aside",
      );
    // Their lanes have new heads.
    if (aside.length > 0 || begun.size < chosen.length) this.isWoken = true;
    step?.("send.begun");
    for (const row of chosen) if (begun.has(row.seq)) this.attempt(row);
  }

  private attempt(row: OutboxRow): void {
    this.busyLanes.add(row.lane);
    const attempt = this.outcomeOf(row).then((outcome) => {
      this.finished.push({ row, outcome });
      this.attempts.delete(attempt);
      this.parts.step?.("send.answered");
      this.wake();
    });
    this.attempts.add(attempt);
  }

  /** Never rejects: whatever goes wrong, the lane must come free again. */
  private async outcomeOf(row: OutboxRow): Promise<SendOutcome> {
    const { store, api } = this.parts;
    try {
      const isByCard = row.op === "patch" && row.cardId === row.target;
      const target = isByCard ? await store.read.outbox.messageOfCard(row.target) : row.target;
      if (target !== null) return await api.send(row, target);
      return { kind: "refused", verdict: "permanent", code: 0, reason: "要更新的卡片没有发出" };
    } catch (error) {
      return { kind: "unclear", reason: redact(String(error)) };
    }
  }

  /** Writes the outcomes that have come in; those that were sent share one statement. */
  private async record(): Promise<void> {
    const batch = this.finished.splice(0);
    if (batch.length === 0) return;
    const { store, clock, limiter, log, step } = this.parts;
    const now = clock.now();
    const notes = await store
      .transaction(async (tx) => {
        await tx.outbox.sent(
          batch.flatMap(({ row, outcome }) =>
            outcome.kind === "sent" ? [{ seq: row.seq, messageId: outcome.messageId }] : [],
          ),
          now,
        );
        const settled: Note[] = [];
        for (const { row, outcome } of batch)
          if (outcome.kind !== "sent") settled.push(await settle(tx.outbox, row, outcome, now));
        return settled;
      })
      .catch((error: unknown) => {
        // What is known stays known, and its lanes stay busy, until it can be written.
        this.finished.unshift(...batch);
        throw error;
      });
    for (const { level, pauseUntil, ...note } of notes) {
      log[level](note, "a message did not leave");
      if (pauseUntil !== undefined) limiter.pause(pauseUntil);
    }
    for (const { row } of batch) this.busyLanes.delete(row.lane);
    this.isWoken = true;
    step?.("send.recorded");
  }

  private wakeAt(at: number): void {
    clearTimeout(this.timer);
    if (this.isStopped || at === Number.POSITIVE_INFINITY) return;
    const wait = Math.min(Math.max(1, at - this.parts.clock.now()), LONGEST_TIMEOUT);
    this.timer = setTimeout(() => this.wake(), wait);
    this.timer.unref();
  }
}
