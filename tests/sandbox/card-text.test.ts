import { describe, expect, it } from "vitest";
import { buttons, plainText } from "../../src/sandbox/card-text.js";
import { LI_MIN } from "../../src/sandbox/scene.js";
import { button, cardOf, words } from "./cards.js";

const nameOf = (openId: string) => (openId === LI_MIN ? "李敏" : undefined);
const body = (...elements: object[]) =>
  plainText(cardOf(...elements), nameOf)
    .split("\n")
    .slice(1)
    .join("\n");

describe("the words of a card", () => {
  it.each([
    [
      "marks and colours gone",
      words("**武宁路** <font color='green'>65%</font> ~~60%~~ `码`"),
      "武宁路 65% 60% 码",
    ],
    ["links by their words", words("见[台账](https://example.com/a)"), "见台账"],
    [
      "mentions by name",
      words(`<at id=${LI_MIN}></at> <at id=all></at> <at id=ou_x></at>`),
      "@李敏 @所有人 @ou_x",
    ],
    ["breaks and escapes", words("一<br>二 \\*不是粗体\\* &#42; &lt;b&gt;"), "一\n二 *不是粗体* * <b>"],
    [
      "plain text as it is laid out",
      { tag: "div", text: { tag: "plain_text", content: "数据截至 8月" } },
      "数据截至 8月",
    ],
    [
      "a table row by row",
      {
        tag: "table",
        columns: [
          { name: "p", display_name: "项目" },
          { name: "l", display_name: "灯" },
        ],
        rows: [
          { p: "武宁路", l: [{ text: "红", color: "red" }] },
          { p: "敦煌南路", l: 3 },
        ],
      },
      "项目 | 灯\n武宁路 | 红\n敦煌南路 | 3",
    ],
    [
      "a panel with its title",
      {
        tag: "collapsible_panel",
        header: { title: { tag: "plain_text", content: "改善" } },
        elements: [words("真南路")],
      },
      "改善\n真南路",
    ],
  ])("%s", (_, element, expected) => {
    expect(body(element)).toBe(expected);
  });

  it("come in reading order, header first", () => {
    const columns = [
      { tag: "column", elements: [words("左")] },
      { tag: "column", elements: [words("右"), button("好")] },
    ];
    expect(plainText(cardOf(words("上"), { tag: "column_set", columns }, words("下")))).toBe(
      "武宁路快速化\n上\n左\n右\n好\n下",
    );
  });
});

it("finds buttons wherever they stand, with their callback and form", () => {
  const submit = button("提交", { a: 1 }, { name: "s", form_action_type: "submit" });
  const form = { tag: "form", name: "f", elements: [{ tag: "input", name: "i" }, submit] };
  const link = {
    tag: "button",
    text: { tag: "plain_text", content: "看" },
    behaviors: [{ type: "open_url", default_url: "https://a.cn" }],
  };
  const found = buttons(cardOf(form, link, button("关", {}, { disabled: true })));
  expect(
    found.map(({ text, value, disabled, path }) => ({ text, value, disabled, path: path.join(".") })),
  ).toEqual([
    { text: "提交", value: { a: 1 }, disabled: false, path: "body.elements.0.elements.1" },
    { text: "看", value: undefined, disabled: false, path: "body.elements.1" },
    { text: "关", value: {}, disabled: true, path: "body.elements.2" },
  ]);
  expect(found[0]?.form?.name).toBe("f");
});
