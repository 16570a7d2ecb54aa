import type { Block, CardView } from "../card.js";

/** A card that only shows: nothing on it can be pressed or filled in. */
export function withoutButtons(view: CardView): CardView {
  return { ...view, blocks: view.blocks.flatMap(shown) };
}

function shown(block: Block): Block[] {
  if (block.is === "buttons" || block.is === "form") return [];
  return block.is === "line" ? [{ is: "text", md: block.md }] : [block];
}
