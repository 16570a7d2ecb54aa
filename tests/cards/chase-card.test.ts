import { describe, expect, it } from "vitest";
import type { Block, CardView } from "../../src/cards/card.js";
import { chaseCard } from "../../src/cards/chase/chase-card.js";
import { noFigures } from "../../src/domain/ledger-figures.js";
import type { Assessed } from "../../src/domain/portfolio.js";

const project = (number: number) =>
  ({
    project: { code: `S-${number}`, name: `项目${number}号` },
    lamp: { lamp: "grey" },
    figures: noFigures,
  }) as unknown as Assessed;

const view = (count: number, page?: number): CardView =>
  chaseCard({
    month: "2022-09",
    stage: "D-1",
    today: "2022-09-30",
    missing: Array.from({ length: count }, (_, index) => project(index + 1)),
    done: [],
    hasMoney: true,
    ...(page === undefined ? {} : { page }),
  });
const labels = ({ blocks }: CardView) =>
  blocks.flatMap((block: Block) => (block.is === "buttons" ? block.buttons.map(({ label }) => label) : []));
const codes = ({ blocks }: CardView) =>
  blocks.flatMap((block: Block) =>
    block.is === "buttons"
      ? block.buttons.flatMap(({ label, args }) => (label === "填报" ? [args?.code] : []))
      : [],
  );

describe("a chase card of many projects", () => {
  it("has all of eight, and no way on", () => {
    expect(codes(view(8))).toHaveLength(8);
    expect(labels(view(8)).filter((label) => label.startsWith("还有"))).toEqual([]);
  });

  it("has eight of twenty, and the rest behind a button that says how many", () => {
    expect(view(20).title).toContain("还有20个项目");
    expect(codes(view(20))).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((number) => `S-${number}`));
    expect(labels(view(20))).toContain("还有12个");
    expect(JSON.stringify(view(20))).not.toContain("项目9号");
  });

  it("the last page has what is left, and the way back", () => {
    expect(codes(view(20, 3))).toEqual([17, 18, 19, 20].map((number) => `S-${number}`));
    expect(labels(view(20, 3))).toContain("上一页");
    expect(labels(view(20, 3)).filter((label) => label.startsWith("还有"))).toEqual([]);
  });

  it("shows the last page there is, once those of the page have been reported", () => {
    expect(codes(view(16, 3))).toEqual(codes(view(16, 2)));
  });
});
