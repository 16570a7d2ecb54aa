import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { plain, typed } from "../../src/cards/typed.js";

const NASTY = [
  '<at user_id="all">所有人</at>',
  "<at id=all></at>",
  "</font><at id=ou_x></at>",
  "[点我](http://evil.example)",
  "![图](img_v2)",
  "**粗** __粗__ ~~删~~ `码`",
  "# 标题",
  "- 项",
  "1. 项",
  "+ 项",
  "> 引",
  "| a | b |\n| --- | --- |",
  "---",
  "http://evil.example",
  "www.evil.example",
  "&lt;at id=all&gt;",
  "&#60;at id=all&#62;",
  "\\<at id=all>",
  ":smile:",
  "$x$",
  "@所有人",
  "\u202e倒\u202c\u200b\u2066\u2069\ufeff",
  "\u0000\u0007\r\n\u2028",
  "\ud800",
];

const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" })))
  .map((parts) => parts.join(""));

const markdown = new MarkdownIt({ html: true, linkify: true, breaks: true });

describe("text that people typed", () => {
  test("never becomes markup, a link or a mention, wherever it stands", () => {
    fc.assert(
      fc.property(text, fc.constantFrom("", "进展：", "**名**　"), (said, before) => {
        const html = markdown.render(`${before}${typed(said)}`);
        const tags = new Set(html.match(/<\/?[a-z][^>]*>/gi) ?? []);
        for (const tag of ["<p>", "</p>", "<strong>", "</strong>"]) tags.delete(tag);
        expect([...tags]).toEqual([]);
        expect(typed(said)).not.toMatch(/[<>[\]*`~|:@]/);
      }),
      { numRuns: 500 },
    );
  });

  test("carries no control, invisible or direction-changing character and no line break", () => {
    fc.assert(
      fc.property(text, (said) => {
        for (const shown of [typed(said), plain(said, 40)])
          expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u);
      }),
      { numRuns: 500 },
    );
  });

  test("is cut by whole characters", () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 30 }), (said, most) => {
        expect([...plain(said, most)].length).toBeLessThanOrEqual(most);
      }),
    );
  });

  test("still reads as it was typed", () => {
    expect(markdown.renderInline(typed("3.2亿（约65%）- 完成 A1_b"))).toBe("3.2亿（约65%）- 完成 A1_b");
    expect(typed("路基 60%，桩基3.5米")).toBe("路基 60%，桩基3.5米");
  });
});
