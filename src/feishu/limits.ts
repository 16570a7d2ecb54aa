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

/** ms added to each window, because the platform counts at arrival and the way there varies. */
const SLACK = 15;

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
  take(lane: string, now: number): void;
  /** After the platform's own "too many": nothing leaves before `until`. */
  pause(until: number): void;
}

export function limiter(limits: SendLimits | "off"): Limiter {
  if (limits === "off") return { freeAt: (_lane, now) => now, take: () => {}, pause: () => {} };
  const second = new Window(limits.appPerSecond, 1000 + SLACK);
  const minute = new Window(limits.appPerMinute, 60_000 + SLACK);
  const lanes = new Map<string, Window>();
  let pausedUntil = 0;

  return {
    freeAt(lane, now) {
      const own = lanes.get(lane);
      const laneAt = own ? own.freeAt(now) : now;
      if (own?.isEmpty) lanes.delete(lane);
      return Math.max(laneAt, second.freeAt(now), minute.freeAt(now), pausedUntil);
    },
    take(lane, now) {
      let own = lanes.get(lane);
      if (!own) {
        own = new Window(limits.chatPerSecond, 1000 + SLACK);
        lanes.set(lane, own);
      }
      own.take(now);
      second.take(now);
      minute.take(now);
    },
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until);
    },
  };
}
