import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { isRight, NAMES, NOW, phrases } from "./corpus.js";

const NEEDED = 0.97;

describe.each(["shared", "own"])("corpus %s", (name) => {
  it("is read as written down", () => {
    const all = phrases(name);
    const failing = all
      .map((expected) => ({ expected, read: understand(expected.text, { now: NOW, names: NAMES }) }))
      .filter(({ expected, read }) => !isRight(expected, read))
      .map(
        ({ expected, read }) =>
          `${expected.text}\n  expected ${JSON.stringify(expected)}\n  read     ${JSON.stringify(read)}`,
      );
    const share = 1 - failing.length / all.length;
    expect(share, failing.join("\n")).toBeGreaterThanOrEqual(NEEDED);
  });
});
