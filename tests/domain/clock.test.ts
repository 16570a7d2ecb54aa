import { describe, expect, test } from "vitest";
import { systemClock, tickingClock } from "../../src/clock.js";
import { at } from "../../src/domain/day.js";

const START = at("2022-09-20", "10:00");

describe("the clock", () => {
  test("of the system is the machine's", () => {
    expect(Math.abs(systemClock().now() - Date.now())).toBeLessThan(50);
  });

  test("ticks at real speed from where it starts", async () => {
    const clock = tickingClock(START);
    expect(clock.now() - START).toBeLessThan(50);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(clock.now() - START).toBeGreaterThanOrEqual(25);
    expect(clock.now() - START).toBeLessThan(1000);
  });

  test("moves forward, and ticks on from there", () => {
    const clock = tickingClock(START);
    clock.set(START + 86_400_000);
    expect(clock.now()).toBeGreaterThanOrEqual(START + 86_400_000);
  });

  test.each([START - 1, Number.NaN])("refuses to go back, and stays where it was (%d)", (at) => {
    const clock = tickingClock(START);
    expect(() => clock.set(at)).toThrow(RangeError);
    expect(clock.now()).toBeGreaterThanOrEqual(START);
  });
});
