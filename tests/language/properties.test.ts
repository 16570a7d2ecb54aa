import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Item } from "../../src/language/items.js";
import { findMentions, mask } from "../../src/language/names/mentions.js";
import { money } from "../../src/language/read/options.js";
import { normalise } from "../../src/language/text/normalise.js";
import { understand } from "../../src/language/understand.js";
import { NAMES, NOW, phrases } from "./corpus.js";

const read = (text: string): Item[] => understand(text, { now: NOW, names: NAMES }).items;
const PIECES = phrases("shared").flatMap(({ text }) => text.match(/[\s\S]{1,3}/gu) ?? []);
/** What no keyboard gives and a clipboard may: half a surrogate pair, invisible and right-to-left characters. */
const ODD = [
  "\ud800",
  "\udc00",
  "\u200b",
  "\u200d",
  "\u202e",
  "\ufeff",
  "\u00ad",
  "\u0000",
  "\ue000",
  "\ue001",
  "🚧",
  "𠮷",
  "％",
  "〇",
];

describe("properties", () => {
  it("reads any text without an exception and answers with something", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 80 }),
      fc.array(fc.constantFrom(...PIECES), { maxLength: 25 }).map((pieces) => pieces.join("")),
      fc
        .array(fc.constantFrom(...PIECES, ...ODD, ...ODD), { maxLength: 40 })
        .map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(text, (said) => read(said).length > 0),
      { numRuns: 1500 },
    );
  });

  it("never writes an impossible figure", () => {
    const text = fc
      .array(fc.constantFrom(...PIECES), { maxLength: 25 })
      .map((pieces) => `武宁路${pieces.join("")}`);
    const plausible = (item: Item) => {
      if (item.intent !== "report") return true;
      if (item.measure === "percent") return item.value >= 0 && item.value <= 100;
      if ("yuan" in item) return Number.isSafeInteger(item.yuan) && item.yuan >= 0;
      return true;
    };
    fc.assert(
      fc.property(text, (said) => read(said).every(plausible)),
      { numRuns: 1500 },
    );
  });

  it("reads back every sum that it writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (tenThousands) => {
        const yuan = tenThousands * 10_000;
        expect(read(`武宁路累计${money(yuan)}`)).toMatchObject([
          { measure: "investment", scope: "ytd", yuan },
        ]);
      }),
    );
  });

  it("never writes a figure whose label holds a word that the ledger does not know", () => {
    const strange = fc.constantFrom(
      "车流量",
      "销售额",
      "合同",
      "返岗",
      "发芽",
      "混凝土强度",
      "合格品",
      "租户满意",
    );
    const label = fc.constantFrom("", "本月", "累计", "完成", "已达", "目前");
    const figure = fc.constantFrom("65%", "3200万", "1.02亿元");
    fc.assert(
      fc.property(label, strange, label, figure, (before, word, behind, value) => {
        expect(read(`武宁路${before}${word}${behind}${value}`).map(({ intent }) => intent)).not.toContain(
          "report",
        );
      }),
    );
  });

  it("lets no digit of a name through the mask", () => {
    const spellings = NAMES.naming.projects.flatMap(({ name, aliases }) => [name, ...aliases]);
    fc.assert(
      fc.property(fc.constantFrom(...spellings), fc.constantFrom("", "，", "\n"), (name, mark) => {
        const { text } = normalise(`${name}${mark}进度如何`);
        expect(mask(text, findMentions(text, NAMES))).not.toMatch(/\d/);
      }),
    );
  });

  it.each([
    "武宁路65%，",
    "1",
    "一",
    "#1 ",
    "武宁路和",
    "1,",
    "请区建管委协调",
    "9月",
    "不是",
    "(",
    "\n",
    "因",
    "、",
    "分别",
    "\t",
    "敦煌南路、",
    "敦煌南路 隧道 ",
    "武宁路\t65%\n",
    "603，606 都",
    "做到九层了累计",
    "65%不是66%",
    "1.1.",
    "6 6%",
    "9月1日至",
    "武\u200b宁路",
    "\ud800",
    "wu ning lu ",
    "进度：武宁路",
  ])("takes time in proportion to the length of %j", (piece) => {
    const started = performance.now();
    read(piece.repeat(Math.ceil(50_000 / piece.length)));
    expect(performance.now() - started).toBeLessThan(3000);
  });
});
