import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { InboxRow } from "../store/inbox.js";
import type { Repositories, Store } from "../store/store.js";
import type { InboundEvent } from "./events.js";
import { isAwaited } from "./hands-on.js";

export type Row = InboxRow<InboundEvent>;

/** Named moments at which a test may stop the process. */
export type WorkStep = "turn.begun" | "turn.written" | "turn.committed";

/** What a click's callback is answered with. */
export interface Toast {
  text: string;
  tone: "success" | "info" | "error";
}

export interface WorkerParts {
  store: Store;
  clock: Clock;
  log: Logger;
  /**
   * Fetches what the turns will need from the platform, before the transaction opens. What it leaves awaited
   * is put off, and so is what stands behind it in its lane.
   */
  prepare(rows: Row[]): Promise<void>;
  /** All effects of one row, within the transaction. A click gives its toast. */
  handle(tx: Repositories, row: Row, now: number): Promise<Toast | null>;
  /** A sentence to the sender of a row that could not be worked off, within the transaction. */
  apologise(tx: Repositories, row: Row, now: number): Promise<void>;
  onCommitted(): void;
  step?: (name: WorkStep) => void;
}

/** rows of one transaction */
const BATCH = 64;
/** Retries of a row that keeps failing, some ten minutes of them; then it is put aside, so that its lane goes on. */
export const MOST_RETRIES = 14;
const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 60_000;
/** ms until a lane that another process works on is looked at again */
const LANE_TAKEN = 50;

/** The platform has not told in time what a message hands on. */
class StillAwaited extends Error {
  constructor() {
    super("what the message hands on is not told yet");
  }
}

/**
 * Works off the inbox: in order within a chat, several chats at a time. Effects, outgoing messages and the
 * row's end are one transaction; rows that are ready together share it. When one of them fails, the batch
 * is rolled back and its rows are done one by one, so that the fault of one costs the others nothing.
 */
export class Worker {
  private timer: NodeJS.Timeout | undefined;
  private turning: Promise<void> | undefined;
  private isWoken = false;
  private isStopped = false;
  /** rows wait for their time: known after a failure, and supposed after the start */
  private mayHavePutOff = true;
  private hasPassedOver = false;
  private readonly toasts = new Map<number, (toast: Toast | null) => void>();

  constructor(private readonly parts: WorkerParts) {}

  wake(): void {
    if (this.isStopped) return;
    this.isWoken = true;
    this.turning ??= this.run();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    await this.turning;
  }

