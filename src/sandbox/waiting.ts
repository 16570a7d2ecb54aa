import type { Platform } from "./platform.js";

/** Real milliseconds that a wait lasts unless told otherwise. */
const USUAL_PATIENCE_MS = 5000;

export interface Patience {
  withinMs?: number | undefined;
  /** What is awaited, for the error: "an answer to om_…". */
  what?: string;
}

/**
 * Resolves as soon as `find` gives something: it is asked at once and after every change in the sandbox, a record's
 * or a connection's. Rejects with what was awaited when it never does.
 */
export function waitFor<T>(
  platform: Platform,
  find: () => T | undefined,
  patience: Patience = {},
): Promise<T> {
  const { withinMs = USUAL_PATIENCE_MS, what = "what was awaited" } = patience;
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`${what} did not come within ${withinMs} ms`));
    }, withinMs);
    const stops = [platform.world.onChange(look), platform.connections?.onChange(look)];
    look();

    function look(): void {
      try {
        const found = find();
        if (found === undefined) return;
        finish();
        resolve(found);
      } catch (error) {
        finish();
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    }

    function finish(): void {
      clearTimeout(timer);
      for (const stop of stops) stop?.();
    }
  });
}

/**
 * Resolves when no event waits for an answer, no API call is under way and nothing has changed for a while. What
 * the bot does between acknowledging and sending cannot be seen from here: wait for its message where there is one.
 */
export async function idle(platform: Platform, callsUnderWay: () => number, quietMs = 40): Promise<void> {
  let last = performance.now();
  const stop = platform.world.onChange(() => {
    last = performance.now();
  });
  try {
    for (;;) {
      const busy = platform.delivery.inFlight > 0 || callsUnderWay() > 0;
      if (busy) last = performance.now();
      const left = quietMs - (performance.now() - last);
      if (left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, busy ? 5 : left));
    }
  } finally {
    stop();
  }
}
