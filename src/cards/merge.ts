import { type Block, type CardView, rule, text } from "./card.js";
import { typed } from "./typed.js";

/** Several answers to one message, on one card: exactly one message answers a message. */
export function merged(views: readonly CardView[]): CardView {
  const [first, ...others] = views;
  if (!first) throw new RangeError("a card needs an answer");
  if (others.length === 0) return first;
  return {
    ...first,
    blocks: [
      ...marked(first.blocks, 0),
      ...others.flatMap((view, index) => [
        rule,
        text(`**${typed(view.title, 60)}**`),
        ...marked(view.blocks, index + 1),
      ]),
    ],
  };
}

function marked(blocks: readonly Block[], part: number): Block[] {
  return blocks.map((block) => {
    if (block.is === "buttons")
      return { ...block, buttons: block.buttons.map((button) => ({ ...button, part })) };
    if (block.is === "form") return { ...block, submit: { ...block.submit, part } };
    return block.is === "line" ? { ...block, button: { ...block.button, part } } : block;
  });
}

/** A card without buttons is never drawn again, so it need not be kept. */
export function hasButtons(blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.is === "line" || block.is === "form" || (block.is === "buttons" && block.buttons.length > 0),
  );
}