  /** The toast of a click's row once its turn has come; null when that takes longer than `most` ms. */
  toastOf(seq: number, most: number): Promise<Toast | null> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(null), most);
      const done = (toast: Toast | null) => {
        clearTimeout(timer);
        this.toasts.delete(seq);
        resolve(toast);
      };
      this.toasts.set(seq, done);
    });
  }

  private async run(): Promise<void> {
    try {
      while (this.isWoken && !this.isStopped) {
        this.isWoken = false;
        const rows = (await this.parts.store.read.inbox.ready(this.parts.clock.now(), BATCH)) as Row[];
        if (rows.length > 0) await this.workOff(rows);
        // Whatever comes in the meantime wakes the worker; a full batch may have left some behind.
        if (rows.length === BATCH) this.isWoken = true;
        if (!this.isWoken) await this.sleep();
      }
    } catch (error) {
      this.parts.log.error({ code: "worker-turn", err: error }, "the inbox could not be worked off");
      this.wakeIn(FIRST_PAUSE);
    } finally {
      this.turning = undefined;
      if (this.isWoken) this.wake();
    }
  }

  private async workOff(rows: Row[]): Promise<void> {
    await this.parts.prepare(rows);
    const { ready, awaited } = parted(rows);
    const held = ready.length > 0 ? await this.end(ready) : new Set<string>();
    // Only the head of a lane is put off: what stands before it has its own time.
    for (const row of awaited) if (!held.has(row.lane)) await this.postpone(row, new StillAwaited());
  }

  /** Gives the lanes in which some of the rows still wait. */
  private async end(rows: Row[]): Promise<ReadonlySet<string>> {
    try {
      return await this.together(rows);
    } catch (error) {
      if (rows.length > 1)
        this.parts.log.debug({ err: error }, "a batch failed, its rows are done one by one");
      return this.oneByOne(rows);
    }
  }

  /** Gives the lanes that another process works on: their rows were passed over. */
  private async together(rows: Row[]): Promise<ReadonlySet<string>> {
    const { store, clock, handle, step } = this.parts;
    const now = clock.now();
    const toasts: [number, Toast | null][] = [];
    const taken = new Set<string>();
    step?.("turn.begun");
    await store.transaction(
      async (tx) => {
        const lanes = await tx.inbox.takeLanes([...new Set(rows.map((row) => row.lane))]);
        const free = rows.filter((row) => lanes.has(row.lane));
        for (const { lane } of rows) if (!lanes.has(lane)) taken.add(lane);
        const seqs = free.map((row) => row.seq);
        const mine = new Set(seqs.length > 0 ? await tx.inbox.end(seqs, now) : []);
        for (const row of free) if (mine.has(row.seq)) toasts.push([row.seq, await handle(tx, row, now)]);
        step?.("turn.written");
      },
      { writesFirst: true },
    );
    step?.("turn.committed");
    this.parts.onCommitted();
    for (const [seq, toast] of toasts) this.toasts.get(seq)?.(toast);
    if (taken.size > 0) this.hasPassedOver = true;
    return taken;
  }

  private async oneByOne(rows: Row[]): Promise<ReadonlySet<string>> {
    const stuck = new Set<string>();
    for (const row of rows) {
      if (stuck.has(row.lane)) continue;
      try {
        // What follows in a lane waits for what stands before it, also where that is another's to do.
        for (const lane of await this.together([row])) stuck.add(lane);
      } catch (error) {
        stuck.add(row.lane);
        await this.postpone(row, error);
      }
    }
    return stuck;
  }

  private async postpone(row: Row, error: unknown): Promise<void> {
    const { store, clock, log } = this.parts;
    const now = clock.now();
    const reason = error instanceof Error ? error.message : String(error);
    const isOver = row.attempts >= MOST_RETRIES;
    const { seq, lane } = row;
    if (error instanceof StillAwaited && !isOver) log.info({ code: "inbox-awaited", seq, lane }, reason);
    else log.error({ code: isOver ? "inbox-aside" : "inbox-retry", seq, lane, err: error }, "a turn failed");
    await store.transaction(async (tx) => {
      if (!isOver) {
        const pause = Math.min(FIRST_PAUSE * 2 ** row.attempts, LONGEST_PAUSE);
        this.mayHavePutOff = true;
        return tx.inbox.postpone(row.seq, now + pause, reason, row.attempts);
      }
      if (await tx.inbox.fail(row.seq, now, reason)) await this.parts.apologise(tx, row, now);
    });
    this.parts.onCommitted();
  }

  /** Sets the timer for the next row that was put off; most of the time there is none to ask for. */
  private async sleep(): Promise<void> {
    if (this.hasPassedOver) {
      this.hasPassedOver = false;
      this.wakeIn(LANE_TAKEN);
      return;
    }
    if (!this.mayHavePutOff) return;
    const next = await this.parts.store.read.inbox.nextAt();
    if (next === null) this.mayHavePutOff = false;
    else this.wakeIn(next - this.parts.clock.now());
  }

  private wakeIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wake(), Math.max(1, ms));
    this.timer.unref();
  }
}

/** The rows that can have their turn, and the heads of lanes that have to wait; the rows behind those are in neither. */
function parted(rows: readonly Row[]): { ready: Row[]; awaited: Row[] } {
  const ready: Row[] = [];
  const awaited = new Map<string, Row>();
  for (const row of rows) {
    if (awaited.has(row.lane)) continue;
    if (isAwaited(row.event)) awaited.set(row.lane, row);
    else ready.push(row);
  }
  return { ready, awaited: [...awaited.values()] };
}
