import { attend, type Reply } from "../../src/bot/attend.js";
import type { ClickHandler } from "../../src/bot/command.js";
import type { Model } from "../../src/bot/meeting/meeting-texts.js";
import { movedCard } from "./moved-card.js";
import { nextCard } from "./when.js";

/**
 * 参会, 请假, 换人 on a card of 排会: it shows from then on who comes. What announced a move goes on announcing
 * it, for those who have not seen it yet.
 */
export const attendOn = (reply: Reply): ClickHandler => ({
  repeats: true,
  async run(turn, click) {
    const { id, was, isFull } = click.model as Model;
    const { meeting, ...answer } = await attend(turn, id ?? 0, reply, click.form);
    if (!meeting) return answer;
    const card = was ? await movedCard(turn, was, meeting) : await nextCard(turn, meeting, isFull === true);
    return { ...answer, card };
  },
});
