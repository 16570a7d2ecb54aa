import { afterEach, expect, it } from "vitest";
import { createClock, type SandboxClock } from "../../src/sandbox/clock.js";

const START = Date.parse("2022-09-20T10:00:00+08:00");
let clock: SandboxClock;
afterEach(() => clock.close());

it("runs from its start and only forward", () => {
  clock = createClock(START);
  expect(clock.now() - START).toBeLessThan(1000);
  clock.set(START + 86_400_000);
  expect(clock.now()).toBeGreaterThanOrEqual(START + 86_400_000);
  expect(() => clock.set(START)).toThrow(RangeError);
  expect(() => clock.set(Number.NaN)).toThrow(RangeError);
});

it("tells listeners, then rings what has come due, earliest first", () => {
  clock = createClock(START);
  const heard: string[] = [];
  clock.onChange(() => heard.push("change"));
  clock.at(START + 7_200_000, () => heard.push("two hours"));
  clock.at(START + 3_600_000, () => heard.push("one hour"));
  clock.at(START + 999_999_999, () => heard.push("much later"));
  clock.at(START + 60_000, () => heard.push("cancelled"))();
  clock.set(START + 8_000_000);
  expect(heard).toEqual(["change", "one hour", "two hours"]);
});

it("rings by itself", async () => {
  clock = createClock(START);
  await new Promise<void>((resolve) => clock.at(clock.now() + 5, resolve));
});
