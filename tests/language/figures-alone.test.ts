import { describe, expect, it } from "vitest";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW } from "./corpus.js";

describe("a figure and nothing else", () => {
  it.each(["60%", "61%", "60%了", "六成", "3200万", "603万", "605 万", "6.3亿", "3200万 60%"])(
    "is of a project that has to be named: %s",
    (text) => {
      expect(understand(text, { now: NOW, names: NAMES }).items).toEqual([
        { intent: "ask", reason: "which-project", text },
      ]);
    },
  );

  it("is of the project that was replied to", () => {
    const follow = "武宁路快速化";
    expect(understand("60%", { now: NOW, names: NAMES, follow }).items).toMatchObject([
      { intent: "report", project: follow, measure: "percent", value: 60 },
    ]);
  });

  it.each(["差不多了", "60%吗", "100%的好"])("is talk: %s", (text) => {
    expect(understand(text, { now: NOW, names: NAMES }).items).toEqual([{ intent: "none" }]);
  });

  it("without a unit may be a name with a slip", () => {
    expect(understand("613怎么样", { now: NOW, names: NAMES }).items).toMatchObject([
      { intent: "ask", reason: "which-project", candidates: ["615、616地块", "603地块"] },
    ]);
  });
});
