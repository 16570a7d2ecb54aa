import type { Logger } from "pino";
import type { Clock } from "../clock.js";
import type { Outbox, OutboxRow } from "../store/outbox.js";
import type { SendingDuty } from "../store/sending-duty.js";
import type { Store } from "../store/store.js";
import type { FeishuApi, SendOutcome } from "./api.js";
import type { Limiter } from "./limits.js";
import { redact } from "./redact.js";
import { type Aside, type Note, overdue, settle } from "./settle.js";
import { Uploads } from "./uploads.js";

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
  api: Pick<FeishuApi, "send" | "upload">;
  limiter: Limiter;
  clock: Clock;
  log: Logger;
  /** Pure: the first instant from `now` on (`now` itself in posting hours) at which posts may leave. */
  postsFrom(now: number): number;
  step?: (name: SendStep) => void;
}

interface Finished {
  row: OutboxRow;
  outcome: SendOutcome;
}

/** A row that counts against the limits until `answered` is called. */
interface Leaving {
  row: OutboxRow;
  answered(now: number): void;
}

interface Chosen {
  leaving: Leaving[];
  aside: Aside[];
  /** epoch ms at which a lane that is at its limit is free again */
  freeAt: number;
}

/** What one look at the table has brought. */
interface Looked {
  notes: Note[];
  begun: ReadonlySet<number>;
  hands: number;
}

