/** The only "now". Everything that asks what time it is takes a `Clock`. */
export interface Clock {
  /** epoch milliseconds */
  now(): number;
}

export type SettableClock = Clock & {
  /** Moves the clock to `at` (epoch ms). Throws a RangeError when `at` is earlier than now. */
  set(at: number): void;
};

export function systemClock(): Clock {
  return { now: () => Date.now() };
}

/**
 * A clock that starts at `startAt` and ticks at real speed. It follows the monotonic timer, so that a
 * correction of the machine's clock does not make it jump.
 */
export function tickingClock(startAt: number): SettableClock {
  let base = startAt;
  let since = performance.now();
  const now = () => base + Math.floor(performance.now() - since);
  return {
    now,
    set(at) {
      const current = now();
      // what was recorded as past must stay past: a ledger read with an earlier "now" contradicts itself
      if (!(at >= current)) throw new RangeError(`the clock cannot go back from ${current} to ${at}`);
      base = at;
      since = performance.now();
    },
  };
}
