import { type Block, buttons, type CardView, note, text } from "../card.js";
import { pageButtons, paged } from "../pager.js";
import { plain } from "../typed.js";

const PAGE = 8;

export interface TrailCardView {
  title: string;
  /** newest first, drawn already */
  lines: readonly string[];
  page: number;
  /** said where there is none */
  none: string;
  /** what is left out, or how to go on */
  hints: readonly string[];
}

/** 改动记录: who, when, old → new, in which message and why. */
export function trailCard({ title, lines, page, none, hints }: TrailCardView): CardView {
  const view = paged(lines, page, PAGE);
  const turns = pageButtons(view);
  const blocks: Block[] = [text(view.shown.length > 0 ? view.shown.join("\n") : none)];
  if (turns.length > 0) blocks.push(buttons(...turns));
  const count = lines.length > 0 ? [`共${lines.length}条，第${view.page}／${view.pages}页`] : [];
  const said = [...count, ...hints].join("　");
  if (said !== "") blocks.push(note(said));
  return { title: plain(title, 60), tone: lines.length > 0 ? "blue" : "grey", blocks };
}
