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
 * ms added to each window, for the rounding of two clocks. No more is needed: the platform counts a call when
 * it arrives, which is after it left and before it was answered, and a window here begins with the answer.
 */
const SLACK = 2;

/** The calls of one window: those under way, and those answered within its span, oldest first. */
class Window {
  private underWay = 0;
  private readonly answered: number[] = [];

  constructor(
    private readonly most: number,
    private readonly span: number,
  ) {}

  /** The first instant at which so many more may leave; infinite while that hangs on an answer. */
  freeAt(now: number, calls: number): number {
    while (this.answered.length > 0 && (this.answered[0] ?? 0) + this.span <= now) this.answered.shift();
    const tooMany = this.underWay + this.answered.length + calls - this.most;
    if (tooMany <= 0) return now;
    return (this.answered[tooMany - 1] ?? Number.POSITIVE_INFINITY) + this.span;
  }

  begin(): void {
    this.underWay += 1;
  }

  end(now: number): void {
    this.underWay -= 1;
    this.answered.push(now);
  }

  get isEmpty(): boolean {
    return this.underWay === 0 && this.answered.length === 0;
  }
}

export interface Limiter {
  /**
   * The first instant at which so many calls for this lane may leave; `now` when they may at once, infinite
   * while that hangs on the answer of calls under way.
   */
  freeAt(lane: string, now: number, calls?: number): number;
  /** The same for any lane at all. */
  appFreeAt(now: number): number;
  /** So many calls leave now. What it gives is to be called with the instant at which they were answered. */
  begin(lane: string, calls?: number): (now: number) => void;
  /** After the platform's own "too many": nothing leaves before `until`. */
  pause(until: number): void;
}

export function limiter(limits: SendLimits | "off"): Limiter {
  const windows = limits === "off" ? null : new Windows(limits);
  let pausedUntil = 0;
  const appFreeAt = (now: number, calls = 1) =>
    Math.max(now, pausedUntil, windows?.appFreeAt(now, calls) ?? now);
  return {
    freeAt: (lane, now, calls = 1) => Math.max(appFreeAt(now, calls), windows?.laneFreeAt(lane, now) ?? now),
    appFreeAt,
    begin: (lane, calls = 1) => windows?.begin(lane, calls) ?? (() => {}),
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
    this.minute = new Window(limits.appPerMinute, 60_000 + SLACK);
  }

  appFreeAt(now: number, calls: number): number {
    return Math.max(this.second.freeAt(now, calls), this.minute.freeAt(now, calls));
  }

  laneFreeAt(lane: string, now: number): number {
    const own = this.lanes.get(lane);
    if (!own) return now;
    const at = own.freeAt(now, 1);
    if (own.isEmpty) this.lanes.delete(lane);
    return at;
  }

  begin(lane: string, calls: number): (now: number) => void {
    let own = this.lanes.get(lane);
    if (!own) {
      own = new Window(this.limits.chatPerSecond, 1000 + SLACK);
      this.lanes.set(lane, own);
    }
    // Of a file's two calls one goes into the chat.
    const counted = [own, ...Array.from({ length: calls }, () => [this.second, this.minute]).flat()];
    for (const window of counted) window.begin();
    return (now) => {
      for (const window of counted) window.end(now);
    };
  }
}
