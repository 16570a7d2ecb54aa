import { type CardView, text } from "../cards/card.js";

/** An answer of one sentence, without buttons; grey where nothing has changed. */
export const brief = (title: string, md: string, tone: CardView["tone"] = "grey"): { card: CardView } => ({
  card: { title, tone, blocks: [text(md)] },
});