const nothingChosen = (): Chosen => ({ leaving: [], aside: [], freeAt: Number.POSITIVE_INFINITY });

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
  private expectsRows = true;
  /** rows wait for their time: known after a refusal, supposed after the start and outside posting hours */
  private mayHavePutOff = true;
  /** what an administrator must mend: logged once, not for each message, until something leaves again */
  private blockedBy: string | undefined;

  private readonly duty: SendingDuty;
  private readonly uploads: Uploads;

  constructor(private readonly parts: SenderParts) {
    const wake = () => this.wake();
    this.uploads = new Uploads(parts.store, parts.api);
    this.duty = parts.store.sendingDuty({ onHeld: wake, onOutgoing: wake });
  }

  /** There is something to send, or an outcome to write. */
  wake(): void {
    this.expectsRows = true;
    this.check();
  }

  /** There may be something to send: another process may have written it, or time was set forward. */
  check(): void {
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
    await this.look().catch((error: unknown) => {
      this.parts.log.error({ code: "sender-stop", err: error }, "the last outcomes could not be written");
    });
    await this.duty.end();
  }

  private async turn(): Promise<void> {
    try {
      while (this.isWoken && !this.isStopped) {
        this.isWoken = false;
        await this.look();
      }
    } catch (error) {
      this.parts.log.error({ code: "sender-turn", err: error }, "the sender's turn failed");
      this.wakeAt(this.parts.clock.now() + PAUSE_AFTER_FAULT);
    } finally {
      this.turning = undefined;
      if (this.isWoken) this.wake();
    }
  }

  /**
   * One look at the table: writes the outcomes that have come in and the attempts that begin, in one
   * transaction, then makes the attempts.
   */
  private async look(): Promise<void> {
    const { store, clock } = this.parts;
    const now = clock.now();
    const hasDone = this.finished.length > 0;
    // Every outcome wakes the sender, so without a free hand there is nothing more to wait for.
    if (!hasDone && this.freeHands(now) <= 0) return;
    const expectsRows = this.expectsRows;
    this.expectsRows = false;
    if (!hasDone && !expectsRows && !(await this.hasHeads(now))) return;

    const done: Finished[] = [];
    const chosen = nothingChosen();
    const writesFirst = this.finished.some(({ outcome }) => outcome.kind === "sent");
    const looked = await store
      .transaction(
        async (tx) => {
          // Until its turn came, more outcomes may have come in: they go with it.
          done.push(...this.finished.splice(0));
          return this.turnOver(tx.outbox, done, chosen, clock.now());
        },
        { writesFirst },
      )
      .catch((error: unknown) => {
        // What is known stays known, and its lanes stay busy, until it can be written.
        this.finished.unshift(...done);
        for (const { answered } of chosen.leaving) answered(clock.now());
        throw error;
      });
    this.settled(done, looked.notes);
    this.started(chosen, looked);
  }

  /** How many more requests may be under way now; the lanes of outcomes not yet written count as free. */
  private freeHands(now: number, done: readonly Finished[] = this.finished): number {
    const appAt = this.parts.limiter.appFreeAt(now);
    if (appAt > now) this.wakeAt(appAt);
    const mayTake = this.duty.isHeld && !this.isStopped && appAt <= now;
    return mayTake ? MOST_UNDER_WAY - this.busyLanes.size + done.length : 0;
  }

  /** Within the transaction: the outcomes are written, and what leaves next is marked as begun. */
  private async turnOver(
    outbox: Outbox,
    done: readonly Finished[],
    chosen: Chosen,
    now: number,
  ): Promise<Looked> {
    const notes = await this.record(outbox, done, now);
    for (const { pauseUntil } of notes) if (pauseUntil !== undefined) this.parts.limiter.pause(pauseUntil);
    const hands = this.freeHands(now, done);
    if (hands > 0) await this.choose(outbox, done, chosen, hands, now);
    for (const { row, status, reason } of chosen.aside) await outbox.putAside(row.seq, status, now, reason);
    const seqs = chosen.leaving.map(({ row }) => row.seq);
    const begun = new Set(seqs.length > 0 ? await outbox.begin(seqs, now) : []);
    return { notes, begun, hands };
  }

  /** Is there anything to send now? If not, sets the timer for the next row that waits for its time. */
  private async hasHeads(now: number): Promise<boolean> {
    const { outbox } = this.parts.store.read;
    const opens = this.parts.postsFrom(now);
    const mayPost = opens <= now;
    const heads = await outbox.ready(now, 1, [...this.busyLanes], mayPost);
    if (heads.length > 0) return true;
    if (!this.mayHavePutOff) return false;
    const next = (await outbox.nextAt(now, mayPost)) ?? Number.POSITIVE_INFINITY;
    const at = !mayPost && (await outbox.hasHeld()) ? Math.min(next, opens) : next;
    this.mayHavePutOff = at !== Number.POSITIVE_INFINITY;
    this.wakeAt(at);
    return false;
  }

  /** The heads of lanes that may leave now, as many as there are hands. */
  private async choose(
    outbox: Outbox,
    done: readonly Finished[],
    chosen: Chosen,
    hands: number,
    now: number,
  ): Promise<void> {
    const { limiter } = this.parts;
    const freed = new Set(done.map(({ row }) => row.lane));
    const busy = [...this.busyLanes].filter((lane) => !freed.has(lane));
    const mayPost = this.parts.postsFrom(now) <= now;
    if (!mayPost) this.mayHavePutOff = true;
    for (const row of await outbox.ready(now, BATCH, busy, mayPost)) {
      const late = overdue(row, now);
      if (late) {
        chosen.aside.push(late);
        continue;
      }
      const at = limiter.freeAt(row.lane, now, this.callsOf(row));
      if (at > now) {
        chosen.freeAt = Math.min(chosen.freeAt, at);
        continue;
      }
      if (chosen.leaving.length === hands) break;
      chosen.leaving.push({ row, answered: limiter.begin(row.lane, this.callsOf(row)) });
    }
  }

  /** The attempts that are written down as begun are made. */
  private started({ leaving, aside, freeAt }: Chosen, { begun, hands }: Looked): void {
    const { clock, log, step } = this.parts;
    for (const { row, status, reason } of aside)
      log.error(
        { code: `outbox-${status}`, seq: row.seq, lane: row.lane, reason },
        "a message was put aside",
      );
    if (leaving.length > 0) step?.("send.begun");
    for (const one of leaving) {
      if (begun.has(one.row.seq)) this.attempt(one);
      else one.answered(clock.now());
    }
    const hasNewHeads = aside.length > 0 || begun.size < leaving.length;
    if (hasNewHeads) this.expectsRows = true;
    // With a hand free and no limit met, one more look sets the timer for what waits for its time.
    const hasLookedThrough = leaving.length < hands && freeAt === Number.POSITIVE_INFINITY;
    if (hasNewHeads || (hasLookedThrough && this.mayHavePutOff)) this.isWoken = true;
    if (freeAt !== Number.POSITIVE_INFINITY) this.wakeAt(freeAt);
  }

  private attempt({ row, answered }: Leaving): void {
    this.busyLanes.add(row.lane);
    const attempt = this.outcomeOf(row).then((outcome) => {
      answered(this.parts.clock.now());
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
      if (target !== null)
        return await (row.msgType === "file" ? this.sendFile(row, target) : api.send(row, target));
      return { kind: "refused", verdict: "permanent", code: 0, reason: "要更新的卡片没有发出" };
    } catch (error) {
      return { kind: "unclear", reason: redact(String(error)) };
    }
  }

  /** A document goes up before it is sent, the first time. */
  private callsOf({ msgType, content }: OutboxRow): number {
    return msgType === "file" && !this.uploads.has(content) ? 2 : 1;
  }

  /** The document goes up first; the message that follows names it by the platform's key. */
  private async sendFile(row: OutboxRow, target: string): Promise<SendOutcome> {
    const uploaded = await this.uploads.of(row.content);
    if (uploaded.kind === "gone")
      return { kind: "refused", verdict: "permanent", code: 0, reason: "要发的文件已经清理" };
    if (uploaded.kind === "uploaded") {
      const message = { ...row, content: JSON.stringify({ file_key: uploaded.key }) };
      const sent = await this.parts.api.send(message, target);
      if (sent.kind === "refused" && sent.verdict === "permanent") this.uploads.forget(row.content);
      return sent;
    }
    // A file that may have gone up twice is seen by nobody: nothing has been said yet.
    return uploaded.kind === "unclear" ? { kind: "unreachable", reason: uploaded.reason } : uploaded;
  }

  /** Writes the outcomes that have come in; those that were sent share one statement. */
  private async record(outbox: Outbox, done: readonly Finished[], now: number): Promise<Note[]> {
    const sent = done.flatMap(({ row, outcome }) =>
      outcome.kind === "sent" ? [{ seq: row.seq, messageId: outcome.messageId }] : [],
    );
    if (sent.length > 0) await outbox.sent(sent, now);
    const notes: Note[] = [];
    for (const { row, outcome } of done)
      if (outcome.kind !== "sent") notes.push(await settle(outbox, row, outcome, now));
    return notes;
  }

  /** The outcomes are written: their lanes are free. */
  private settled(done: readonly Finished[], notes: readonly Note[]): void {
    if (done.length === 0) return;
    const { log, step } = this.parts;
    const isBlocked = notes.some(({ code }) => code === "send-blocked");
    if (!isBlocked && notes.length < done.length) this.blockedBy = undefined;
    for (const { level, pauseUntil: _paused, ...note } of notes) {
      const isToldBefore = note.code === "send-blocked" && note.reason === this.blockedBy;
      if (!isToldBefore) log[level](note, "a message did not leave");
      if (note.code === "send-blocked") this.blockedBy = note.reason;
    }
    for (const { row } of done) this.busyLanes.delete(row.lane);
    if (notes.length > 0) this.mayHavePutOff = true;
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
