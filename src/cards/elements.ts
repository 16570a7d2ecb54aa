import type { Block, Button } from "./card.js";
import { formElement } from "./form-element.js";
import { plain } from "./typed.js";

/** What a card's buttons carry back, so that the click finds its card and acts once. */
export interface Stamp {
  cardId: string;
  version: number;
  /** a mark in the header: 演示数据 */
  label?: string | undefined;
}

/** The value of every button of ours. */
interface ButtonValue {
  card: string;
  version: number;
  /** which part of the card, where one message had several answers */
  part: number;
  does: string;
  args: Record<string, unknown>;
}

export type Element = Record<string, unknown>;

const LABEL = 40;

/** The platform's elements for one block. */
export function elementsOf(block: Block, stamp: Stamp): Element[] {
  switch (block.is) {
    case "text":
      return [{ tag: "markdown", content: block.md }];
    case "note":
      return [{ tag: "markdown", content: `<font color='grey'>${block.md}</font>`, text_size: "notation" }];
    case "rule":
      return [{ tag: "hr" }];
    case "beside":
      return [sideBySide(block.md)];
    case "line":
      return [lineWithButton(block.md, block.button, stamp)];
    case "buttons":
      return block.buttons.length === 0 ? [] : [buttonRow(block.buttons, stamp)];
    case "form":
      return [
        formElement(
          block.fields,
          buttonElement(block.submit, stamp),
          `${block.submit.does}${block.submit.part ?? 0}`,
        ),
      ];
  }
}

/** Texts in boxes of half the width each, also on a narrow screen. */
function sideBySide(md: string[]): Element {
  return {
    tag: "column_set",
    flex_mode: "none",
    horizontal_spacing: "8px",
    columns: md.map((content) => ({
      tag: "column",
      width: "weighted",
      weight: 1,
      background_style: "grey",
      padding: "4px 8px",
      elements: [{ tag: "markdown", content }],
    })),
  };
}

/** Buttons side by side, flowing onto further lines on a narrow screen. */
function buttonRow(buttons: Button[], stamp: Stamp): Element {
  return {
    tag: "column_set",
    flex_mode: "flow",
    horizontal_spacing: "8px",
    columns: buttons.map((button) => ({
      tag: "column",
      width: "auto",
      elements: [buttonElement(button, stamp)],
    })),
  };
}

/** The text takes the room that the button leaves, also on a narrow screen. */
function lineWithButton(md: string, button: Button, stamp: Stamp): Element {
  return {
    tag: "column_set",
    flex_mode: "none",
    horizontal_spacing: "8px",
    columns: [
      {
        tag: "column",
        width: "weighted",
        weight: 1,
        vertical_align: "center",
        elements: [{ tag: "markdown", content: md }],
      },
      {
        tag: "column",
        width: "auto",
        vertical_align: "center",
        elements: [buttonElement(button, stamp, "small")],
      },
    ],
  };
}

function buttonElement(button: Button, stamp: Stamp, size?: "small"): Element {
  const value: ButtonValue = {
    card: stamp.cardId,
    version: stamp.version,
    part: button.part ?? 0,
    does: button.does,
    args: button.args ?? {},
  };
  return {
    tag: "button",
    type: button.look ?? "default",
    ...(size ? { size } : {}),
    text: { tag: "plain_text", content: plain(button.label, LABEL) },
    ...(button.confirm
      ? {
          confirm: {
            title: { tag: "plain_text", content: button.confirm.title },
            text: { tag: "plain_text", content: button.confirm.text },
          },
        }
      : {}),
    behaviors: [{ type: "callback", value }],
  };
}
