import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { OutboxRow } from "../store/outbox.js";
import type { Store } from "../store/store.js";
import type { FeishuApi, SendOutcome } from "./api.js";
import type { Limiter } from "./limits.js";

/** ms: the platform forgets a uuid after an hour; from here on a repeat could become a second message. */
const UUID_GOOD_FOR = 55 * 60_000;
/** ms: what can be retried is retried for a day, then put aside. */
const GIVE_UP_AFTER = 24 * 3_600_000;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
const BATCH = 64;

/** Named moments at which a test may stop the process. */
export type SendStep = "send.begun" | "send.answered" | "send.recorded";

export interface SenderParts {
  store: Store;
  api: Pick<FeishuApi, "send">;
  limiter: Limiter;
  clock: Clock;
  log: Logger;
  step?: (name: SendStep) => void;
  onSent?: (row: OutboxRow) => void;
}

/**
 * Takes outbox rows in order per lane, under the platform's limits, one in flight a lane; retries what
 * can be retried and puts the rest aside with its reason.
 */
export class Sender {
  private readonly inFlight = new Set<string>();
  private readonly finished: { row: OutboxRow; outcome: SendOutcome }[] = [];
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

  /** Lets the rows in flight end, takes no new ones. */
  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turning;
    while (this.inFlight.size > 0 || this.finished.length > 0) {
      await this.record();
      if (this.inFlight.size > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  private async turn(): Promise<void> {
    try {
      while (this.isWoken) {
        this.isWoken = false;
        await this.record();
        if (!this.isStopped) await this.dispatch();
      }
    } catch (error) {
      this.parts.log.error({ code: "sender-turn", err: error }, "the sender's turn failed");
      this.wakeAt(this.parts.clock.now() + FIRST_PAUSE);
    } finally {
      this.turning = undefined;
      if (this.isWoken) this.wake();
    }
  }

  private async dispatch(): Promise<void> {
    const { store, limiter, clock } = this.parts;
    const now = clock.now();
    const rows = await store.now.outbox.ready(now, BATCH, [...this.inFlight]);
    const chosen: OutboxRow[] = [];
    let freeAt = Number.POSITIVE_INFINITY;
    for (const row of rows) {
      if (this.inFlight.has(row.lane)) continue;
      const at = limiter.freeAt(row.lane, now);
      if (at > now) {
        freeAt = Math.min(freeAt, at);
        continue;
      }
      limiter.take(row.lane, now);
      this.inFlight.add(row.lane);
      chosen.push(row);
    }
    if (chosen.length > 0) {
      const aside = await this.begin(chosen, now);
      for (const row of chosen) if (!aside.has(row.seq)) void this.attempt(row);
      return;
    }
    const next = await store.now.outbox.nextAt();
    const at = Math.min(freeAt, next !== null && next > now ? next : Number.POSITIVE_INFINITY);
    if (Number.isFinite(at)) this.wakeAt(at);
  }

  /** Marks the attempts as begun; what is unclear for too long is put aside instead. */
  private async begin(rows: OutboxRow[], now: number): Promise<Set<number>> {
    const { store, log, step } = this.parts;
    const tooLate = rows.filter((row) => row.unclearSince !== null && now - row.unclearSince > UUID_GOOD_FOR);
    const tooOld = rows.filter((row) => !tooLate.includes(row) && now - row.createdAt > GIVE_UP_AFTER);
    const aside = new Set([...tooLate, ...tooOld].map((row) => row.seq));
    await store.transaction(async (tx) => {
      const begun = rows.filter((row) => !aside.has(row.seq)).map((row) => row.seq);
      if (begun.length > 0) await tx.outbox.begin(begun, now);
      for (const row of tooLate)
        await tx.outbox.putAside(row.seq, "uncertain", now, "发出与否不明，超过平台的去重时限，请到群里核对");
      for (const row of tooOld) await tx.outbox.putAside(row.seq, "dead", now, "一天内没有发出");
    });
    for (const row of [...tooLate, ...tooOld]) {
      log.error({ code: "outbox-aside", seq: row.seq, lane: row.lane }, "a message was put aside");
      this.inFlight.delete(row.lane);
      this.isWoken = true;
    }
    step?.("send.begun");
    return aside;
  }

  private async attempt(row: OutboxRow): Promise<void> {
    const { store, api, step } = this.parts;
    const target =
      row.op === "patch" && row.cardId === row.target
        ? await store.now.outbox.messageOfCard(row.target)
        : row.target;
    const outcome: SendOutcome =
      target === null
        ? { kind: "refused", verdict: "permanent", code: 0, reason: "要更新的卡片没有发出" }
        : await api.send(row, target).catch((error) => ({ kind: "unclear", reason: String(error) }));
    step?.("send.answered");
    this.finished.push({ row, outcome });
    this.wake();
  }

  /** Writes the outcomes that have come in; those that were sent share one statement. */
  private async record(): Promise<void> {
    const batch = this.finished.splice(0);
    if (batch.length === 0) return;
    const { store, clock, step } = this.parts;
    const now = clock.now();
    await store.transaction(async (tx) => {
      await tx.outbox.sent(
        batch.flatMap(({ row, outcome }) =>
          outcome.kind === "sent" ? [{ seq: row.seq, messageId: outcome.messageId }] : [],
        ),
        now,
      );
      for (const { row, outcome } of batch)
        if (outcome.kind !== "sent") await this.settle(tx.outbox, row, outcome, now);
    });
    step?.("send.recorded");
    for (const { row, outcome } of batch) {
      this.inFlight.delete(row.lane);
      if (outcome.kind === "sent") this.parts.onSent?.(row);
    }
    this.isWoken = true;
  }

  private async settle(
    outbox: Store["now"]["outbox"],
    row: OutboxRow,
    outcome: Exclude<SendOutcome, { kind: "sent" }>,
    now: number,
  ): Promise<void> {
    const { log, limiter } = this.parts;
    const pause = Math.min(FIRST_PAUSE * 2 ** row.attempts, LONGEST_PAUSE);
    log.warn(
      { code: "send", seq: row.seq, lane: row.lane, op: row.op, ...outcome },
      "a message did not leave",
    );
    if (outcome.kind === "unclear") return outbox.unclear(row.seq, now + pause, outcome.reason);
    if (outcome.kind === "unreachable") return outbox.retry(row.seq, now + pause, outcome.reason);
    switch (outcome.verdict) {
      case "retry":
      case "token":
        if (outcome.code === 99991400) limiter.pause(now + (outcome.pauseMs ?? pause));
        return outbox.retry(row.seq, now + (outcome.pauseMs ?? pause), outcome.reason);
      case "no-original":
        if (row.op === "reply") return outbox.withoutReply(row.seq, row.lane);
        return outbox.putAside(row.seq, "dead", now, outcome.reason);
      case "chat-gone":
      case "permanent":
        return outbox.putAside(row.seq, "dead", now, outcome.reason);
    }
  }

  private wakeAt(at: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.max(1, at - this.parts.clock.now()));
    this.timer.unref();
  }
}
