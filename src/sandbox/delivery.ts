import type { SandboxClock } from "./clock.js";
import { newEventId } from "./ids.js";
import type { Answer, Transport } from "./transport.js";
import type { Outcome, StoredEvent, World } from "./world.js";

/** An event that was not acknowledged comes again after these pauses, each counted from the attempt before. */
const RETRY_AFTER_MS = [15_000, 5 * 60_000, 60 * 60_000, 6 * 60 * 60_000] as const;

export interface App {
  appId: string;
  tenantKey: string;
  verificationToken: string;
}

export interface DeliveryOptions {
  world: World;
  clock: SandboxClock;
  transport: Transport;
  app: App;
  /** Real milliseconds that the bot has to answer: the platform gives 3 s. */
  answerWithinMs: number;
}

/** Events to the bot, at least once: kept in the world until acknowledged, and sent again on the sandbox clock. */
export class Delivery {
  /** Attempts whose answer is still awaited. */
  inFlight = 0;
  private ignoredAnswers = 0;
  private doubled = 0;
  private readonly alarms = new Map<string, () => void>();
  private waiting: string[] = [];
  private closed = false;

  constructor(private readonly options: DeliveryOptions) {
    options.transport.onReady(() => this.deliverWaiting());
    for (const event of options.world.events.values()) this.schedule(event);
  }

  /** Stores an event and sets out with it. `overrides` replaces header fields, for foreign and stale events. */
  post(type: string, event: object, overrides: Record<string, string> = {}): string {
    const eventId = newEventId();
    const stored: StoredEvent = {
      eventId,
      type,
      envelope: JSON.stringify(this.envelope(eventId, type, event, overrides)),
      attempts: [],
      nextAt: this.options.clock.now(),
    };
    this.options.world.record({ kind: "event", event: stored });
    this.attemptSoon(eventId);
    if (this.doubled > 0) {
      this.doubled -= 1;
      this.attemptSoon(eventId);
    }
    return eventId;
  }

  /** A card callback: once, never again. Rejects when there is no answer in time. */
  async ask(type: string, event: object): Promise<Answer> {
    const eventId = newEventId();
    // Callbacks carry microseconds where events carry milliseconds.
    const micros = String(this.options.clock.now() * 1000);
    return this.send(JSON.stringify(this.envelope(eventId, type, event, { create_time: micros })));
  }

  /** Delivers a known event at once, whatever became of it before. Throws for one that is not kept any more. */
  async redeliver(eventId: string): Promise<Outcome> {
    if (!this.options.world.events.has(eventId)) throw new Error(`no such event: ${eventId}`);
    return this.attempt(eventId);
  }

  /** The next answers of the bot get lost on the way: those events come again. */
  ignoreAnswers(count: number): void {
    this.ignoredAnswers += count;
  }

  /** The next events are delivered twice at once. */
  doubleNext(count: number): void {
    this.doubled += count;
  }

  /** Events that are neither acknowledged nor given up. */
  get pending(): StoredEvent[] {
    return [...this.options.world.events.values()].filter((event) => event.nextAt !== null);
  }

  close(): void {
    this.closed = true;
    for (const cancel of this.alarms.values()) cancel();
    this.alarms.clear();
  }

  private envelope(eventId: string, type: string, event: object, overrides: Record<string, string>): object {
    const { app, clock } = this.options;
    const header = {
      event_id: eventId,
      event_type: type,
      create_time: String(clock.now()),
      token: app.verificationToken,
      app_id: app.appId,
      tenant_key: app.tenantKey,
    };
    return { schema: "2.0", header: { ...header, ...overrides }, event };
  }

  private schedule(event: StoredEvent): void {
    this.alarms.get(event.eventId)?.();
    this.alarms.delete(event.eventId);
    if (event.nextAt === null || this.closed) return;
    const ring = (): void => {
      this.alarms.delete(event.eventId);
      this.attemptSoon(event.eventId);
    };
    this.alarms.set(event.eventId, this.options.clock.at(event.nextAt, ring));
  }

  private attemptSoon(eventId: string): void {
    if (this.closed) return;
    if (this.options.transport.ready()) void this.attempt(eventId);
    else this.waiting.push(eventId);
  }

  private deliverWaiting(): void {
    const ids = this.waiting;
    this.waiting = [];
    for (const id of ids) void this.attempt(id);
  }

  private async attempt(eventId: string): Promise<Outcome> {
    const { world, clock } = this.options;
    const at = clock.now();
    const envelope = world.events.get(eventId)?.envelope;
    if (envelope === undefined) return "unanswered";
    const began = performance.now();
    const outcome = await this.outcomeOf(envelope);
    const tookMs = performance.now() - began;
    const event = world.events.get(eventId);
    if (!event || this.closed) return outcome;
    const attempts = [...event.attempts, { at, outcome, tookMs }];
    const pause = RETRY_AFTER_MS[attempts.length - 1];
    const settled = outcome === "acknowledged" || event.nextAt === null || pause === undefined;
    const after: StoredEvent = { ...event, attempts, nextAt: settled ? null : at + pause };
    world.record({ kind: "event", event: after });
    this.schedule(after);
    return outcome;
  }

  private async outcomeOf(envelope: string): Promise<Outcome> {
    try {
      const answer = await this.send(envelope);
      if (this.ignoredAnswers > 0) {
        this.ignoredAnswers -= 1;
        return "unanswered";
      }
      return answer.code === 200 ? "acknowledged" : "refused";
    } catch {
      return "unanswered";
    }
  }

  private async send(envelope: string): Promise<Answer> {
    const timeout = AbortSignal.timeout(this.options.answerWithinMs);
    this.inFlight += 1;
    try {
      return await this.options.transport.deliver(envelope, timeout);
    } finally {
      this.inFlight -= 1;
    }
  }
}
