/** The sandbox's own time: starts where it is told, runs at real speed, can be put forward, never back. */
export interface SandboxClock {
  /** Epoch milliseconds. */
  now(): number;
  /** Puts the clock forward. Throws a RangeError for an instant that has passed. */
  set(epochMs: number): void;
  /** Called after every `set` with the new instant; the returned function ends that. */
  onChange(callback: (now: number) => void): () => void;
  /** Calls once when the clock reaches the instant, by itself or by being put forward; the returned function cancels. */
  at(dueMs: number, callback: () => void): () => void;
  /** Ends all alarms. */
  close(): void;
}

/** setTimeout takes no more than this; a later alarm is set anew when it runs out. */
const LONGEST_TIMEOUT = 2 ** 31 - 1;

interface Alarm {
  due: number;
  callback: () => void;
  timer?: NodeJS.Timeout;
}

export function createClock(startAt: number): SandboxClock {
  let origin = startAt - performance.now();
  const listeners = new Set<(now: number) => void>();
  const alarms = new Set<Alarm>();

  const now = (): number => Math.floor(origin + performance.now());

  function wind(alarm: Alarm): void {
    clearTimeout(alarm.timer);
    const wait = alarm.due - now();
    alarm.timer = setTimeout(() => ringOrWind(alarm), Math.min(Math.max(wait, 0), LONGEST_TIMEOUT));
  }

  function ringOrWind(alarm: Alarm): void {
    if (!alarms.has(alarm)) return;
    if (now() < alarm.due) {
      wind(alarm);
      return;
    }
    alarms.delete(alarm);
    clearTimeout(alarm.timer);
    alarm.callback();
  }

  return {
    now,
    set(epochMs) {
      const present = now();
      if (!Number.isFinite(epochMs) || epochMs < present) {
        throw new RangeError(`The sandbox clock runs forward only: it is ${present}, asked for ${epochMs}`);
      }
      origin += epochMs - present;
      for (const listener of listeners) listener(now());
      const inOrder = [...alarms].sort((a, b) => a.due - b.due);
      for (const alarm of inOrder) ringOrWind(alarm);
    },
    onChange(callback) {
      listeners.add(callback);
      return () => listeners.delete(callback);
    },
    at(due, callback) {
      const alarm: Alarm = { due, callback };
      alarms.add(alarm);
      wind(alarm);
      return () => {
        alarms.delete(alarm);
        clearTimeout(alarm.timer);
      };
    },
    close() {
      for (const alarm of alarms) clearTimeout(alarm.timer);
      alarms.clear();
      listeners.clear();
    },
  };
}
