import { describe, expect, it } from "vitest";
import { isPasted, projectsIn } from "../../src/bot/report/pasted.js";
import type { Item } from "../../src/language/items.js";

const percents = (count: number): Item[] =>
  Array.from({ length: count }, (_, index) => ({
    intent: "report",
    project: `项目${index}`,
    measure: "percent",
    value: 10,
  }));

describe("what counts as a pasted report", () => {
  it.each([
    { projects: 1, characters: 5000, pasted: false },
    { projects: 2, characters: 299, pasted: false },
    { projects: 2, characters: 300, pasted: true },
    { projects: 4, characters: 80, pasted: false },
    { projects: 5, characters: 80, pasted: true },
    { projects: 60, characters: 8000, pasted: true },
  ])("$projects projects in $characters characters: $pasted", ({ projects, characters, pasted }) => {
    expect(isPasted("字".repeat(characters), percents(projects))).toBe(pasted);
  });

  it("counts a project once, and what is asked about it with it", () => {
    expect(
      projectsIn([...percents(3), ...percents(3), { intent: "ask", reason: "how-much", project: "项目9" }]),
    ).toBe(4);
  });
});
