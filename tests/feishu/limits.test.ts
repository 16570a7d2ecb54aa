import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { limiter, PLATFORM_LIMITS } from "../../src/feishu/limits.js";

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** The most of these instants that fall into one window, its end excluded. */
function mostWithin(times: readonly number[], span: number): number {
  let most = 0;
  let first = 0;
  for (const [i, at] of times.entries()) {
    while ((times[first] ?? at) <= at - span) first += 1;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

interface Step {
  lane: string;
  /** ms until somebody wants to send again */
  pause: number;
  /** ms on the way to the platform, and back */
  there?: number;
  back?: number;
}

/** Sends that obey `freeAt`, on a clock that moves as far as they have to wait: the instants at which they arrive. */
function run(steps: Iterable<Step>): Map<string, number[]> {
  const limits = limiter(PLATFORM_LIMITS);
  const arrived = new Map<string, number[]>([["", []]]);
  let underWay: { at: number; answered: (now: number) => void }[] = [];
  let now = 0;
  const answerUntil = (until: number) => {
    for (const { at, answered } of underWay.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at))
      answered(at);
    underWay = underWay.filter(({ at }) => at > until);
  };
  for (const { lane, pause, there = 0, back = 0 } of steps) {
    now += pause;
    answerUntil(now);
    for (let at = limits.freeAt(lane, now); at > now; at = limits.freeAt(lane, now)) {
      now = Math.min(at, ...underWay.map((call) => call.at));
      answerUntil(now);
    }
    underWay.push({ at: now + there + back, answered: limits.begin(lane) });
    for (const who of ["", lane]) arrived.set(who, [...(arrived.get(who) ?? []), now + there]);
  }
  for (const times of arrived.values()) times.sort((a, b) => a - b);
  return arrived;
}

describe("the limits", () => {
  it("hold in every window, whoever sends when", () => {
    const lane = fc.integer({ min: 1, max: 20 }).map((n) => `oc_${n}`);
    const pause = fc.oneof(
      { weight: 8, arbitrary: fc.constant(0) },
      { weight: 2, arbitrary: fc.integer({ min: 0, max: 400 }) },
    );
    const way = fc.integer({ min: 0, max: 300 });
    const steps = fc.array(fc.record({ lane, pause, there: way, back: way }), {
      minLength: 1,
      maxLength: 1500,
      size: "max",
    });
    fc.assert(
      fc.property(steps, (all) => {
        for (const [who, times] of run(all)) {
          if (who === "") {
            expect(mostWithin(times, SECOND)).toBeLessThanOrEqual(PLATFORM_LIMITS.appPerSecond);
            expect(mostWithin(times, MINUTE)).toBeLessThanOrEqual(PLATFORM_LIMITS.appPerMinute);
          } else expect(mostWithin(times, SECOND)).toBeLessThanOrEqual(PLATFORM_LIMITS.chatPerSecond);
        }
      }),
      { numRuns: 60 },
    );
  });

  it.each([
    ["a chat's five a second", 1, 100, SECOND / PLATFORM_LIMITS.chatPerSecond],
    ["the app's fifty a second", 100, 950, SECOND / PLATFORM_LIMITS.appPerSecond],
    ["the app's thousand a minute", 100, 10_000, MINUTE / PLATFORM_LIMITS.appPerMinute],
  ])("are used to 95 %% at least: %s", (_what, lanes, count, ideal) => {
    const steps = Array.from({ length: count + 1 }, (_, i) => ({
      lane: `oc_${i % lanes}`,
      pause: 0,
      there: 10,
      back: 10,
    }));
    const times = run(steps).get("") ?? [];
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeLessThanOrEqual((count * ideal) / 0.95);
  });
});

describe("a pause asked for by the platform", () => {
  it.each([["on"], ["off"]])("holds for all, with limits %s", (limits) => {
    const paused = limiter(limits === "off" ? "off" : PLATFORM_LIMITS);
    expect(paused.freeAt("oc_a", 0)).toBe(0);
    paused.pause(3000);
    paused.pause(1000);
    expect([paused.freeAt("oc_a", 10), paused.appFreeAt(10), paused.freeAt("oc_b", 3000)]).toEqual([
      3000, 3000, 3000,
    ]);
  });
});

it("without limits everything may leave at once", () => {
  const free = limiter("off");
  for (let i = 0; i < 200; i += 1) free.begin("oc_a");
  expect(free.freeAt("oc_a", 5)).toBe(5);
});
