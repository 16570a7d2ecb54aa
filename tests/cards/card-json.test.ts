import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Block, CardView } from "../../src/cards/card.js";
import { cardJson } from "../../src/cards/card-json.js";
import { typed } from "../../src/cards/typed.js";
import { checkCard } from "../../src/sandbox/cards-check.js";

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc
    .tuple(fc.string({ unit: "binary", minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 800 }))
    .map(([part, times]) => part.repeat(times)),
);
const button = fc.record({ label: words, does: fc.constant("show"), args: fc.record({ code: fc.string() }) });
const block: fc.Arbitrary<Block> = fc.oneof(
  { weight: 5, arbitrary: words.map((md): Block => ({ is: "text", md: typed(md, 100_000) })) },
  { weight: 1, arbitrary: words.map((md): Block => ({ is: "note", md: typed(md, 100_000) })) },
  { weight: 1, arbitrary: fc.constant<Block>({ is: "rule" }) },
  {
    weight: 1,
    arbitrary: fc.array(button, { maxLength: 30 }).map((buttons): Block => ({ is: "buttons", buttons })),
  },
);
const view: fc.Arbitrary<CardView> = fc.record({
  title: words,
  subtitle: words,
  tone: fc.constantFrom("blue", "green", "orange", "red", "grey"),
  blocks: fc.array(block, { maxLength: 250, size: "max" }),
});
const stamp = { cardId: "card", version: 1, label: "演示数据" };

describe("a card's JSON", () => {
  test("is one the platform takes, whatever the data", () => {
    fc.assert(
      fc.property(view, (card) => {
        const json = cardJson(card, stamp);
        expect(Buffer.byteLength(json)).toBeLessThanOrEqual(28_000);
        expect(json.match(/"tag":/g)?.length ?? 0).toBeLessThanOrEqual(180);
        checkCard(json);
      }),
      { numRuns: 40 },
    );
  });

  const lines = (count: number): Block[] =>
    Array.from({ length: count }, (_, index) => ({ is: "text", md: `第${index}行` }));
  const undo: Block = { is: "buttons", buttons: [{ label: "撤销", does: "undo" }] };

  test("too many blocks: the first stay, the way back stays, and it says so", () => {
    const json = cardJson({ title: "已记入", tone: "green", blocks: [...lines(1000), undo] }, stamp);
    expect(json).toContain("第0行");
    expect(json).not.toContain("第999行");
    expect(json).toContain("内容较多，这里没有显示完");
    expect(json).toContain("撤销");
  });

  test("one block longer than a card is cut at a line's end", () => {
    const md = Array.from({ length: 5000 }, (_, index) => `第${index}行`).join("\n");
    const json = cardJson({ title: "历史", tone: "blue", blocks: [{ is: "text", md }, undo] }, stamp);
    expect(json).toContain("第0行\\n第1行");
    expect(json).toContain("……");
    expect(json).toContain("撤销");
  });

  test("a thousand blocks take no noticeable time", () => {
    const started = performance.now();
    cardJson({ title: "长", tone: "blue", blocks: lines(20_000) }, stamp);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
