/**
 * The platform's limits on sending: 50 a second and 1000 a minute for an app, 5 a second for a chat, 5 a
 * second for changes of one message.
 */
export interface SendLimits {
  appPerSecond: number;
  appPerMinute: number;
  chatPerSecond: number;
}

export const PLATFORM_LIMITS: SendLimits = { appPerSecond: 50, appPerMinute: 1000, chatPerSecond: 5 };

/**
 * ms added to each window: the platform counts at arrival, and what leaves here at even intervals does not
 * arrive so. Costs 4 % of the rate; a refusal would cost the chat a second.
 */
const SLACK = 40;
/** The same for the minute, in which more has time to be late: 1 % of the rate. */
const MINUTE_SLACK = 600;

/** The last sends of one window, oldest first. */
class Window {
  private readonly times: number[] = [];

  constructor(
    private readonly most: number,
    private readonly span: number,
  ) {}

  /** The first instant at which one more may leave. */
  freeAt(now: number): number {
    while (this.times.length > 0 && (this.times[0] ?? 0) + this.span <= now) this.times.shift();
    if (this.times.length < this.most) return now;
    return (this.times[this.times.length - this.most] ?? now) + this.span;
  }

  take(now: number): void {
    this.times.push(now);
  }

  get isEmpty(): boolean {
    return this.times.length === 0;
  }
}

export interface Limiter {
  /** The first instant at which a message to this lane may leave; `now` when it may at once. */
  freeAt(lane: string, now: number): number;
  /** The same for any lane at all. */
  appFreeAt(now: number): number;
  take(lane: string, now: number): void;
  /** After the platform's own "too many": nothing leaves before `until`. */
  pause(until: number): void;
}

export function limiter(limits: SendLimits | "off"): Limiter {
  const windows = limits === "off" ? null : new Windows(limits);
  let pausedUntil = 0;
  const appFreeAt = (now: number) => Math.max(now, pausedUntil, windows?.appFreeAt(now) ?? now);
  return {
    freeAt: (lane, now) => Math.max(appFreeAt(now), windows?.laneFreeAt(lane, now) ?? now),
    appFreeAt,
    take: (lane, now) => windows?.take(lane, now),
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
}

class Windows {
  private readonly second: Window;
  private readonly minute: Window;
  private readonly lanes = new Map<string, Window>();

  constructor(private readonly limits: SendLimits) {
    this.second = new Window(limits.appPerSecond, 1000 + SLACK);
    this.minute = new Window(limits.appPerMinute, 60_000 + MINUTE_SLACK);
  }

  appFreeAt(now: number): number {
    return Math.max(this.second.freeAt(now), this.minute.freeAt(now));
  }

  laneFreeAt(lane: string, now: number): number {
    const own = this.lanes.get(lane);
    if (!own) return now;
    const at = own.freeAt(now);
    if (own.isEmpty) this.lanes.delete(lane);
    return at;
  }

  take(lane: string, now: number): void {
    let own = this.lanes.get(lane);
    if (!own) {
      own = new Window(this.limits.chatPerSecond, 1000 + SLACK);
      this.lanes.set(lane, own);
    }
    own.take(now);
    this.second.take(now);
    this.minute.take(now);
  }
}
