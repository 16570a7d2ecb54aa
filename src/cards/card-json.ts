import type { Block, Button, CardView, Tone } from "./card.js";
import { clip } from "./typed.js";

/** What a card's buttons carry back, so that the click finds its card and acts once. */
export interface Stamp {
  cardId: string;
  version: number;
  /** a mark in the header: 演示数据 */
  label?: string | undefined;
}

/** The value of every button of ours. */
export interface ButtonValue {
  card: string;
  version: number;
  /** which part of the card, where one message had several answers */
  part: number;
  does: string;
  args: Record<string, unknown>;
}

type Element = Record<string, unknown>;

const TEMPLATES: Record<Tone, string> = {
  blue: "blue",
  green: "green",
  orange: "orange",
  red: "red",
  grey: "grey",
};
/** bytes of the platform's limit that are kept free */
const LARGEST = 28_000;
const MOST_ELEMENTS = 180;
const TITLE = 60;
const LABEL = 40;

/** The platform's card JSON 2.0. A card too large for it loses blocks from its end, and says so. */
export function cardJson(view: CardView, stamp: Stamp): string {
  const full = JSON.stringify(build(view, view.blocks, stamp));
  if (fits(full)) return full;
  const keep = [...view.blocks];
  const last = keep.findLast((block) => block.is === "buttons");
  for (;;) {
    const dropped = keep.findLastIndex((block) => block !== last);
    if (dropped < 0) throw new RangeError(`a card of one block does not fit: ${view.title}`);
    keep.splice(dropped, 1);
    const shortened = [...keep];
    shortened.splice(dropped, 0, { is: "note", md: "内容较多，这里没有显示完。可以按项目名分开查看。" });
    const json = JSON.stringify(build(view, shortened, stamp));
    if (fits(json)) return json;
  }
}

function fits(json: string): boolean {
  return Buffer.byteLength(json) <= LARGEST && (json.match(/"tag":/g)?.length ?? 0) <= MOST_ELEMENTS;
}

function build(view: CardView, blocks: Block[], stamp: Stamp): Element {
  return {
    schema: "2.0",
    config: { update_multi: true, summary: { content: clip(view.title, TITLE) } },
    header: {
      title: { tag: "plain_text", content: clip(view.title, TITLE) },
      ...(view.subtitle ? { subtitle: { tag: "plain_text", content: clip(view.subtitle, TITLE) } } : {}),
      ...(stamp.label
        ? {
            text_tag_list: [
              { tag: "text_tag", text: { tag: "plain_text", content: stamp.label }, color: "orange" },
            ],
          }
        : {}),
      template: TEMPLATES[view.tone],
    },
    body: { elements: blocks.flatMap((block) => element(block, stamp)) },
  };
}

function element(block: Block, stamp: Stamp): Element[] {
  switch (block.is) {
    case "text":
      return [{ tag: "markdown", content: block.md }];
    case "note":
      return [{ tag: "markdown", content: `<font color='grey'>${block.md}</font>`, text_size: "notation" }];
    case "rule":
      return [{ tag: "hr" }];
    case "buttons":
      return block.buttons.length === 0 ? [] : [buttonRow(block.buttons, stamp)];
    case "table":
      return [
        {
          tag: "table",
          page_size: 10,
          row_height: "low",
          columns: block.columns.map((column) => ({
            name: column.key,
            display_name: column.title,
            data_type: "text",
            horizontal_align: column.align ?? "left",
          })),
          rows: block.rows,
        },
      ];
    case "fold":
      return [
        {
          tag: "collapsible_panel",
          expanded: false,
          header: { title: { tag: "plain_text", content: clip(block.title, TITLE) } },
          elements: block.blocks.flatMap((inner) => element(inner, stamp)),
        },
      ];
  }
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

function buttonElement(button: Button, stamp: Stamp): Element {
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
    text: { tag: "plain_text", content: clip(button.label, LABEL) },
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
