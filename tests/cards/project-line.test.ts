import { describe, expect, it } from "vitest";
import { listLine } from "../../src/cards/project-line.js";
import { noFigures } from "../../src/domain/ledger-figures.js";
import type { Assessed } from "../../src/domain/portfolio.js";

/** A project without figures that has reported for these months. */
const reportedFor = (reported: string[]) =>
  ({
    project: { name: "利欧地块" },
    lamp: { lamp: "green" },
    figures: { ...noFigures, reported },
  }) as unknown as Assessed;

describe("a project's line in a list", () => {
  it.each([
    [[], "🟢 **利欧地块**　还没有报"],
    [["2022-01"], "🟢 **利欧地块**　无变化"],
  ])("months reported %j: %s", (reported, line) => {
    expect(listLine(reportedFor(reported), 2022, true)).toBe(line);
  });
});
