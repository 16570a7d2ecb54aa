import { describe, expect, it } from "vitest";
import { checkCard } from "../../src/sandbox/cards-check.js";
import { button, cardOf, words } from "./cards.js";

const refusal = (card: unknown): string => {
  try {
    checkCard(typeof card === "string" ? card : JSON.stringify(card));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  return "";
};

const table = {
  tag: "table",
  page_size: 10,
  columns: [{ name: "a", display_name: "项目", data_type: "text" }],
  rows: [{ a: "x" }],
};
const submit = button("提交", {}, { name: "submit", form_action_type: "submit" });
const input = (name: string) => ({ tag: "input", name });
const nested = (depth: number): object =>
  depth === 0
    ? words("底")
    : {
        tag: "column_set",
        columns: [{ tag: "column", width: "weighted", weight: 1, elements: [nested(depth - 1)] }],
      };

describe("a good card passes", () => {
  it.each([
    ["words and a button", cardOf(words("**重点**"), button("撤销"))],
    ["five tables", cardOf(table, table, table, table, table)],
    ["a form", cardOf({ tag: "form", name: "f", elements: [input("a"), input("b"), submit] })],
    ["five levels", cardOf(nested(5))],
    ["a chart", cardOf({ tag: "chart", chart_spec: { type: "bar", data: { values: [] } } })],
  ])("%s", (_, card) => {
    expect(refusal(card)).toBe("");
  });
});

describe("what a client would not show is refused, with the platform's inner code", () => {
  it.each([
    ["broken JSON", "{", 200621],
    ["no schema 2.0", { elements: [] }, 200621],
    ["an unknown attribute", cardOf({ tag: "markdown", content: "x", colour: "red" }), 200621],
    [
      "an unknown attribute of a text",
      cardOf(button("x", {}, { text: { tag: "plain_text", content: "x", bold: true } })),
      200621,
    ],
    ["an unknown attribute of the card", { ...cardOf(words("x")), elements: [] }, 200621],
    ["a tag of the old cards", cardOf({ tag: "note", elements: [] }), 200861],
    ["an action row of the old cards", cardOf({ tag: "action", actions: [] }), 200861],
    ["201 elements", cardOf(...Array.from({ length: 200 }, () => words("x"))), 11310],
    ["six tables", cardOf(table, table, table, table, table, table), 11310],
    ["five tables in one text", cardOf(words("| a | b |\n| --- | --- |\n| 1 | 2 |\n\n".repeat(5))), 11310],
    [
      "51 columns",
      cardOf({ ...table, columns: Array.from({ length: 51 }, (_, i) => ({ name: `c${i}` })) }),
      11310,
    ],
    ["a table of eleven a page", cardOf({ ...table, page_size: 11 }), 200621],
    [
      "a table in a column",
      cardOf({ tag: "column_set", columns: [{ tag: "column", elements: [table] }] }),
      200621,
    ],
    [
      "a form in a panel",
      cardOf({
        tag: "collapsible_panel",
        header: {},
        elements: [{ tag: "form", name: "f", elements: [submit] }],
      }),
      200621,
    ],
    ["a form without a submit button", cardOf({ tag: "form", name: "f", elements: [input("a")] }), 200621],
    [
      "two fields of one name",
      cardOf({ tag: "form", name: "f", elements: [input("a"), input("a"), submit] }),
      200621,
    ],
    [
      "a field without a name",
      cardOf({ tag: "form", name: "f", elements: [{ tag: "input" }, submit] }),
      200621,
    ],
    ["a callback that carries no object", cardOf(button("x", [] as object)), 200621],
    ["six levels", cardOf(nested(7)), 200621],
    ["a chart with a function's text", cardOf({ tag: "chart", chart_spec: "{type:'bar'}" }), 200550],
    [
      "one element_id twice",
      cardOf({ ...words("x"), element_id: "a" }, { ...words("y"), element_id: "a" }),
      200621,
    ],
  ])("%s", (_, card, innerCode) => {
    expect(refusal(card)).toMatch(new RegExp(`ext=ErrCode: ${innerCode};`));
  });
});
